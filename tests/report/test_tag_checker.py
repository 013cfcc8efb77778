"""Every rule of the checker catches a file that breaks it and nothing else."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from tests.report.tag_checker import check
from tests.report.tagging.sample import sample

FOLDER = Path(__file__).parent
GOOD = sample(rows=4, paragraphs=2)
PIECE = b" /P <</MCID 99>> BDC EMC"
# The checker’s calls name their rule first; the three kinds of nesting are looked up in a table.
RULE = re.compile(r'(?:Problem\(|wrong\(|True\): |False\): |\), )"([a-z]+(?:-[a-z]+)*)"')


def element(pdf, tag, place=0):
    found = [
        entry
        for entry in pdf.objects
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == f"/{tag}" and "/P" in entry
    ]
    return found[place]


def redraw(pdf, old, new, page=0):
    content = pdf.pages[page].Contents
    before = content.read_bytes()
    assert old in before
    content.write(before.replace(old, new, 1))


def inside(pdf, opening, more):
    redraw(pdf, opening, opening + more)


def drop(entry, key):
    del entry[key]


def put(entry, key, value):
    entry[key] = value


def first_annotation(pdf):
    return next(page.Annots[0] for page in pdf.pages if "/Annots" in page)


def unembedded(pdf):
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    drop(font.FontDescriptor, "/FontFile2")


def unreadable(pdf):
    drop(next(iter(pdf.pages[0].Resources.Font.values())), "/ToUnicode")


def half_readable(pdf):
    table = next(iter(pdf.pages[0].Resources.Font.values())).ToUnicode
    table.write(b"1 beginbfrange\n<20> <30> <0020>\nendbfrange")


def with_claim(pdf):
    with pdf.open_metadata() as metadata:
        metadata["pdfuaid:part"] = "1"


def without_xmp_title(pdf):
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"dc:title", b"dc:source"))


def form(pdf):
    stream = pdf.make_stream(b"/P <</MCID 0>> BDC EMC", Type=Name.XObject, Subtype=Name.Form)
    stream.BBox = Array([0, 0, 1, 1])
    put(pdf.pages[0].Resources, "/XObject", Dictionary(F=stream))


def moved(pdf, tag, to):
    """Hang the first element of this tag under another one."""
    entry, target = element(pdf, tag), element(pdf, to)
    kids = entry.P.K if isinstance(entry.P.K, Array) else Array([entry.P.K])
    entry.P.K = Array([kid for kid in kids if not same(kid, entry)])
    target.K = Array([*(target.K if isinstance(target.K, Array) else [target.K]), entry])
    entry.P = target


def same(kid, entry):
    return isinstance(kid, pikepdf.Dictionary) and kid.objgen == entry.objgen


def shorter_row(pdf):
    row = element(pdf, "TR", 3)
    row.K = Array(list(row.K)[:2])


def silent_link(pdf):
    link = element(pdf, "Link")
    link.K = next(kid for kid in link.K if isinstance(kid, Dictionary))


# Rule: how to break it. The words of a mark are those of the sample's first page.
BROKEN = {
    "marked": lambda pdf: put(pdf.Root.MarkInfo, "/Marked", False),
    "suspects": lambda pdf: put(pdf.Root.MarkInfo, "/Suspects", True),
    "language": lambda pdf: put(pdf.Root, "/Lang", pikepdf.String("in English")),
    "display-title": lambda pdf: drop(pdf.Root, "/ViewerPreferences"),
    "title": lambda pdf: drop(pdf.docinfo, "/Title"),
    "xmp-title": without_xmp_title,
    "claim": with_claim,
    "struct-root": lambda pdf: drop(pdf.Root, "/StructTreeRoot"),
    "role-map": lambda pdf: put(pdf.Root.StructTreeRoot, "/RoleMap", Dictionary(P=Name.Span)),
    "parent": lambda pdf: put(element(pdf, "P"), "/P", element(pdf, "Table")),
    "standard-tag": lambda pdf: put(element(pdf, "Note"), "/S", Name.Footnote),
    "empty": lambda pdf: drop(element(pdf, "P"), "/K"),
    "headings": lambda pdf: put(element(pdf, "H2"), "/S", Name.H3),
    "alt": lambda pdf: drop(element(pdf, "Figure"), "/Alt"),
    "bbox": lambda pdf: drop(element(pdf, "Figure"), "/A"),
    "table": lambda pdf: moved(pdf, "TR", "Sect"),
    "scope": lambda pdf: drop(element(pdf, "TH"), "/A"),
    "rows": shorter_row,
    "list": lambda pdf: put(element(pdf, "LBody"), "/S", Name.P),
    "numbering": lambda pdf: drop(element(pdf, "L"), "/A"),
    "note": lambda pdf: drop(element(pdf, "Note"), "/ID"),
    "nesting": lambda pdf: moved(pdf, "Table", "P"),
    "unmarked": lambda pdf: redraw(
        pdf, b"/H1 <</MCID 0>> BDC", b"0 0 9 9 re f /H1 <</MCID 0>> BDC"
    ),
    "unknown-mark": lambda pdf: redraw(pdf, b"/Artifact <</Type /Pagination>>", b"/Span <<>>"),
    "number-twice": lambda pdf: redraw(pdf, b"<</MCID 1>>", b"<</MCID 0>>"),
    "artifact-inside": lambda pdf: redraw(
        pdf, b"<</MCID 0>> BDC", b"<</MCID 0>> BDC /Artifact BMC EMC"
    ),
    "tagged-inside": lambda pdf: redraw(
        pdf, b"/Pagination>> BDC", b"/Pagination>> BDC /P <</MCID 99>> BDC EMC"
    ),
    "nested": lambda pdf: redraw(
        pdf, b"<</MCID 0>> BDC", b"<</MCID 0>> BDC /P <</MCID 99>> BDC EMC"
    ),
    "unbalanced": lambda pdf: redraw(pdf, b"EMC", b"EMC EMC"),
    "torn": lambda pdf: redraw(pdf, b"ET\nQ\nQ\nEMC", b"EMC ET\nQ\nQ"),
    "parent-tree": lambda pdf: put(pdf.pages[0], "/StructParents", 999),
    "missing-content": lambda pdf: redraw(pdf, b"<</MCID 2>>", b"<</MCID 77>>"),
    "form": form,
    "embedded": unembedded,
    "to-unicode": unreadable,
    "tabs": lambda pdf: drop(next(p for p in pdf.pages if "/Annots" in p), "/Tabs"),
    "contents": lambda pdf: drop(first_annotation(pdf), "/Contents"),
    "address": lambda pdf: put(first_annotation(pdf).A, "/URI", pikepdf.String("javascript:1")),
    "annotation": lambda pdf: put(first_annotation(pdf), "/StructParent", 0),
    "link-text": silent_link,
    "link-object": lambda pdf: put(element(pdf, "Link"), "/K", 0),
}


def broken(change):
    with pikepdf.open(BytesIO(GOOD)) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file)
    return {problem.rule for problem in check(file.getvalue())}


def test_the_sample_breaks_no_rule():
    assert check(GOOD) == []


@pytest.mark.parametrize("rule", BROKEN)
def test_the_checker_catches_a_file_that_breaks_the_rule(rule):
    assert rule in broken(BROKEN[rule])


def test_a_reading_of_a_few_glyphs_inside_content_is_no_problem():
    span = b"<</MCID 0>> BDC /Span <</ActualText (x)>> BDC EMC"
    assert broken(lambda pdf: redraw(pdf, b"<</MCID 0>> BDC", span)) == set()


def test_a_code_that_no_table_names_is_caught():
    assert "to-unicode" in broken(half_readable)


def test_every_rule_of_the_checker_has_a_file_that_breaks_it():
    sources = ("tag_checker.py", "tag_tree.py", "tag_content.py")
    text = "".join((FOLDER / name).read_text("utf-8") for name in sources)
    named = set(RULE.findall(text))
    assert named == set(BROKEN)
