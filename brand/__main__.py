"""`python -m brand brand.yaml`: checks a brand file and says what to change."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bank.__main__ import bounded, say
from bank.printing import as_annotations, as_text
from brand.loading import USUAL, examine
from brand.model import BRAND_FILE

ENDING = "Ends with 0 if the brand can be used, 1 if it has errors, 2 if the command was wrong."


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit code: 0 usable, 1 errors, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m brand", description=__doc__, epilog=ENDING)
    parser.add_argument("file", nargs="?", default=USUAL, help=f"the brand file ({USUAL})")
    parser.add_argument(
        "--format", choices=("text", "github"), default="text", help="how problems are printed"
    )
    options = parser.parse_args(arguments)
    file = Path(options.file)
    try:
        content = bounded(file, BRAND_FILE.most_bytes)
    except OSError as error:
        parser.error(f"{options.file} cannot be read: {error.strerror}")
    examined = examine(content, options.file, file.parent)
    say(as_annotations(examined) if options.format == "github" else as_text(examined))
    return 1 if examined.brand is None else 0


if __name__ == "__main__":
    sys.exit(main())
