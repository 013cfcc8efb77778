"""Every page of the fifteen looks as it did when somebody last looked at it."""

import pytest
from PIL import Image, ImageDraw

from tests.report.fifteen import FIFTEEN
from tests.report.pictures import MOST, difference, drawn, kept


@pytest.mark.parametrize("name", FIFTEEN)
def test_every_page_looks_as_its_picture(papers, name):
    now, before = drawn(papers[name]), kept(name)
    assert len(now) == len(before)
    differs = [difference(*pair) for pair in zip(now, before, strict=True)]
    assert [share for share in differs if share > MOST] == []


def test_a_moved_word_is_noticed():
    page = Image.new("L", (400, 560), 255)
    ImageDraw.Draw(page).text((40, 40), "Your priorities have owners", fill=0)
    moved = Image.new("L", (400, 560), 255)
    ImageDraw.Draw(moved).text((44, 40), "Your priorities have owners", fill=0)
    assert difference(page, page) == 0
    assert difference(page, moved) > MOST
