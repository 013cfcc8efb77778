"""What a screen reader is given: each element with its text, in reading order.

The characters are joined as they are drawn, without a look at the page: a word that ends a line
needs its space in the file (ISO 32000-1, 14.8.2.5), and text from right to left its reading.
"""

import re
from io import BytesIO

import pikepdf

from tests.report.tag_tree import Node, Tree

HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<(\w+)>\s*<(\w+)>\s*(<\w+>|\[[^\]]*\])")
PAIR = re.compile(rb"<(\w+)>\s*<(\w*)>")
SHOWS = {"Tj", "TJ", "'", '"'}

Place = tuple[tuple[int, int], int]


def spoken(file: bytes) -> list[tuple[str, str]]:
    """Every element that has content or a text of its own: its tag and what is read."""
    with pikepdf.open(BytesIO(file)) as pdf:
        tree, heard = Tree(pdf), {}
        for page in pdf.pages:
            heard |= page_texts(page)
        return [(node.tag, text) for node in tree.nodes if (text := said(node, heard))]


def said(node: Node, heard: dict[Place, str]) -> str:
    for key in ("/ActualText", "/Alt"):
        if key in node.entry:
            return str(node.entry[key])
    return "".join(heard.get(place, "") for place in node.marks)


def page_texts(page: pikepdf.Page) -> dict[Place, str]:
    """The text of each content number of a page."""
    texts: dict[Place, str] = {}
    tables: dict[str, tuple[int, dict[int, str]]] = {}
    open_marks: list[tuple[int | None, bool]] = []
    font = ""
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            mark = operands[1] if name == "BDC" else {}
            number, silent = open_marks[-1] if open_marks else (None, False)
            number = int(mark["/MCID"]) if "/MCID" in mark else number
            if "/ActualText" in mark and not silent:
                add(texts, page, number, str(mark["/ActualText"]))
            open_marks.append((number, silent or "/ActualText" in mark))
        elif name == "EMC":
            open_marks.pop()
        elif name == "Tf":
            font = str(operands[0])
            tables.setdefault(font, unicode_table(page.Resources.Font[font]))
        elif name in SHOWS and open_marks and not open_marks[-1][1]:
            add(texts, page, open_marks[-1][0], decoded(operands[-1], *tables[font]))
    return texts


def add(texts: dict[Place, str], page: pikepdf.Page, number: int | None, text: str) -> None:
    if number is not None:
        place = (page.obj.objgen, number)
        texts[place] = texts.get(place, "") + text


def decoded(shown, width: int, table: dict[int, str]) -> str:
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    raw = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    codes = (int.from_bytes(raw[at : at + width], "big") for at in range(0, len(raw), width))
    return "".join(table.get(code, "\ufffd") for code in codes)


def unicode_table(font: pikepdf.Object) -> tuple[int, dict[int, str]]:
    """How many bytes a code of the font has, and which text each code stands for."""
    width = 2 if font.get("/Subtype") == "/Type0" else 1
    source = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    table: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        table |= {int(code, 16): utf_16(text) for code, text in PAIR.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, target in RANGE.findall(block):
            codes = range(int(first, 16), int(last, 16) + 1)
            listed = [utf_16(text) for text in HEX.findall(target)]
            if not target.startswith(b"["):
                start = listed[0]
                listed = [start[:-1] + chr(ord(start[-1]) + step) for step in range(len(codes))]
            table |= dict(zip(codes, listed, strict=False))
    return width, table


def utf_16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("ascii")).decode("utf-16-be", "replace")
