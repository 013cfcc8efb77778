"""Reads a document’s structure back as plain text, one element a line."""

from io import BytesIO

import pikepdf
from pypdf import PdfReader

from tests.report.tag_tree import Node, Tree

# A value of a file dies with the file: tests look at values only.
KEPT = []


def opened(file):
    KEPT.append(pikepdf.open(BytesIO(file)))
    return KEPT[-1]


def tree(file):
    return Tree(opened(file))


def nodes(file, tag):
    return [node for node in tree(file).nodes if node.tag == tag]


def outline(node: Node):
    """The element as nested tags: `L(LI(Lbl LBody))`."""
    below = " ".join(outline(kid) for kid in node.children)
    return f"{node.tag}({below})" if below else node.tag


def pages_of(pdf, node):
    """The places (from 0) of the pages that the element has content on."""
    places = {page.obj.objgen: place for place, page in enumerate(pdf.pages)}
    return [places[page] for page, _ in node.marks]


def said(file):
    """The text of every page."""
    return [page.extract_text() for page in PdfReader(BytesIO(file)).pages]
