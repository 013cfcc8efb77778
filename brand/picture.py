"""The logo's PNG, read by hand: is it whole, is it of a sensible size, does it hold only a picture.

Written out again without remarks, profiles and whatever else a file can carry, so that what every
visitor is sent, and what is put on paper, is the picture and nothing more.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from brand import mistakes

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
KEPT: Final = (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM")
MOVING: Final = (b"acTL", b"fcTL", b"fdAT")
CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
PASSES: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
"""Where the seven passes of an interlaced picture begin, and their steps: across, down."""
OTHERS: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "WebP"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
    (b"%PDF", "PDF"),
    (b"\x00\x00\x01\x00", "icon"),
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG with nothing in it but the picture; width and height are in pixels."""

    content: bytes
    width: int
    height: int


class _Broken(Exception):  # noqa: N818 - it is the file that is broken
    """Why the bytes are no PNG that can be shown, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class _Header:
    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool


def read_picture(content: bytes, name: str) -> Picture | mistakes.Mistake:
    """The picture in `content`, or why it cannot be used; `name` is what messages call it."""
    if not content.startswith(SIGNATURE):
        start = content[:64].lstrip()
        found = next((kind for sign, kind in OTHERS if start.startswith(sign)), "")
        return mistakes.Mistake(mistakes.logo_not_png, (name, found))
    if len(content) > mistakes.MOST_BYTES:
        return mistakes.Mistake(
            mistakes.logo_too_large, (name, f"more than {mistakes.MOST_BYTES:,} bytes")
        )
    try:
        chunks = list(_chunks(content))
        header = _header(chunks)
        if any(kind in MOVING for kind, _ in chunks):
            return mistakes.Mistake(mistakes.logo_moves, (name,))
        if header.width > mistakes.WIDEST or header.height > mistakes.HIGHEST:
            size = f"{header.width} × {header.height} pixels"
            return mistakes.Mistake(mistakes.logo_too_large, (name, size))
        _check_colours(header, chunks)
        _check_rows(header, b"".join(body for kind, body in chunks if kind == b"IDAT"))
    except _Broken as broken:
        return mistakes.Mistake(mistakes.logo_broken, (name, str(broken)))
    return Picture(_written(chunks), header.width, header.height)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG in order, each held against its checksum."""
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack(">I4s", content[at : at + 8].ljust(8, b"\0"))
        body, check = content[at + 8 : at + 8 + length], content[at + 8 + length : at + 12 + length]
        if len(check) < 4:
            raise _Broken("it is cut off")
        if zlib.crc32(kind + body) != int.from_bytes(check, "big"):
            raise _Broken("a checksum in it does not match")
        if kind[:1].isupper() and kind not in KEPT:
            raise _Broken("it holds a part that no PNG has")
        yield kind, body
        at += 12 + length
    if at != len(content):
        raise _Broken("something else follows after its end")


def _header(chunks: list[tuple[bytes, bytes]]) -> _Header:
    kind, body = chunks[0]
    if kind != b"IHDR" or len(body) != 13:
        raise _Broken("it does not begin with its size")
    width, height, depth, colour, method, filters, laced = struct.unpack(">IIBBBBB", body)
    known = depth in DEPTHS.get(colour, ()) and method == filters == 0 and laced in (0, 1)
    if not (width and height and known):
        raise _Broken("its size or kind of colours is none that a PNG can have")
    return _Header(width, height, depth, colour, bool(laced))


def _check_colours(header: _Header, chunks: list[tuple[bytes, bytes]]) -> None:
    """A picture of numbered colours needs their list, before the first row, and others do not."""
    kinds = [kind for kind, _ in chunks]
    once = [kind for kind in KEPT if kind not in (b"IDAT", b"tRNS") and kinds.count(kind) > 1]
    if once or kinds.count(b"tRNS") > 1 or b"IDAT" not in kinds:
        raise _Broken("a part is missing or stands in it twice")
    bodies = dict(chunks)
    colours = len(bodies.get(b"PLTE", b""))
    first_row = kinds.index(b"IDAT")
    late = any(kind in kinds[first_row:] for kind in (b"PLTE", b"tRNS"))
    if late or colours % 3 or colours > 768 or (header.colour == 3 and not colours):
        raise _Broken("the list of its colours is missing or wrong")
    fits = {0: (2,), 2: (6,), 3: range(1, colours // 3 + 1)}.get(header.colour, ())
    if b"tRNS" in kinds and len(bodies[b"tRNS"]) not in fits:
        raise _Broken("its transparency does not fit its colours")


def _check_rows(header: _Header, packed: bytes) -> None:
    """The rows unpack to exactly as many bytes as the size says, and never to more than that."""
    rows = [*_rows(header)]
    expected = sum(rows)
    unpacking = zlib.decompressobj()
    try:
        pixels = unpacking.decompress(packed, expected + 1)
        rest = unpacking.decompress(unpacking.unconsumed_tail, 1)
    except zlib.error:
        raise _Broken("its rows cannot be unpacked") from None
    if len(pixels) + len(rest) != expected or not unpacking.eof or unpacking.unused_data:
        raise _Broken("it has more or fewer rows than its size says")
    at = 0
    for length in rows:
        if pixels[at] > 4:
            raise _Broken("a row in it is of no known kind")
        at += length


def _rows(header: _Header) -> Iterator[int]:
    """The bytes of each row, its first byte included."""
    bits = CHANNELS[header.colour] * header.depth
    for left, top, across, down in PASSES if header.interlaced else ((0, 0, 1, 1),):
        wide = -(-(header.width - left) // across)
        high = -(-(header.height - top) // down)
        if wide > 0 and high > 0:
            yield from [1 + -(-wide * bits // 8)] * high


def _written(chunks: list[tuple[bytes, bytes]]) -> bytes:
    """The PNG again, with only the parts that draw."""
    parts = (
        struct.pack(">I4s", len(body), kind) + body + zlib.crc32(kind + body).to_bytes(4, "big")
        for kind, body in chunks
        if kind in KEPT
    )
    return SIGNATURE + b"".join(parts)
