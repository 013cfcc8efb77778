"""`python -m tests.report` draws the golden pictures of the fifteen papers and of a call’s anew."""

from tests.report.call.papers import PICTURED, all_papers, picture_of
from tests.report.conftest import paper_of
from tests.report.fifteen import FIFTEEN
from tests.report.pictures import FOLDER, drawn, golden

FOLDER.mkdir(exist_ok=True)
for old in FOLDER.glob("*.png"):
    old.unlink()
for name in FIFTEEN:
    for page, picture in enumerate(drawn(paper_of(name)), start=1):
        picture.save(golden(name, page), optimize=True)

call_papers = all_papers()
for name in PICTURED:
    picture_of(name).parent.mkdir(exist_ok=True)
    drawn(call_papers[name])[0].save(picture_of(name), optimize=True)
