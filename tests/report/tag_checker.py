"""Checks the structure tags of a PDF by the rules of PDF/UA-1 that a machine can check.

Written from ISO 14289-1 and the Matterhorn Protocol, not from the code that writes the tags.
Passing says that the tags hold together, not that a document conforms: that takes a person too.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf

from tests.report.tag_content import content_problems
from tests.report.tag_tree import (
    Node,
    Problem,
    Tree,
    empty_elements,
    figures,
    headings,
    lists,
    nesting,
    notes,
    standard_tags,
    tables,
)

SAFE = ("https://", "mailto:")


def check(file: bytes) -> list[Problem]:
    """Every problem of the file; an empty list is a pass."""
    with pikepdf.open(BytesIO(file)) as pdf:
        problems = list(document(pdf))
        if "/StructTreeRoot" not in pdf.Root:
            return [*problems, Problem("struct-root", "catalog", "there is no structure tree")]
        tree = Tree(pdf)
        problems += tree.problems
        for rule in RULES:
            problems += rule(tree.nodes)
        problems += content_problems(tree)
        problems += annotations(tree)
        return problems


RULES: tuple[Callable[[list[Node]], Iterator[Problem]], ...] = (
    standard_tags,
    empty_elements,
    headings,
    figures,
    tables,
    lists,
    notes,
    nesting,
)


def document(pdf: pikepdf.Pdf) -> Iterator[Problem]:
    root = pdf.Root
    marks = root.get("/MarkInfo", {})
    if marks.get("/Marked") is not True:
        yield Problem("marked", "catalog", "MarkInfo does not say Marked true")
    if marks.get("/Suspects") is True:
        yield Problem("suspects", "catalog", "MarkInfo says that tags are suspect")
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(root.get("/Lang", ""))):
        yield Problem("language", "catalog", "Lang is missing or no language tag")
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield Problem("display-title", "catalog", "the window would show the file name")
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield Problem("title", "information", "the document has no title")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        if not str(metadata.get("dc:title", "")).strip():
            yield Problem("xmp-title", "metadata", "dc:title is missing or empty")
        if any("pdfua" in str(key) for key in metadata):
            yield Problem("claim", "metadata", "the file claims to conform; nobody has checked")


def annotations(tree: Tree) -> Iterator[Problem]:
    """Links are in the tree, can be read out, and are reached by Tab in reading order."""
    for place, page in enumerate(tree.pdf.pages, 1):
        found = list(page.get("/Annots", []))
        if found and page.get("/Tabs") != "/S":
            yield Problem("tabs", f"page {place}", "Tab does not follow the structure")
        for number, annotation in enumerate(found, 1):
            yield from annotation_problems(tree, annotation, f"page {place}, annotation {number}")
    for node in tree.nodes:
        targets = [tree.kind_of(target) for target in node.objects]
        if node.tag == "Link" and "/Link" not in targets:
            yield Problem("link-object", node.where, "a Link element without its annotation")
        if node.tag == "Link" and not (node.marks or node.children):
            yield Problem("link-text", node.where, "a Link element without the text of the link")


def annotation_problems(tree: Tree, annotation: pikepdf.Object, where: str) -> Iterator[Problem]:
    if not str(annotation.get("/Contents", "")).strip():
        yield Problem("contents", where, "nothing says where the link leads")
    address = str(annotation.get("/A", {}).get("/URI", ""))
    if annotation.get("/Subtype") != "/Link" or not address.startswith(SAFE):
        yield Problem("address", where, f"not a link to a safe address: {address[:40]!r}")
    key = annotation.get("/StructParent")
    parent = None if key is None else tree.parents.get(int(key))
    node = tree.node_of(parent)
    if node is None or node.tag != "Link" or annotation.objgen not in node.objects:
        yield Problem("annotation", where, "the way to its Link element and back is broken")
