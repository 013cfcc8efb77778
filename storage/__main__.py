"""`python -m storage`: deletes what was kept for long enough; scores all under another bank."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bank import BrokenBank
from storage import DEFAULT_URL, StoreFault, open_store
from storage.desk import Retained
from storage.desk.keeping import DAYS, MONTHS, Keeping, WrongKeeping, keeping
from storage.opening import is_missing
from storage.rescoring import Moved, rescore

SETTING = "DIAGNOSTIC_DB"
ENDING = "Ends with 0 when it is done, 1 if the store cannot be used, 2 if the command was wrong."


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command and returns its exit code: 0 done, 1 no store, 2 wrong usage."""
    try:
        kept = keeping(os.environ)
    except WrongKeeping as wrong:
        print(wrong, file=sys.stderr)
        return 2
    options = _parser(kept).parse_args(arguments)
    url = options.store or os.environ.get(SETTING) or DEFAULT_URL
    if is_missing(url):
        print(f"There is no store yet, so there is nothing to {options.deed}.", file=sys.stderr)
        return 1
    try:
        if options.deed == "rescore":
            return _rescore(url, options)
        store = open_store(url)
        try:
            retained = store.desk.retention.run(
                unshared_days=options.unshared_days, shared_months=options.shared_months
            )
        finally:
            store.close()
    except StoreFault as fault:
        print(fault, file=sys.stderr)
        return 1
    print(json.dumps(asdict(retained)) if options.json else words_of(retained))
    return 0


def _rescore(url: str, options: argparse.Namespace) -> int:
    """Score everything under the bank that was named; 2 if that is no bank."""

    def tell(moved: Moved) -> None:
        said = ", ".join(f"{what} {old} → {new}" for what, old, new in moved.changes)
        print(json.dumps(moved.as_json()) if options.json else f"{moved.id}: {said}")

    try:
        text = options.bank.read_bytes()
        tally = rescore(url, text, options.workers, tell if options.list else None)
    except OSError as error:
        print(f"{options.bank}: cannot be read: {error.strerror}", file=sys.stderr)
        return 2
    except BrokenBank as broken:
        for problem in broken.problems:
            if problem.severity == "error":
                place = f"{options.bank}:{problem.line}:{problem.column}"
                print(f"{place}: {problem.message} {problem.fix}", file=sys.stderr)
        return 2
    print(json.dumps(tally.as_json()) if options.json else "\n".join(tally.words()))
    return 0


def words_of(retained: Retained) -> str:
    """What was deleted, in words for the operator and one line of a log."""
    words = (
        f"Deleted: {retained.unshared} unshared and {retained.shared} shared assessments, "
        f"{retained.sign_ins} sign-ins, {retained.attempts} tries to sign in, "
        f"{retained.outbox} outbox rows."
    )
    later = " Their text is wiped later, because somebody was reading."
    return words if retained.scrubbed else words + later


def _parser(kept: Keeping) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m storage", description=__doc__, epilog=ENDING)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    verb = verbs.add_parser("retention", help="delete what has been kept for long enough")
    verb.add_argument(
        "--unshared-days",
        type=_count,
        default=kept.unshared_days,
        help=f"days without change after which an unshared assessment goes; otherwise {DAYS} or 30",
    )
    verb.add_argument(
        "--shared-months",
        type=_count,
        default=kept.shared_months,
        help=f"months after sharing after which a shared assessment goes; otherwise {MONTHS} or 12",
    )
    verb.set_defaults(deed="delete")
    other = verbs.add_parser("rescore", help="say whose level moves under another bank")
    other.add_argument("--bank", type=Path, required=True, help="the file of the new bank")
    other.add_argument(
        "--workers", type=_count, default=os.cpu_count() or 1, help="processes; otherwise all cores"
    )
    other.add_argument("--list", action="store_true", help="name everyone who moves, line by line")
    other.set_defaults(deed="rescore")
    for each in (verb, other):
        each.add_argument("--store", help=f"the store; otherwise what {SETTING} names")
        each.add_argument("--json", action="store_true", help="print the counts as JSON")
    return parser


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 1 to 9999")
    return number


if __name__ == "__main__":
    sys.exit(main())
