"""The firm that runs the diagnostic: reads `brand.yaml`, checks it, and gives its name and look."""

from brand.loading import Examination, chosen, examine, load
from brand.model import DEFAULT, Brand, BrokenBrand

__all__ = ["DEFAULT", "Brand", "BrokenBrand", "Examination", "chosen", "examine", "load"]
