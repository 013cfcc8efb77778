"""Reads what the pages paint and holds it against the structure tree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from tests.report.tag_tree import Problem, Tree

PATH = {"m", "l", "c", "v", "y", "h", "re"}
PAINTS_PATH = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
SHOWS = {"Tj", "TJ", "'", '"'}
PAINTS = PAINTS_PATH | SHOWS | {"Do", "sh", "INLINE IMAGE"}
WITHIN = "/Span with a reading"
CODES = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass
class Reading:
    """How far a page’s content has been read."""

    page: pikepdf.Page
    where: str
    open: list[str | int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    in_text: bool = False
    in_path: bool = False
    text_at: list[bool] = field(default_factory=list)
    font: str = ""
    shown: dict[str, set[int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, rule: str, text: str) -> None:
        if (problem := Problem(rule, self.where, text)) not in self.problems:
            self.problems.append(problem)


def content_problems(tree: Tree) -> Iterator[Problem]:
    """The problems of every page’s content, its fonts and its ways to the tree and back."""
    for place, page in enumerate(tree.pdf.pages, 1):
        reading = Reading(page, f"page {place}")
        for operands, operator in pikepdf.parse_content_stream(page):
            step(reading, list(operands), str(operator))
        if reading.open:
            reading.wrong("unbalanced", "marked content is not closed")
        yield from reading.problems
        yield from ways(tree, reading)
        yield from fonts(reading)
        for name, form in page.get("/Resources", {}).get("/XObject", {}).items():
            if form.get("/Subtype") == "/Form" and b"/MCID" in form.read_bytes():
                yield Problem("form", f"{reading.where}, {name}", "elements inside a form")


def step(reading: Reading, operands: list, operator: str) -> None:
    """Take one operator into account."""
    if operator in ("BDC", "BMC"):
        begin(reading, operands)
    elif operator == "EMC":
        end(reading)
    elif operator in ("BT", "ET"):
        reading.in_text = operator == "BT"
        if reading.text_at and reading.text_at[-1] != reading.in_text and operator == "ET":
            reading.wrong("torn", "marked content begins inside a text and ends outside it")
    elif operator == "Tf":
        reading.font = str(operands[0])
    reading.in_path = operator in PATH or (reading.in_path and operator in ("W", "W*"))
    if operator in SHOWS:
        show(reading, operands)
    if operator in PAINTS and not reading.open:
        reading.wrong("unmarked", f"{operator} paints outside marked content")


def begin(reading: Reading, operands: list) -> None:
    if reading.in_path:
        reading.wrong("torn", "marked content begins inside a path")
    kind: str | int = str(operands[0])
    if reads_as(operands) and reading.open and reading.open[-1] != "/Artifact":
        # What a few glyphs are to be read as, inside content of an element: allowed anywhere there.
        kind = WITHIN
    if kind != "/Artifact" and len(operands) > 1 and "/MCID" in operands[1]:
        kind = int(operands[1].MCID)
        if kind in reading.numbers:
            reading.wrong("number-twice", f"content {kind} occurs twice")
        reading.numbers.append(kind)
    elif kind not in ("/Artifact", WITHIN):
        reading.wrong("unknown-mark", f"{kind} is neither an artifact nor content of an element")
    if reading.open and kind != WITHIN:
        inner, outer = kind == "/Artifact", reading.open[-1] == "/Artifact"
        rule = {(True, False): "artifact-inside", (False, True): "tagged-inside"}
        reading.wrong(rule.get((inner, outer), "nested"), f"{kind} inside {reading.open[-1]}")
    reading.open.append(kind)
    reading.text_at.append(reading.in_text)


def reads_as(operands: list) -> bool:
    span = str(operands[0]) == "/Span" and len(operands) > 1 and "/MCID" not in operands[1]
    return span and ("/ActualText" in operands[1] or "/Lang" in operands[1])


def end(reading: Reading) -> None:
    if not reading.open:
        reading.wrong("unbalanced", "marked content is closed that was not open")
        return
    reading.open.pop()
    if reading.text_at.pop() != reading.in_text:
        reading.wrong("torn", "marked content begins outside a text and ends inside it, or reverse")


def show(reading: Reading, operands: list) -> None:
    parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else operands[-1:]
    for part in parts:
        if isinstance(part, pikepdf.String):
            reading.shown.setdefault(reading.font, set()).update(bytes(part))


def ways(tree: Tree, reading: Reading) -> Iterator[Problem]:
    """Every content number leads to an element that has it, and every element’s number is there."""
    page = reading.page.obj
    key = page.get("/StructParents")
    parents = tree.parents.get(int(key)) if key is not None else None
    listed = list(parents) if isinstance(parents, pikepdf.Array) else []
    for number in reading.numbers:
        node = tree.node_of(listed[number]) if number < len(listed) else None
        if node is None or (page.objgen, number) not in node.marks:
            yield Problem("parent-tree", reading.where, f"content {number} leads to no element")
    for node in tree.nodes:
        for where, number in node.marks:
            if where == page.objgen and number not in reading.numbers:
                yield Problem("missing-content", node.where, f"content {number} is not on the page")


def fonts(reading: Reading) -> Iterator[Problem]:
    """Every font that shows text is embedded and says which characters its codes are."""
    for name, codes in sorted(reading.shown.items()):
        font = reading.page.Resources.Font.get(name)
        where = f"{reading.where}, font {name}"
        if font is None:
            yield Problem("embedded", where, "the page has no such font")
            continue
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = inner.get("/FontDescriptor", {})
        if not any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")):
            yield Problem("embedded", where, "the font is not in the file")
        if "/ToUnicode" not in font:
            yield Problem("to-unicode", where, "nothing says which characters the codes are")
        elif font.get("/Subtype") != "/Type0":
            lost = codes - mapped(font.ToUnicode.read_bytes())
            if lost:
                yield Problem("to-unicode", where, f"codes without a character: {sorted(lost)}")


def mapped(table: bytes) -> set[int]:
    """The one-byte codes that a ToUnicode table gives a character."""
    codes: set[int] = set()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        codes.update(int(code, 16) for code in CODES.findall(block)[::2])
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for line in block.strip().splitlines():
            first, last = (int(code, 16) for code in CODES.findall(line)[:2])
            codes.update(range(first, last + 1))
    return codes
