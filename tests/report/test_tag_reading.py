"""The reading of a document: what is heard, in which order, and what is not."""

from io import BytesIO

import pikepdf

from report.tagging.structure import Element
from tests.report.tag_reading import spoken
from tests.report.tagging.sample import LinkedWords, bullets, made, sample, words


def test_a_document_is_read_in_the_order_of_its_elements_and_without_its_furniture():
    root = Element("Document")
    first, second = root.add("Sect"), root.add("Sect")
    story = [words("drawn first").tagged(second), words("read first").tagged(first, "H1")]
    story += bullets(second, ["an item – “é”"])
    assert spoken(made(story, root)) == [
        ("H1", "read first"),
        ("P", "drawn first"),
        ("Lbl", "•"),
        ("LBody", "an item – “é”"),
    ]


def test_pictures_are_read_as_their_text_and_links_as_their_own():
    heard = spoken(sample(rows=2, paragraphs=1))
    assert ("Figure", "A black bar: 80 of 100 – “high”") in heard
    assert ("Link", "The example") in heard
    assert not any("inside the picture" in text or "Page 1" in text for _, text in heard)


def test_a_reading_stands_for_what_is_drawn():
    root = Element("Document")
    paragraph = words("abc")
    paragraph.element = root.add("P", actual="cba")
    assert spoken(made([paragraph], root)) == [("P", "cba")]


def test_a_reading_inside_the_content_stands_for_its_glyphs_alone():
    root = Element("Document")
    file = made([words("one", LinkedWords).tagged(root.add("P"), "Link")], root)
    with pikepdf.open(BytesIO(file)) as pdf:
        content = pdf.pages[0].Contents
        content.write(
            content.read_bytes().replace(
                b"(one) Tj", b"/Span <</ActualText (two)>> BDC (one) Tj EMC (one) Tj"
            )
        )
        changed = BytesIO()
        pdf.save(changed)
    assert spoken(changed.getvalue()) == [("Link", "twoone")]
