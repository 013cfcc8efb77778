"""One full scorecard beside its peer: reading P1's input and writing its result with `json`.

A full scorecard is the score with all bands, and every whole of it opened down to the answers:
overall, trace, budget, claims, load, causes, verdict, confidence and plan. The peer is one
`json.loads` of the input plus one `json.dumps` of the expected result. Both run in turn, in this
process; processor time is counted, and the quickest round of each is compared, because other
programs can only make a round slower.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import bank  # noqa: E402
from scoring import Scorecard, score  # noqa: E402
from scoring.answer_file import read_answer_file  # noqa: E402
from scoring.explanation import WHOLES, Explanation  # noqa: E402
from scoring.export import as_json  # noqa: E402

ROUNDS, TIMES = 40, 50
LINES = 100_000
MEMORY = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "scoring", "--lines", sys.argv[1]],
                      stdout=open(sys.argv[2], "wb"), check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def quickest(work: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of processor time for one call of each, the quickest of many rounds."""
    best = dict.fromkeys(work, float("inf"))
    for _ in range(ROUNDS):
        for name, call in work.items():
            start = process_time()
            for _ in range(TIMES):
                call()
            best[name] = min(best[name], (process_time() - start) / TIMES)
    return best


def _opened(card: Scorecard) -> list[Explanation]:
    return [card.explain(whole) for whole in WHOLES]


def one_scorecard() -> None:
    """Print what one scorecard costs beside its peer."""
    example = json.loads((ROOT / "tests/worked_examples/P1.json").read_text(encoding="utf-8"))
    text, expected = json.dumps(example["input"]), example["expected"]
    ours = bank.load((ROOT / "questions.yaml").read_bytes())
    assessment = read_answer_file(text.encode(), ours).assessment
    card = score(ours, assessment)
    best = quickest(
        {
            "peer: json.loads + json.dumps": lambda: (json.loads(text), json.dumps(expected)),
            "full scorecard": lambda: _opened(score(ours, assessment)),
            "score alone": lambda: score(ours, assessment),
            "wholes opened": lambda: _opened(card),
            "result as JSON values": lambda: as_json(card),
            "answer file read": lambda: read_answer_file(text.encode(), ours),
        }
    )
    peer = best["peer: json.loads + json.dumps"]
    print(f"{'what':32}{'µs':>9}{'of peer':>9}")
    for name, seconds in best.items():
        print(f"{name:32}{seconds * 1e6:9.0f}{seconds / peer:9.2f}")
    print(f"\nfull scorecards a second: {1 / best['full scorecard']:.0f}")
    print(f"ratio to the peer: {best['full scorecard'] / peer:.2f} (at most 8, aim for 4)")


def many_lines() -> None:
    """Print the most memory `--lines` held over many answer files."""
    example = json.loads((ROOT / "tests/worked_examples/P1.json").read_text(encoding="utf-8"))
    line = json.dumps({"input": example["input"]}) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "given.jsonl", Path(folder) / "made.jsonl"
        with given.open("w", encoding="utf-8") as file:
            file.writelines(line for _ in range(LINES))
        start = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        run = [sys.executable, "-c", MEMORY, str(given), str(made)]
        most = int(subprocess.run(run, cwd=ROOT, check=True, capture_output=True).stdout)
        spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - start
        with made.open("rb") as file:
            written = sum(1 for _ in file)
    megabytes = most / (1e6 if sys.platform == "darwin" else 1e3)
    print(f"\n--lines: {written} of {LINES} scorecards, {written / spent:.0f} a second of one core")
    print(f"most memory held: {megabytes:.0f} MB (under 150)")


if __name__ == "__main__":
    one_scorecard()
    many_lines()
