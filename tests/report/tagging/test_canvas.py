"""The canvas: what is marked, what becomes an artifact, what is refused."""

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from report.tagging.canvas import _PAGE, TaggedCanvas
from report.tagging.structure import Element
from tests.report.tag_checker import check
from tests.report.tagging.reading import opened, pages_of, tree
from tests.report.tagging.sample import A4, FONT


class Page:
    """A canvas with a root, and the problems of its file that are no fault of a bare canvas."""

    def __init__(self, **options):
        self.root, self.file = Element("Document"), BytesIO()
        self.canvas = TaggedCanvas(
            self.file, structure=self.root, language="en", page_size=A4, font=FONT, **options
        )

    def write(self, text, element=None, y=700):
        self.canvas.setFont(FONT, 10)
        if element is None:
            self.canvas.drawString(50, y, text)
        else:
            with self.canvas.content(element):
                self.canvas.drawString(50, y, text)

    def saved(self):
        self.canvas.save()
        return self.file.getvalue()


# What only `build` writes.
FRAME = {"display-title", "title", "xmp-title"}


def problems(file):
    return [problem for problem in check(file) if problem.rule not in FRAME]


def content(file, page=0):
    return opened(file).pages[page].Contents.read_bytes().decode("latin-1")


def test_what_is_drawn_outside_every_element_becomes_an_artifact():
    page = Page()
    page.write("stray")
    page.canvas.line(0, 0, 100, 100)
    page.write("read", page.root.add("P"))
    page.canvas.lines([(0, 0, 9, 9), (9, 0, 0, 9)])
    file = page.saved()
    assert problems(file) == []
    assert content(file).count("/Artifact <</Type /Layout>> BDC") == 2


def test_settings_outside_every_element_are_no_artifact():
    page = Page()
    page.canvas.setFillColorRGB(1, 0, 0)
    page.canvas.saveState()
    page.canvas.translate(9, 9)
    page.canvas.restoreState()
    page.write("read", page.root.add("P"))
    assert "Artifact" not in content(page.saved())


def test_content_inside_content_closes_the_outer_one_and_opens_it_again():
    page = Page()
    outer = page.root.add("P")
    inner = outer.add("Span")
    with page.canvas.content(outer):
        page.write("before ")
        page.write("inside ", inner)
        page.write("after")
    file = page.saved()
    assert problems(file) == []
    found = tree(file)
    paragraph, span = found.nodes[1:]
    assert [number for _, number in paragraph.marks] == [0, 2]
    assert [number for _, number in span.marks] == [1]
    assert [str(kid) for kid in (paragraph.entry.K[0], paragraph.entry.K[2])] == ["0", "2"]


def test_all_inside_an_artifact_remains_part_of_it():
    page = Page()
    with page.canvas.artifact("Pagination"):
        page.write("again", page.root.add("P"))
    page.write("read", page.root.add("P"))
    file = page.saved()
    assert problems(file) == []
    assert len(tree(file).nodes) == 2


def test_an_artifact_inside_content_interrupts_it():
    page = Page()
    element = page.root.add("P")
    with page.canvas.content(element):
        page.write("one")
        with page.canvas.artifact():
            page.canvas.rect(0, 0, 9, 9)
        page.write("two")
    file = page.saved()
    assert problems(file) == []
    assert len(tree(file).nodes[1].marks) == 2


def test_content_that_paints_nothing_leaves_no_trace():
    page = Page()
    with page.canvas.content(page.root.add("P")):
        page.canvas.setFont(FONT, 9)
    page.write("read", page.root.add("P"))
    file = page.saved()
    assert problems(file) == []
    assert content(file).count("BDC") == 1


def test_content_that_is_open_when_a_page_ends_goes_on_with_the_next():
    page = Page()
    element = page.root.add("P")
    with page.canvas.content(element):
        page.write("one")
        page.canvas.showPage()
        page.write("two")
    file = page.saved()
    assert problems(file) == []
    found = tree(file)
    assert pages_of(found.pdf, found.nodes[1]) == [0, 1]


def test_a_file_is_not_written_while_content_is_open():
    page = Page()
    with page.canvas.content(page.root.add("P")), pytest.raises(ValueError, match="still open"):
        page.canvas.save()


def test_an_element_outside_the_structure_is_refused_when_the_file_is_written():
    page = Page()
    page.write("read", page.root.add("P"))
    page.write("lost", Element("P"))
    with pytest.raises(ValueError, match="was drawn, but it is not part of the structure"):
        page.saved()


def test_the_root_of_a_structure_is_a_document():
    with pytest.raises(ValueError, match="the root of a structure is a Document"):
        TaggedCanvas(BytesIO(), structure=Element("P"), language="en", page_size=A4)


def test_an_unknown_kind_of_artifact_is_refused():
    page = Page()
    with pytest.raises(ValueError, match="“Footer” is no kind"), page.canvas.artifact("Footer"):
        pass


def test_an_element_inside_a_form_is_refused():
    page = Page()
    page.canvas.beginForm("stamp")
    with pytest.raises(ValueError, match="cannot hold an element"):
        page.write("stamp", page.root.add("P"))


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "http://example.org", "file:///etc/passwd", "data:text/html,x"),
        *("https://", "HTTPS://example.org", "https://exa mple.org", "https://example.org/\nx"),
        *("https://exämple.org", " https://example.org", "mailto:", ""),
    ],
)
def test_only_safe_addresses_become_links(address):
    page = Page()
    with pytest.raises(ValueError, match="only https:// and mailto: addresses"):
        page.canvas.link(page.root.add("Link"), (0, 0, 9, 9), address)


def test_a_link_needs_a_link_element_that_is_read():
    page = Page()
    with pytest.raises(ValueError, match="belongs to a Link element"):
        page.canvas.link(page.root.add("P"), (0, 0, 9, 9), "https://example.org")
    link = page.root.add("Link")
    with page.canvas.artifact(), pytest.raises(ValueError, match="nobody would find"):
        page.canvas.link(link, (0, 0, 9, 9), "https://example.org")


def test_the_place_of_a_link_is_in_the_coordinates_of_the_moment():
    page = Page()
    link = page.root.add("P").add("Link")
    page.canvas.translate(100, 200)
    with page.canvas.content(link):
        page.write("there", y=0)
        page.canvas.link(link, (0, 0, 50, 10), "mailto:zoe@example.org", "Write to Zoë (us)")
    file = page.saved()
    assert problems(file) == []
    (annotation,) = opened(file).pages[0].Annots
    assert [float(edge) for edge in annotation.Rect] == [100, 200, 150, 210]
    assert str(annotation.Contents) == "Write to Zoë (us)"
    assert str(annotation.A.URI) == "mailto:zoe@example.org"


def test_reportlabs_own_links_become_part_of_the_open_element():
    page = Page()
    with page.canvas.content(page.root.add("P")):
        page.write("see ")
        for address in ("https://example.org/a", "https://example.org/a", "https://example.org/b"):
            with page.canvas.linked(address):
                page.write("here")
                page.canvas.linkURL(address, (0, 0, 9, 9), relative=1)
        page.write(" and there")
    file = page.saved()
    assert problems(file) == []
    links = [node for node in tree(file).nodes if node.tag == "Link"]
    assert [len(link.objects) for link in links] == [2, 1]
    assert [len(link.marks) for link in links] == [2, 1]


def test_reportlabs_own_link_inside_a_link_element_belongs_to_it():
    page = Page()
    link = page.root.add("P").add("Link")
    with page.canvas.content(link):
        page.write("here")
        page.canvas.linkURL("https://example.org", (0, 0, 9, 9), relative=1)
    file = page.saved()
    assert problems(file) == []
    assert [node.tag for node in tree(file).nodes] == ["Document", "P", "Link"]


def test_the_place_of_a_link_on_the_whole_page_is_refused():
    page = Page()
    with page.canvas.content(page.root.add("P")), pytest.raises(ValueError, match="of the moment"):
        page.canvas.linkURL("https://example.org", (0, 0, 9, 9))


def test_a_link_without_text_of_its_own_is_read_after_what_was_painted_before():
    page = Page()
    with page.canvas.content(page.root.add("P")):
        page.write("see here")
        page.canvas.linkURL("https://example.org", (0, 0, 9, 9), relative=1)
        page.write(" and there")
    file = page.saved()
    assert [problem.rule for problem in problems(file)] == ["link-text"]
    kids = tree(file).nodes[1].entry.K
    assert [str(kids[0]), str(kids[1].S), str(kids[2])] == ["0", "/Link", "1"]


def test_reportlabs_own_links_are_refused_where_no_element_holds_them():
    page = Page()
    with pytest.raises(ValueError, match="no element is open"):
        page.canvas.linkURL("https://example.org", (0, 0, 9, 9), relative=1)
    with pytest.raises(ValueError, match="only links to"):
        page.canvas.linkRect("", "chapter", (0, 0, 9, 9))


def test_the_furniture_knows_the_number_of_pages_and_is_an_artifact():
    seen = []
    page = Page(furniture=lambda canvas, number, total: seen.append((number, total)))
    page.write("one", page.root.add("P"))
    page.canvas.showPage()
    page.write("two", page.root.add("P"))
    assert problems(page.saved()) == []
    assert seen == [(1, 2), (2, 2)]


def test_reportlab_still_has_every_name_that_the_canvas_uses():
    canvas = Canvas(BytesIO())
    missing = [name for name in (*_PAGE, "_doc") if name not in vars(canvas)]
    assert missing == []
    assert all(hasattr(canvas, name) for name in ("_startPage", "_absRect", "_restartAccumulators"))
    document = canvas._doc
    names = ("pageCounter", "inObject", "objectcounter", "idToObjectNumberAndVersion", "_ID")
    assert [name for name in (*names, "_timeStamp", "info") if name not in vars(document)] == []


def test_what_belongs_to_a_page_is_all_that_reportlab_begins_anew():
    canvas = Canvas(BytesIO())
    canvas.showPage()
    before = dict(vars(canvas))
    canvas.showPage()
    renewed = {name for name, value in vars(canvas).items() if before.get(name) is not value}
    assert renewed <= {*_PAGE, "_pageNumber"}
