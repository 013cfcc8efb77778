"""What the file says about itself: title, author, language and dates, twice, as PDF has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from types import SimpleNamespace
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary

from report.tagging.writing import Written, shelved, text_string, whole

PRODUCER: Final = "ReportLab"

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True)
class About:
    """What a document says about itself.

    `language` is a BCP 47 tag, `finished` has a time zone (else a ValueError), and `fingerprint` is
    a hash of all that the document was made from: two documents that differ have two identifiers.
    """

    title: str
    author: str
    subject: str
    language: str
    finished: datetime
    fingerprint: bytes

    def __post_init__(self) -> None:
        if self.finished.utcoffset() is None:
            raise ValueError("the time of finishing needs its time zone")
        if not self.title.strip() or not self.language.strip():
            raise ValueError("a document needs a title and a language")

    @property
    def moment(self) -> datetime:
        """The time of finishing in UTC, so that the place of the server changes nothing."""
        return self.finished.astimezone(UTC)

    def date(self) -> bytes:
        """The time of finishing as a PDF date string."""
        return f"(D:{self.moment:%Y%m%d%H%M%S}Z)".encode("ascii")


class _Information(Written):
    """The information dictionary; ReportLab would add fields of its own."""

    invariant = 1

    def digest(self, _: object) -> None:
        """Add nothing to ReportLab’s identifier, which is not used."""


def describe(document: Any, about: About) -> None:
    """Put title, language, dates and identifier into ReportLab’s document."""
    texts = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Producer": PRODUCER,
    }
    fields = [f"/{key} ".encode() + text_string(text) for key, text in texts.items() if text]
    date = about.date()
    fields.append(b"/CreationDate %b/ModDate %b/Trapped/False" % (date, date))
    document.info = _Information(b"<<%b>>" % b"".join(fields))
    identifier = blake2b(about.fingerprint, digest_size=16).hexdigest().encode("ascii")
    document._ID = b"[<%b><%b>]\n" % (identifier, identifier)
    # Fonts and attachments of ReportLab’s own would take their dates from here.
    document._timeStamp = SimpleNamespace(
        t=about.moment.timestamp(), YMDhms=about.moment.timetuple()[:6], dhh=0, dmm=0
    )
    catalog = document.Catalog
    catalog.Lang = shelved(about.language)
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalog.Metadata = _packet(about)


def _packet(about: About) -> Written:
    texts = {
        "title": about.title,
        "subject": about.subject,
        "author": about.author,
        "language": about.language,
        "producer": PRODUCER,
        "date": about.moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    safe = {key: escape("".join(_allowed(text))) for key, text in texts.items()}
    content = _PACKET.format(**safe).encode("utf-8")
    return Written(
        b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%b\nendstream" % (len(content), content)
    )


def _allowed(text: str) -> Iterator[str]:
    """The characters that XML has a way to write."""
    return (
        character
        for character in whole(text)
        if (character >= " " or character in "\t\n\r") and character not in "\ufffe\uffff"
    )
