"""The pictures that papers are compared with: every page of the fifteen, grey, 48 dots an inch.

`python -m tests.report` makes them anew; look at each one before it is committed.
"""

from pathlib import Path

from PIL import Image, ImageChops

from tests.report.reading import pictures_of

FOLDER = Path(__file__).with_name("golden")
SCALE = 48 / 72
MOST = 0.001
"""The share of points that may differ from the picture kept."""
SAME = 24
"""Shades of 255 that one point may differ without counting: another rounding of an edge."""


def golden(name, page):
    """Where the picture of a page is kept."""
    return FOLDER / f"{name}-{page}.png"


def kept(name):
    """The pictures kept of a paper, in order of their pages."""
    found = sorted(FOLDER.glob(f"{name}-*.png"), key=lambda path: int(path.stem.rpartition("-")[2]))
    return [Image.open(path).convert("L") for path in found]


def drawn(content):
    """The pages of a paper as they look now."""
    return pictures_of(content, SCALE)


def difference(first, second):
    """The share of points in which two pictures differ."""
    if first.size != second.size:
        return 1.0
    apart = ImageChops.difference(first, second).point(lambda shade: 255 if shade > SAME else 0)
    return apart.histogram()[255] / (first.width * first.height)
