"""The logo's PNG: every kind of it is taken, nothing but the picture is kept, damage is noticed."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brand.mistakes import Mistake
from brand.picture import DEPTHS, Picture, read_picture
from tests.brand.pictures import SIGNATURE, chunk, header, png, rows

KINDS = [(colour, depth) for colour, depths in DEPTHS.items() for depth in depths]
PALETTE = chunk(b"PLTE", bytes(6))


def told(content):
    """The end of the sentence that says why a picture is broken."""
    found = read_picture(content, "logo")
    assert isinstance(found, Mistake)
    return found.about[-1]


@pytest.mark.parametrize(("colour", "depth"), KINDS)
def test_every_kind_of_png_is_taken(colour, depth):
    content = png(13, 7, colour, depth, before=PALETTE if colour == 3 else b"")
    assert read_picture(content, "logo") == Picture(content, 13, 7)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (2, 3), (5, 1), (9, 9)])
def test_an_interlaced_picture_is_counted_pass_by_pass(width, height):
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
    body = b"".join(
        rows(len(range(left, width, across)), len(range(top, height, down)), 2)
        for left, top, across, down in (*passes, (0, 1, 1, 2))
        if len(range(left, width, across))
    )
    data = chunk(b"IDAT", zlib.compress(body))
    content = SIGNATURE + header(width, height, 2, laced=1) + data + chunk(b"IEND")
    assert read_picture(content, "logo") == Picture(content, width, height)
    assert "rows" in told(content.replace(data, chunk(b"IDAT", zlib.compress(body + b"\0"))))


def test_remarks_and_profiles_are_left_out():
    extra = chunk(b"tEXt", b"Author\0Me") + chunk(b"iCCP", b"x\0\0bomb") + chunk(b"eXIf", b"place")
    found = read_picture(png(9, 9, 2, before=extra, after=chunk(b"tIME", bytes(7))), "logo")
    assert found == Picture(png(9, 9, 2), 9, 9)
    clear = chunk(b"tRNS", bytes(6))
    assert read_picture(png(9, 9, 2, before=clear), "logo").content == png(9, 9, 2, before=clear)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (SIGNATURE, "it is cut off"),
        (SIGNATURE + chunk(b"IEND"), "it does not begin with its size"),
        (SIGNATURE + header(9, 9) + chunk(b"IEND"), "a part is missing or stands in it twice"),
        (png(9, 9, before=header(9, 9)), "a part is missing or stands in it twice"),
        (png(9, 9, before=chunk(b"ABCD")), "it holds a part that no PNG has"),
        (png(0, 9), "its size or kind of colours is none that a PNG can have"),
        (png(9, 9, 2, 4), "its size or kind of colours is none that a PNG can have"),
        (png(9, 9, 3), "the list of its colours is missing or wrong"),
        (png(9, 9, 3, before=chunk(b"PLTE", b"12")), "the list of its colours is missing or wrong"),
        (png(9, 9, 3, after=PALETTE), "the list of its colours is missing or wrong"),
        (png(9, 9, before=chunk(b"tRNS", b"1")), "its transparency does not fit its colours"),
        (png(9, 9, packed=b"no"), "its rows cannot be unpacked"),
        (
            png(9, 9, packed=zlib.compress(bytes(10))),
            "it has more or fewer rows than its size says",
        ),
        (
            png(9, 9, packed=zlib.compress(bytes(10_000_000))),
            "it has more or fewer rows than its size says",
        ),
        (
            png(9, 9, packed=zlib.compress(rows(9, 9))[:-1]),
            "it has more or fewer rows than its size says",
        ),
        (
            png(9, 9, packed=zlib.compress(rows(9, 9)) + b"x"),
            "it has more or fewer rows than its size says",
        ),
        (
            png(9, 9, packed=zlib.compress(rows(9, 9, first=b"\5"))),
            "a row in it is of no known kind",
        ),
    ],
)
def test_a_picture_that_is_no_png_says_why(content, why):
    assert told(content) == why


@given(st.binary(max_size=200))
def test_whatever_follows_the_signature_is_taken_or_refused(content):
    assert isinstance(read_picture(SIGNATURE + content, "logo"), Picture | Mistake)


@given(st.integers(8, len(png(9, 9)) - 1), st.integers(1, 255))
def test_a_changed_byte_is_noticed(place, change):
    content = bytearray(png(9, 9))
    content[place] ^= change
    assert isinstance(read_picture(bytes(content), "logo"), Mistake)
