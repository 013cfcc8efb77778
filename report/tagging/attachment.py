"""A file inside the document: the answers that it was made from, to be read again."""

import zlib
from hashlib import md5
from typing import Any, Final

from report.tagging.metadata import About
from report.tagging.writing import Written, register, text_string

# Level 6 is what ReportLab uses for pages; a fixed one keeps the bytes the same.
_LEVEL: Final = 6


def attach(document: Any, name: str, content: bytes, about: About) -> None:
    """Attach JSON under `name`, a plain file name ending in `.json` (else a ValueError).

    The document is marked as made from it (`AFRelationship` Source), dated like the document.
    """
    if not name.endswith(".json") or not name.isprintable() or set(name) & set("/\\:"):
        raise ValueError(
            f"an attachment is a plain file name that ends in .json, not {name[:60]!r}"
        )
    packed = zlib.compress(content, _LEVEL)
    check = md5(content, usedforsecurity=False).hexdigest().encode("ascii")
    date = about.date()
    stream = register(
        document,
        Written(
            b"<</Type/EmbeddedFile/Subtype/application#2Fjson/Filter/FlateDecode/Length %d"
            b"/Params<</Size %d/CreationDate %b/ModDate %b/CheckSum<%b>>>>>\nstream\n%b\nendstream"
            % (len(packed), len(content), date, date, check, packed)
        ),
    )
    text = text_string(name)
    specification = register(
        document,
        Written(
            b"<</Type/Filespec/F %b/UF %b/Desc %b/AFRelationship/Source/EF<</F %d 0 R/UF %d 0 R>>>>"
            % (text, text, text, stream, stream)
        ),
    )
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = f"[{specification} 0 R]"
    catalog.Names = Written(b"<</EmbeddedFiles<</Names[%b %d 0 R]>>>>" % (text, specification))
