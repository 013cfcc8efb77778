"""The contract of the paper: a scorecard in, a file name and the bytes of a PDF out."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Final

from reportlab.platypus import PageBreak

from brand import DEFAULT, Brand
from report.front.areas import Areas
from report.front.block import Sheet
from report.front.moves import Moves
from report.front.rows import Rows
from report.front.top import Top, reasons_shown
from report.furniture import day, furniture
from report.look import PAGES, Look, Page, PageName, look_of
from report.story import answers, areas, causes, method, money, plan, priorities, together, trust
from report.story.teller import Teller
from report.tagging.document import Margins, build
from report.tagging.structure import Element
from report.text.faces import SANS, load_faces
from scoring.answer_file import write_answer_file
from scoring.export import as_json
from scoring.scorecard import Scorecard
from scoring.wording import MONTHS
from scoring.words.headlines import (
    areas_headline,
    money_headline,
    moves_headline,
    thing,
    trace_headline,
)
from scoring.words.monday import monday
from theme import LIGHT, branded

TITLE: Final = "Marketing execution scorecard"
ANSWERS: Final = "answers.json"
"""The name of the answer file inside the PDF."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """What a firm's papers have in common: their size, and whose they are."""

    page: PageName = "A4"
    brand: Brand = DEFAULT


@dataclass(frozen=True, slots=True)
class Paper:
    """How one scorecard is put on paper.

    `finished` is when the result was finished; it is the date of the document. With `attach` the
    answer file travels inside. `delete_at` is the address where answers are deleted; it never
    holds the private link, because papers are forwarded. `shared` is the day on which the answers
    were shared with a consultant, `None` if they were not or if that cannot be known.
    """

    finished: datetime
    stationery: Stationery = Stationery()
    attach: bool = False
    delete_at: str | None = None
    shared: date | None = None


def scorecard_pdf(card: Scorecard, paper: Paper) -> tuple[str, bytes]:
    """The scorecard as `(file name, PDF)`: the same bytes for the same card and paper, anywhere."""
    load_faces()
    sheet = paper.stationery
    page, look = PAGES[sheet.page], look_of(branded(LIGHT, sheet.brand.accent))
    digest = fingerprint(card, paper)
    root = Element("Document")
    on = paper.finished.astimezone(UTC)
    teller = Teller(root, look, page.text_width)
    teller.add(_front(card, look, page, root))
    teller.add(PageBreak())
    _tell(teller, card, on, digest, paper)
    content = build(
        teller.flowables,
        structure=root,
        title=TITLE,
        author=sheet.brand.name,
        subject=areas_headline(card),
        language=card.bank.about.language,
        page_size=(page.width, page.height),
        margins=Margins(page.top, page.side, page.bottom, page.side),
        finished=on,
        fingerprint=digest,
        furniture=furniture(sheet.brand, look, page, day(on.date(), MONTHS), TITLE),
        attachment=(ANSWERS, _answers(card)) if paper.attach else None,
        font=SANS,
    )
    return f"scorecard-{on:%Y-%m-%d}.pdf", content


def fingerprint(card: Scorecard, paper: Paper) -> bytes:
    """SHA-256 of everything that the bytes depend on; it names the document."""
    sheet = paper.stationery
    told = {
        "answers": write_answer_file(card.assessment, card.bank),
        "bank": card.bank.sha256,
        "result": as_json(card),
        "finished": paper.finished.astimezone(UTC).isoformat(),
        "page": sheet.page,
        "brand": [sheet.brand.name, sheet.brand.footer, sheet.brand.accent],
        "logo": sha256(sheet.brand.logo or b"").hexdigest(),
        "attach": paper.attach,
        "delete_at": paper.delete_at,
        "shared": paper.shared.isoformat() if paper.shared else None,
    }
    return sha256(json.dumps(told, sort_keys=True).encode()).digest()


def _answers(card: Scorecard) -> bytes:
    """The answer file; half a character, which no widget lets through, becomes a question mark."""
    return write_answer_file(card.assessment, card.bank).encode("utf-8", "replace")


def _front(card: Scorecard, look: Look, page: Page, root: Element) -> Sheet:
    here = root.add("Sect")
    blocks = (
        Top(card, look, here.add("Sect")),
        Areas(card, areas_headline(card), look, here.add("Sect")),
        Rows(card, trace_headline(card), money_headline(card), thing(card), look, here.add("Sect")),
        Moves(card, moves_headline(card), monday(card), look, here.add("Sect")),
    )
    return Sheet(blocks, look, page.text_width, page.text_height)


def _tell(teller: Teller, card: Scorecard, on: datetime, digest: bytes, paper: Paper) -> None:
    areas.tell(teller, card, reasons_shown(card))
    priorities.tell(teller, card)
    money.tell(teller, card)
    together.tell(teller, card)
    causes.tell(teller, card)
    plan.tell(teller, card)
    trust.tell(teller, card, on.date())
    answers.tell(teller, card)
    method.tell(teller, card, digest.hex(), paper.delete_at, paper.shared)
