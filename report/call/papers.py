"""The contract of the call’s papers: a brief or a recap in, a file name and one page of PDF out."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from bank.model import Bank
from discovery.brief import Brief
from discovery.recap import Recap
from report.call.findings import Circumstances, Findings
from report.call.limits import SETTINGS, Limits, Setting
from report.call.opening import Opening
from report.call.priorities import Priorities
from report.call.questions import Questions
from report.call.recap import Letter
from report.call.scores import Scores
from report.call.style import CallLook, call_look, page_of, sized
from report.call.trust import Room, Trusted
from report.front.block import Block, Sheet
from report.furniture import day, furniture
from report.look import Look, Page, look_of
from report.paper import Stationery
from report.tagging.document import Margins, build
from report.tagging.structure import Element
from report.text.clean import one_line
from report.text.faces import SANS, load_faces
from scoring.wording import MONTHS
from theme import LIGHT, branded

BRIEF: Final = "Brief for the call"
RECAP: Final = "Recap of the call"
LIFT: Final = 10.0
"""Points by which the text begins nearer to the head of the page than on the scorecard."""
MOST_NAME: Final = 160
PLAIN: Final = Stationery()
"""A4, and no firm’s name."""


@dataclass(frozen=True, slots=True)
class CallPaper:
    """How a paper of a call is made.

    `when` is the date of the document: when the answers were shared, or when the call was. `name`
    and `company` are those of the respondent, as far as they are told.
    """

    when: datetime
    name: str = ""
    company: str = ""
    stationery: Stationery = PLAIN

    @property
    def whom(self) -> str:
        """Whom it is about, in one line."""
        told = (one_line(text, MOST_NAME) for text in (self.name, self.company))
        return " · ".join(filter(None, told))


def brief_pdf(brief: Brief, bank: Bank, paper: CallPaper) -> tuple[str, bytes]:
    """The brief as `(file name, PDF)` on one page, the same bytes for the same values, anywhere.

    A fifth of the page or more, mostly a quarter, stays free for notes. `bank` is the one that the
    brief was made from.
    """
    page, root = page_of(paper.stationery.page), Element("Document")
    setting = _setting(brief, bank, paper, page)
    style = sized(_look(paper), setting.size)
    blocks = _parts(brief, bank, paper, style, setting.limits, root.add("Sect"))
    tall = _tall(page) - _used(blocks, page, setting.gap)
    room = Room(tall, style, root.add("Sect"))
    sheet = _Close((*blocks, room), style.look, page, setting.gap)
    return _written(sheet, root, bank, paper, BRIEF, brief.verdict.headline, asdict(brief))


def recap_pdf(recap: Recap, bank: Bank, paper: CallPaper) -> tuple[str, bytes]:
    """The recap as `(file name, PDF)` on one page; a long one is set smaller, then its longest
    texts are cut with “…”.
    """
    style, page = _look(paper), page_of(paper.stationery.page)
    root = Element("Document")
    letter = Letter(recap, paper.whom, style, root.add("Sect"), _tall(page))
    sheet = _Close((letter,), style.look, page, 0.0)
    return _written(sheet, root, bank, paper, RECAP, recap.title, asdict(recap))


class _Close(Sheet):
    """A sheet whose parts stand closer than those of the scorecard."""

    def __init__(self, blocks: Sequence[Block], look: Look, page: Page, gap: float) -> None:
        """Blocks for all of `page`, with `gap` points above and below each rule."""
        super().__init__(blocks, look, page.text_width, _tall(page))
        self.gap = gap

    def _gap(self, used: float) -> float:
        return self.gap


def _look(paper: CallPaper) -> CallLook:
    load_faces()
    return call_look(look_of(branded(LIGHT, paper.stationery.brand.accent)))


def _tall(page: Page) -> float:
    """The height between head and foot."""
    return page.text_height + LIFT


def _setting(brief: Brief, bank: Bank, paper: CallPaper, page: Page) -> Setting:
    """The roomiest setting that leaves enough room for notes."""
    look = _look(paper)
    for setting in SETTINGS:
        style = sized(look, setting.size)
        parts = _parts(brief, bank, paper, style, setting.limits, Element("Document"))
        if _used(parts, page, setting.gap) <= (1 - setting.notes) * _tall(page):
            return setting
    return SETTINGS[-1]


def _parts(
    brief: Brief, bank: Bank, paper: CallPaper, style: CallLook, limits: Limits, root: Element
) -> tuple[Block, ...]:
    return (
        Opening(brief, paper.whom, limits, style, root.add("Sect")),
        Scores(brief, bank, style, root.add("Sect")),
        Priorities(brief, limits, style, root.add("Sect")),
        Findings(brief, limits, style, root.add("Sect")),
        Circumstances(brief, limits, style, root.add("Sect")),
        Questions(brief, limits, style, root.add("Sect")),
        Trusted(brief, limits, style, root.add("Sect")),
    )


def _used(blocks: tuple[Block, ...], page: Page, gap: float) -> float:
    """The height of the parts, with a rule after each."""
    return sum(block.height(page.text_width) + 2 * gap for block in blocks)


def _written(
    sheet: Sheet,
    root: Element,
    bank: Bank,
    paper: CallPaper,
    title: str,
    subject: str,
    told: dict[str, Any],
) -> tuple[str, bytes]:
    page, brand, on = page_of(paper.stationery.page), paper.stationery.brand, paper.when
    on = on.astimezone(UTC)
    content = build(
        [sheet],
        structure=root,
        title=title,
        author=brand.name,
        subject=subject,
        language=bank.about.language,
        page_size=(page.width, page.height),
        margins=Margins(page.top - LIFT, page.side, page.bottom, page.side),
        finished=on,
        fingerprint=_fingerprint(told, bank, paper, title),
        furniture=furniture(brand, sheet.look, page, day(on.date(), MONTHS), title),
        font=SANS,
    )
    return f"{title.split()[0].lower()}-{on:%Y-%m-%d}.pdf", content


def _fingerprint(told: dict[str, Any], bank: Bank, paper: CallPaper, title: str) -> bytes:
    """SHA-256 of everything that the bytes depend on; it names the document."""
    brand = paper.stationery.brand
    whole = {
        "told": told,
        "title": title,
        "bank": bank.sha256,
        "when": paper.when.astimezone(UTC).isoformat(),
        "whom": paper.whom,
        "page": paper.stationery.page,
        "brand": [brand.name, brand.footer, brand.accent],
        "logo": sha256(brand.logo or b"").hexdigest(),
    }
    text = json.dumps(whole, sort_keys=True, default=str)
    return sha256(text.encode("utf-8", "replace")).digest()
