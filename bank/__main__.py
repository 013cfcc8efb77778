"""`python -m bank questions.yaml`: checks a question bank and says what to change."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from bank.loading import examine
from bank.printing import as_annotations, as_text
from bank.refusals import MOST_BYTES
from bank.schema import schema_text

ENDING = "Ends with 0 if the bank can be used, 1 if it has errors, 2 if the command was wrong."


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit code: 0 usable, 1 errors, 2 wrong usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.schema:
        say(schema_text())
        return 0
    if options.file is None:
        parser.error("name the file to check, such as questions.yaml")
    try:
        content = bounded(Path(options.file), MOST_BYTES)
    except OSError as error:
        parser.error(f"{options.file} cannot be read: {error.strerror}")
    examined = examine(content, options.file)
    say(as_annotations(examined) if options.format == "github" else as_text(examined))
    return 1 if examined.bank is None else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bank", description=__doc__, epilog=ENDING)
    parser.add_argument("file", nargs="?", help="the question bank to check")
    parser.add_argument(
        "--format", choices=("text", "github"), default="text", help="how problems are printed"
    )
    parser.add_argument(
        "--schema", action="store_true", help="print the JSON Schema for editors instead"
    )
    return parser


def bounded(path: Path, most: int) -> bytes:
    """The file's bytes, one more at most than it may have.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(most + 1)


def say(text: str) -> None:
    """Writes `text`, with escapes for letters that a terminal's alphabet lacks.

    A reader that goes away in the middle, as `head` does, is no mistake.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        print(text, end="", flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
