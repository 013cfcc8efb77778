"""What the benchmark gives the paper's peers to draw is the paper's own text."""

from benchmarks.paper.recording import recorded
from report.paper import Paper
from tests.report.conftest import FINISHED
from tests.report.fifteen import result


def test_the_peers_of_the_benchmark_draw_what_the_paper_says():
    content = recorded(result("P1"), Paper(FINISHED))
    told = repr(content)
    for item in result("P1").bank.items:
        assert item.stem in told
    assert "Lead generation" in told
