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


def write_all(folder):
    """Every picture that the broken brands name, in `folder`; `link.png` leads out of it."""
    good = png(60, 20)
    files = {
        "logo.png": good,
        "photo.png": b"\xff\xd8\xff\xe0" + bytes(40),
        "drawing.svg": b"\n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "text.png": b"a logo",
        "cut.png": good[:-20],
        "damaged.png": good.replace(b"IDATx", b"IDATy"),
        "more.png": good + b"PK\x03\x04",
        "moving.png": png(60, 20, before=chunk(b"acTL", bytes(8))),
        "large.png": png(60, 1001),
        "heavy.png": png(60, 20, after=chunk(b"tEXt", bytes(200_000))),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "pictures").mkdir()
    outside = folder.parent / f"{folder.name}-outside.png"
    outside.write_bytes(good)
    (folder / "link.png").symlink_to(outside)
