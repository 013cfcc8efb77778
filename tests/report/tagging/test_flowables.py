"""Flowables on pages: split paragraphs, tables, lists, pictures, headings."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Spacer
from reportlab.platypus.tables import Table

from report.tagging.flowables import Picture
from report.tagging.structure import Element
from report.tagging.tables import TaggedTable
from tests.report.tag_checker import check
from tests.report.tagging.reading import nodes, opened, outline, pages_of, said, tree
from tests.report.tagging.sample import bar, bullets, made, words


def test_a_paragraph_that_is_split_over_pages_is_one_element():
    root = Element("Document")
    file = made([words("Who decides what? " * 900).tagged(root)], root)
    assert check(file) == []
    found = tree(file)
    paragraph = found.nodes[1]
    assert outline(found.nodes[0]) == "Document(P)"
    assert pages_of(found.pdf, paragraph) == list(range(len(found.pdf.pages)))
    assert len(found.pdf.pages) > 1


def test_words_without_an_element_are_refused():
    with pytest.raises(ValueError, match="Words has no element"):
        made([words("lost")], Element("Document"))


def rows(count, text="money and time"):
    head = [words("Priority"), words("Said"), None]
    return [head, *([words(f"P{row}"), words(text), ""] for row in range(count))]


def table_of(data, **options):
    root = Element("Document")
    options = {"colWidths": [80, 300, 60]} | options
    table = TaggedTable(data, element=root.add("Table"), **options)
    return made([table], root)


def test_a_table_over_three_pages_is_one_table_whose_heading_is_read_once():
    file = table_of(rows(90), row_headers=True)
    assert check(file) == []
    pages = said(file)
    assert len(pages) == 3
    assert [page.count("Priority") for page in pages] == [1, 1, 1]
    assert [len(nodes(file, tag)) for tag in ("Table", "THead", "TBody", "TR")] == [1, 1, 1, 91]
    heads = [str(node.attribute("Table", "Scope")) for node in nodes(file, "TH")]
    assert heads == ["/Column"] * 2 + ["/Row"] * 90


def test_an_empty_cell_of_the_heading_row_heads_nothing():
    first = nodes(table_of(rows(1)), "TR")[0]
    assert [cell.tag for cell in first.children] == ["TH", "TH", "TD"]


def test_rules_and_backgrounds_of_a_table_are_artifacts():
    style = [("GRID", (0, 0), (-1, -1), 1, "#000000"), ("BACKGROUND", (0, 0), (-1, 0), "#cccccc")]
    file = table_of(rows(3), style=style)
    assert check(file) == []
    assert opened(file).pages[0].Contents.read_bytes().count(b"/Artifact") >= 2


@pytest.mark.parametrize("lines", [4, 11])
def test_no_page_ends_with_a_heading_row_alone(lines):
    for page in said(table_of(rows(30, "said so. " * 6 * lines))):
        assert page.count("Said") == 1
        assert "P" in page.split("Said")[1]


def test_a_row_that_fits_on_a_page_is_not_split():
    file = table_of(rows(9, "said so, more than once. " * 60))
    assert len(said(file)) > 1
    assert {len(node.marks) for node in nodes(file, "TD") if node.marks} == {1}


def test_a_row_taller_than_a_page_is_split_inside_and_stays_one_row():
    file = table_of(rows(2, "said so, more than once. " * 400))
    assert check(file) == []
    found = tree(file)
    tall = [node for node in found.nodes if node.tag == "TD" and len(node.marks) > 1]
    assert len(tall) == 2
    assert len(nodes(file, "TR")) == 3
    assert sum(page.count("once") for page in said(file)) == 800


def test_a_table_refuses_bare_text_and_rows_of_unequal_length():
    table = Element("Document").add("Table")
    with pytest.raises(ValueError, match="not bare text: “P1”"):
        TaggedTable([[words("a")], ["P1"]], element=table)
    with pytest.raises(ValueError, match="same number of cells"):
        TaggedTable([[words("a")], [words("b"), words("c")]], element=table)


def test_a_cell_may_hold_a_picture_and_several_paragraphs():
    cell = [words("above"), Picture(50, 20, bar, "A bar"), words("below")]
    file = table_of([[words("a"), words("b"), words("c")], [words("x"), cell, None]])
    assert check(file) == []
    assert outline(nodes(file, "TR")[1]) == "TR(TD TD(P Figure P) TD)"


def test_a_cell_may_hold_words_that_have_their_element_already():
    lone = Element("P")
    note = words("with a note")
    note.element = lone
    file = table_of([[words("a")], [[words("b"), note]]], colWidths=[400])
    assert check(file) == []
    assert outline(nodes(file, "TR")[1]) == "TR(TD(P P))"


def test_a_tagged_table_is_drawn_on_a_tagged_canvas_only():
    table = TaggedTable([[words("a")]], [90], element=Element("Table"))
    plain = Canvas(BytesIO())
    table.wrapOn(plain, 100, 100)
    with pytest.raises(TypeError, match="only be drawn on a tagged canvas"):
        table.drawOn(plain, 0, 0)


def test_a_list_inside_an_item_is_inside_its_body():
    root = Element("Document")
    story = bullets(root, ["one", "two"])
    story += bullets(story[1].body.element, ["inner"])
    file = made(story, root)
    assert check(file) == []
    inner = "LBody(L(LI(Lbl LBody)))"
    assert outline(tree(file).nodes[0]) == f"Document(L(LI(Lbl LBody) LI(Lbl {inner})))"


def test_an_item_that_is_split_over_pages_keeps_one_label():
    root = Element("Document")
    file = made([Spacer(1, 600), *bullets(root, ["long " * 1500])], root)
    assert check(file) == []
    found = tree(file)
    label, body = (next(n for n in found.nodes if n.tag == tag) for tag in ("Lbl", "LBody"))
    assert len(label.marks) == 1
    assert pages_of(found.pdf, body) == [0, 1, 2][: len(found.pdf.pages)]
    assert sum(page.count("•") for page in said(file)) == 1


def test_a_picture_is_a_figure_that_says_what_it_shows_and_where_it_stands():
    root = Element("Document")
    file = made([Picture(100, 60, bar, "A bar – “80” of 100 🚀", root)], root)
    assert check(file) == []
    (figure,) = nodes(file, "Figure")
    assert str(figure.entry.Alt) == "A bar – “80” of 100 🚀"
    assert [float(edge) for edge in figure.attribute("Layout", "BBox")] == [50, 732, 150, 792]
    assert len(figure.marks) == 1


def test_a_picture_without_a_text_is_refused():
    with pytest.raises(ValueError, match="needs a text that says what it shows"):
        Picture(10, 10, bar, " ")


def test_headings_are_listed_in_a_nested_outline():
    root = Element("Document")
    headings = [
        ("H1", "One"),
        ("H2", "One (a)"),
        ("H3", "deep"),
        ("H1", "Zwei – Größe 🚀"),
        ("H2", "b"),
    ]
    story = [words(text).tagged(root, tag) for tag, text in headings]
    story.insert(3, PageBreak())
    pdf = opened(made(story, root))
    with pdf.open_outline() as found:
        listed = [(entry.title, [kid.title for kid in entry.children]) for entry in found.root]
        target = found.root[1].destination[0]
    assert listed == [("One", ["One (a)"]), ("Zwei – Größe 🚀", ["b"])]
    assert target.objgen == pdf.pages[1].obj.objgen


def test_a_heading_whose_title_is_set_is_listed_under_it():
    root = Element("Document")
    heading = words("1. OWNERSHIP")
    heading.element = root.add("H1", title="Ownership")
    with opened(made([heading], root)).open_outline() as found:
        assert [entry.title for entry in found.root] == ["Ownership"]


def test_reportlab_still_has_every_name_that_the_table_uses():
    names = ("_drawCell", "_getPossibleHeight", "_splitRows", "onSplit", "draw", "split")
    assert [name for name in names if not hasattr(Table, name)] == []
    table = Table([["a"]])
    table.wrap(100, 100)
    held = ("_rowpositions", "_rowHeights", "repeatRows", "splitInRow")
    assert [name for name in held if not hasattr(table, name)] == []
