"""Reads a PDF’s structure tree and holds it against the rules for elements."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf

STANDARD = {
    *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
    *("NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl"),
    *("LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note"),
    *("Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu"),
    *("WT", "WP", "Figure", "Formula", "Form"),
}
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
SCOPES = ("/Column", "/Row", "/Both")
ROW_GROUPS = ("THead", "TBody", "TFoot")


class Problem(NamedTuple):
    """One broken rule: its name, the place in the document, and what is wrong there."""

    rule: str
    where: str
    text: str


@dataclass(eq=False)
class Node:
    tag: str
    where: str
    entry: pikepdf.Object
    parent: "Node | None"
    children: list["Node"] = field(default_factory=list)
    marks: list[tuple[tuple[int, int], int]] = field(default_factory=list)
    objects: list[tuple[int, int]] = field(default_factory=list)

    def attribute(self, owner: str, key: str):
        """The value of an attribute, or `None`."""
        found = self.entry.get("/A", pikepdf.Array())
        for entry in found if isinstance(found, pikepdf.Array) else [found]:
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/O") == f"/{owner}":
                return entry.get(f"/{key}")
        return None


class Tree:
    """The structure of one file: nodes in reading order, and the way back from the content."""

    def __init__(self, pdf: pikepdf.Pdf):
        self.pdf, self.problems, self.nodes = pdf, [], []
        self._by_objgen: dict[tuple[int, int], Node] = {}
        root = pdf.Root.StructTreeRoot
        for kid in self._list(root.get("/K")):
            self._read(kid, None, root.objgen)
        self.parents = dict(self._numbers(root.get("/ParentTree", pikepdf.Dictionary())))
        named = set(map(str, root.get("/RoleMap", pikepdf.Dictionary()).keys()))
        if named & {f"/{tag}" for tag in STANDARD}:
            self.problems.append(Problem("role-map", "RoleMap", "a standard tag has a new meaning"))

    def node_of(self, entry) -> Node | None:
        return self._by_objgen.get(entry.objgen) if isinstance(entry, pikepdf.Object) else None

    def kind_of(self, objgen: tuple[int, int]) -> str:
        return str(self.pdf.get_object(objgen).get("/Subtype", ""))

    @staticmethod
    def _list(kids):
        return [] if kids is None else list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def _numbers(self, tree) -> Iterator[tuple[int, pikepdf.Object]]:
        pairs = list(tree.get("/Nums", []))
        yield from ((int(key), value) for key, value in zip(pairs[::2], pairs[1::2], strict=True))
        for kid in tree.get("/Kids", []):
            yield from self._numbers(kid)

    def _read(self, entry, parent: Node | None, above: tuple[int, int]) -> None:
        tag = str(entry.get("/S", ""))[1:]
        place = len(self.nodes) + 1
        node = Node(tag, f"element {place}, {tag}", entry, parent)
        self.nodes.append(node)
        self._by_objgen[entry.objgen] = node
        if parent is not None:
            parent.children.append(node)
        if entry.get("/P") is None or entry.P.objgen != above:
            self.problems.append(Problem("parent", node.where, "P does not lead to its parent"))
        for kid in self._list(entry.get("/K")):
            self._read_kid(kid, node)

    def _read_kid(self, kid, node: Node) -> None:
        page = node.entry.get("/Pg")
        if not isinstance(kid, pikepdf.Dictionary):
            node.marks.append((page.objgen if page is not None else (0, 0), int(kid)))
        elif kid.get("/Type") == "/OBJR":
            node.objects.append(kid.Obj.objgen)
        elif "/MCID" in kid:
            node.marks.append(((kid.Pg if "/Pg" in kid else page).objgen, int(kid.MCID)))
        else:
            self._read(kid, node, node.entry.objgen)


def standard_tags(nodes: list[Node]) -> Iterator[Problem]:
    for node in nodes:
        if node.tag not in STANDARD:
            yield Problem("standard-tag", node.where, "not a standard structure type")


def empty_elements(nodes: list[Node]) -> Iterator[Problem]:
    for node in nodes:
        if not (node.children or node.marks or node.objects) and node.tag != "TD":
            yield Problem("empty", node.where, "the element has no content")


def headings(nodes: list[Node]) -> Iterator[Problem]:
    level = 0
    for node in nodes:
        if node.tag in HEADINGS:
            found = int(node.tag[1])
            if found > level + 1:
                yield Problem("headings", node.where, f"H{found} follows level {level}")
            level = found


def figures(nodes: list[Node]) -> Iterator[Problem]:
    for node in nodes:
        if node.tag == "Figure":
            if not str(node.entry.get("/Alt", "")).strip():
                yield Problem("alt", node.where, "nothing says what the figure shows")
            if len(node.attribute("Layout", "BBox") or []) != 4:
                yield Problem("bbox", node.where, "the figure does not say where it stands")


def tables(nodes: list[Node]) -> Iterator[Problem]:
    for node in nodes:
        over = node.parent.tag if node.parent else ""
        if node.tag == "TR" and over not in ("Table", *ROW_GROUPS):
            yield Problem("table", node.where, "a row outside a table")
        if node.tag in ROW_GROUPS and over != "Table":
            yield Problem("table", node.where, "a group of rows outside a table")
        if node.tag in ("TH", "TD") and over != "TR":
            yield Problem("table", node.where, "a cell outside a row")
        if node.tag == "TR" and any(kid.tag not in ("TH", "TD") for kid in node.children):
            yield Problem("table", node.where, "a row holds more than cells")
        if node.tag == "TH" and node.attribute("Table", "Scope") not in (
            "/Column",
            "/Row",
            "/Both",
        ):
            yield Problem("scope", node.where, "a heading cell does not say what it heads")
        if node.tag == "Table":
            yield from table_shape(node)


def table_shape(table: Node) -> Iterator[Problem]:
    if any(kid.tag not in ("TR", "Caption", *ROW_GROUPS) for kid in table.children):
        yield Problem("table", table.where, "a table holds more than rows")
    groups = [kid for kid in table.children if kid.tag in ROW_GROUPS]
    rows = [row for group in (table, *groups) for row in group.children if row.tag == "TR"]
    spans = [sum(int(cell.attribute("Table", "ColSpan") or 1) for cell in r.children) for r in rows]
    if len(set(spans)) > 1:
        yield Problem("rows", table.where, f"rows of unequal length: {sorted(set(spans))}")


def lists(nodes: list[Node]) -> Iterator[Problem]:
    for node in nodes:
        over = node.parent.tag if node.parent else ""
        below = [kid.tag for kid in node.children]
        if node.tag == "L" and not set(below) <= {"LI", "L", "Caption"}:
            yield Problem("list", node.where, "a list holds more than items")
        if node.tag == "LI" and (over != "L" or below.count("LBody") != 1):
            yield Problem("list", node.where, "an item needs its list and one body")
        if node.tag == "LI" and not set(below) <= {"Lbl", "LBody"}:
            yield Problem("list", node.where, "an item holds more than a label and a body")
        if (node.tag == "LBody" and over != "LI") or (node.tag == "Lbl" and over not in LABELLED):
            yield Problem("list", node.where, "a label or body outside an item")
        labels = [kid for item in node.children for kid in item.children if kid.tag == "Lbl"]
        numbering = node.attribute("List", "ListNumbering")
        if node.tag == "L" and labels and numbering in (None, "/None"):
            yield Problem("numbering", node.where, "there are labels, but no kind of numbering")


LABELLED = ("LI", "Note", "TOCI", "BibEntry", "Caption")


def notes(nodes: list[Node]) -> Iterator[Problem]:
    names = [str(node.entry.get("/ID", "")) for node in nodes if node.tag == "Note"]
    if "" in names or len(set(names)) < len(names):
        yield Problem("note", "notes", "a note without an identifier of its own")


def nesting(nodes: list[Node]) -> Iterator[Problem]:
    """A paragraph or heading holds words and what stands among them, not blocks."""
    blocks = {"P", *HEADINGS, "L", "Table", "Sect", "Part", "Div", "BlockQuote", "Document"}
    for node in nodes:
        inline = node.parent is not None and node.parent.tag in ("P", "Span", "Link", *HEADINGS)
        if inline and node.tag in blocks:
            yield Problem("nesting", node.where, f"a block inside {node.parent.tag}")
