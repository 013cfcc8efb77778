"""Counts the marked attacks per threat and writes the numbers into docs/threats.md."""

import contextlib
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "threats.md"
ROW = re.compile(r"\| (?P<number>\d+) \| .* \| (?P<tests>[^|]*) \| (?P<inputs>\d+) \|")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def rows() -> dict[int, tuple[list[tuple[str, str]], int]]:
    """For each threat of the docs its tests (file, function or nothing) and number of inputs."""
    found = (ROW.fullmatch(line) for line in DOCS.read_text("utf-8").splitlines())
    return {
        int(row["number"]): (NAMED.findall(row["tests"]), int(row["inputs"]))
        for row in found
        if row
    }


def marked_files() -> list[Path]:
    """The test files that carry the mark."""
    return [
        path
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if "mark.threat(" in path.read_text("utf-8")
    ]


def count(items: Iterable[pytest.Item]) -> Counter[int]:
    """How many of these tests attack each threat; one test may attack several."""
    return Counter(
        number
        for item in items
        for number in {mark.args[0] for mark in item.iter_markers("threat")}
    )


class Collected:
    """Keeps what pytest found."""

    numbers: Counter[int]

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Count, once everything is found."""
        self.numbers = count(session.items)


def main() -> int:
    """Print the numbers as JSON, or with `--write` put them into the docs."""
    seen = Collected()
    files = [str(path) for path in marked_files()]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        code = pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", *files], [seen])
    if code:
        print(said.getvalue(), file=sys.stderr)
        return int(code)
    if "--write" in sys.argv:
        lines = DOCS.read_text("utf-8").splitlines()
        for place, line in enumerate(lines):
            if row := ROW.fullmatch(line):
                number = seen.numbers[int(row["number"])]
                lines[place] = f"{line[: row.start('inputs')]}{number} |"
        DOCS.write_text("\n".join(lines) + "\n", "utf-8")
    print(json.dumps(seen.numbers))
    return 0


if __name__ == "__main__":
    sys.exit(main())
