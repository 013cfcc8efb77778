"""Pictures for tests, made of nothing but their size."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BITS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def chunk(kind, body=b""):
    """One part of a PNG, with its checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def header(width, height, colour=0, depth=8, laced=0):
    """The part that says the size."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, laced))


def rows(width, height, colour=0, depth=8, first=b"\0"):
    """The rows of a picture in black, not packed."""
    return (first + bytes(-(-width * BITS[colour] * depth // 8))) * height


def png(width, height, colour=0, depth=8, before=b"", after=b"", packed=None):
    """A PNG, all black; `before` and `after` stand around its rows."""
    packed = zlib.compress(rows(width, height, colour, depth)) if packed is None else packed
    parts = (header(width, height, colour, depth), before, chunk(b"IDAT", packed), after)
    return SIGNATURE + b"".join(parts) + chunk(b"IEND")
