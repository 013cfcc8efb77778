"""The worked examples’ briefs and a recap look as they did when somebody last looked at them."""

import pytest
from PIL import Image

from tests.report.call.papers import PICTURED, picture_of
from tests.report.pictures import MOST, difference, drawn


@pytest.mark.parametrize("name", PICTURED)
def test_a_paper_of_a_call_looks_as_its_picture(call_papers, name):
    (now,), before = drawn(call_papers[name]), Image.open(picture_of(name)).convert("L")
    assert difference(now, before) <= MOST
