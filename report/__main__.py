"""`python -m report`: an answer file in, a PDF scorecard out; or a folder of them in one call.

Exit status: 0 fine, 1 a broken file (its problems on standard error), 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tqdm import tqdm

import brand
from bank import Bank, load
from bank.problem import BrokenFile
from brand import DEFAULT, Brand
from report.look import PageName
from report.paper import Paper, Stationery, scorecard_pdf
from scoring.answer_file import BrokenAnswerFile, read_answer_file
from scoring.json_document import MOST_BYTES
from scoring.scorecard import score

FINE: Final = 0
BROKEN: Final = 1
WRONG_USAGE: Final = 2

BANK: Final = Path(__file__).resolve().parent.parent / "questions.yaml"


class Refused(Exception):  # noqa: N818 - it ends the run, it is no fault of the code
    """Ends the run with an exit status and a line to print."""

    def __init__(self, status: int, line: str) -> None:
        super().__init__(line)
        self.status = status


@dataclass(frozen=True, slots=True)
class Job:
    """An answer file and the PDF to make of it."""

    source: Path
    target: Path


def main(arguments: Sequence[str]) -> int:
    """Make every PDF that is asked for; a broken file does not keep the others from being made."""
    wanted = _parser().parse_args(arguments)
    try:
        bank, paper = _bank(wanted.bank), _paper(wanted)
        jobs = list(_jobs(wanted.source, wanted.output))
    except Refused as refused:
        _say(str(refused))
        return refused.status
    status = FINE
    for job in tqdm(jobs, unit="PDF", disable=len(jobs) < 2, file=sys.stderr):
        try:
            _make(job, bank, paper)
        except Refused as refused:
            tqdm.write(str(refused), file=sys.stderr)
            status = max(status, refused.status)
    return status


def _make(job: Job, bank: Bank, paper: Paper) -> None:
    try:
        with job.source.open("rb") as file:
            answers = read_answer_file(file.read(MOST_BYTES + 1), bank)
    except OSError as error:
        raise Refused(WRONG_USAGE, f"{job.source}: cannot be read: {error.strerror}") from None
    except BrokenAnswerFile as broken:
        lines = (f"{job.source}: {problem}" for problem in broken.problems)
        raise Refused(BROKEN, "\n".join(lines)) from None
    _, content = scorecard_pdf(score(answers.bank, answers.assessment), paper)
    try:
        job.target.parent.mkdir(parents=True, exist_ok=True)
        job.target.write_bytes(content)
    except OSError as error:
        raise Refused(WRONG_USAGE, f"{job.target}: cannot be written: {error.strerror}") from None


def _jobs(source: Path, output: Path | None) -> Iterator[Job]:
    """One file to one PDF, or every `.json` of a folder to a PDF of the same name."""
    if not source.is_dir():
        yield Job(source, output or source.with_suffix(".pdf"))
        return
    found = sorted(source.glob("*.json"))
    if not found:
        raise Refused(WRONG_USAGE, f"{source}: holds no .json file; name a folder of answer files")
    if output is not None and output.is_file():
        raise Refused(WRONG_USAGE, f"{output}: is a file; many PDFs need a folder")
    for path in found:
        yield Job(path, (output or source) / f"{path.stem}.pdf")


def _paper(wanted: argparse.Namespace) -> Paper:
    page: PageName = "Letter" if wanted.letter else "A4"
    finished = wanted.date or datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return Paper(finished, Stationery(page, _brand(wanted.brand)), attach=wanted.attach)


def _brand(path: Path | None) -> Brand:
    """The brand of the file, or the neutral one without a file."""
    if path is None:
        return DEFAULT
    try:
        return brand.load(path)
    except BrokenFile as broken:
        raise _refusal(broken) from None


def _bank(path: Path) -> Bank:
    try:
        return load(path.read_bytes(), str(path))
    except OSError as error:
        raise Refused(WRONG_USAGE, f"{path}: cannot be read: {error.strerror}") from None
    except BrokenFile as broken:
        raise _refusal(broken) from None


def _refusal(broken: BrokenFile) -> Refused:
    lines = (
        f"{broken.name}:{problem.line}:{problem.column}: {problem.message} {problem.fix}"
        for problem in broken.problems
        if problem.severity == "error"
    )
    return Refused(BROKEN, "\n".join(lines))


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write 2026-11-25") from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m report", description="Make a PDF scorecard of an answer file."
    )
    parser.add_argument("source", type=Path, help="an answer file, or a folder of them")
    parser.add_argument("-o", "--output", type=Path, help="the PDF, or a folder for many")
    parser.add_argument("--letter", action="store_true", help="US Letter instead of A4")
    parser.add_argument("--attach", action="store_true", help="put the answer file into the PDF")
    parser.add_argument("--brand", type=Path, help="a brand.yaml: name, logo, accent, footer")
    parser.add_argument("--date", type=_day, help="the day on the paper (default: today, UTC)")
    parser.add_argument("--bank", type=Path, default=BANK, help="the question bank in use")
    return parser


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
