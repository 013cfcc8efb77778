"""Makes a broken brand out of the sample and one file of tests/broken_brands.

The files are like those of tests/broken_banks. After a change of the sample or of a message,
`python -m tests.brand.broken_brand` writes every `.txt` anew; then read the difference.
"""

import tempfile
from pathlib import Path

from bank.printing import as_text
from brand.loading import Examination, examine
from tests.bank.broken_bank import broken
from tests.brand.pictures import write_all

HERE = Path(__file__).resolve().parent
SAMPLE = (HERE / "sample.yaml").read_text("utf-8")
MISTAKES = sorted((HERE.parent / "broken_brands").glob("*.yaml"))


def content_of(path: Path) -> bytes:
    """The brand file with the mistake that `path` describes."""
    return broken(path, SAMPLE)


def examined(path: Path, folder: Path) -> Examination:
    """What the software makes of that file beside the pictures in `folder`."""
    return examine(content_of(path), "brand.yaml", folder)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        pictures = Path(name) / "firm"
        pictures.mkdir()
        write_all(pictures)
        for mistake in MISTAKES:
            mistake.with_suffix(".txt").write_text(as_text(examined(mistake, pictures)), "utf-8")
