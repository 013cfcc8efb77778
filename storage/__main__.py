"""`python -m storage`: deletes what was kept for long enough; answers what a person may ask."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict

from storage import DEFAULT_URL, Store, StoreFault, open_store
from storage.desk import Retained
from storage.desk.keeping import DAYS, MONTHS, Keeping, WrongKeeping, keeping
from storage.opening import is_missing
from storage.person_command import Wrong, add_to

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
        print("There is no store yet, so there is nothing to delete.", file=sys.stderr)
        return 1
    try:
        store = open_store(url)
        try:
            said = options.work(store, options)
        finally:
            store.close()
    except (StoreFault, Wrong) as wrong:
        print(wrong, file=sys.stderr)
        return 2 if isinstance(wrong, Wrong) else 1
    print(said)
    return 0


def retain(store: Store, options: argparse.Namespace) -> str:
    """Delete what was kept for long enough; how much that was, in words or as JSON."""
    retained = store.desk.retention.run(
        unshared_days=options.unshared_days, shared_months=options.shared_months
    )
    return json.dumps(asdict(retained)) if options.json else words_of(retained)


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
    verb.set_defaults(work=retain)
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
    verb.add_argument("--store", help=f"the store; otherwise what {SETTING} names")
    verb.add_argument("--json", action="store_true", help="print the counts as JSON")
    add_to(verbs)
    return parser


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 1 to 9999")
    return number


if __name__ == "__main__":
    sys.exit(main())
