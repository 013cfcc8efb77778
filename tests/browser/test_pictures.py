"""The pictures in README: real ones, small enough to live in the repository."""

import re

from tests.browser.__main__ import FOLDER, PICTURES, ROOT

SMALL = 250_000
PNG = b"\x89PNG\r\n\x1a\n"


def test_readme_shows_two_pictures_that_make_screenshots_takes() -> None:
    shown = re.findall(
        r"!\[[^]]{10,}\]\(docs/pictures/(.+)\.png\)", (ROOT / "README.md").read_text()
    )
    assert len(shown) == 2
    assert set(shown) <= set(PICTURES)


def test_every_picture_is_there_and_small() -> None:
    files = {file.stem: file.read_bytes() for file in FOLDER.iterdir()}
    assert set(files) == set(PICTURES)
    assert all(file.startswith(PNG) and len(file) < SMALL for file in files.values())
