"""`python -m storage COMMAND`: what an operator does with a store, without the program serving."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from bank import BrokenBank
from storage import DEFAULT_URL, StoreFault, open_store
from storage.carrying import back_up, move_store, restore, upgrade_store
from storage.desk import Retained
from storage.desk.keeping import DAYS, MONTHS, Keeping, WrongKeeping, keeping
from storage.moving import Carried
from storage.opening import is_missing
from storage.person_command import Wrong, add_to
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
    store = getattr(options, "store", None) or os.environ.get(SETTING) or DEFAULT_URL
    try:
        print(options.does(store, options))
    except (StoreFault, Wrong) as wrong:
        print(wrong, file=sys.stderr)
        return 2 if isinstance(wrong, Wrong) else 1
    return 0


def _rescore(store: str, options: argparse.Namespace) -> str:
    """Score everything under the bank that was named; raises `Wrong` if that is no bank."""
    if is_missing(store):
        raise StoreFault("gone", "There is no store yet, so there is nothing to rescore.")

    def tell(moved: Moved) -> None:
        said = ", ".join(f"{what} {old} → {new}" for what, old, new in moved.changes)
        print(json.dumps(moved.as_json()) if options.json else f"{moved.id}: {said}")

    try:
        text = options.bank.read_bytes()
        tally = rescore(store, text, options.workers, tell if options.list else None)
    except OSError as error:
        raise Wrong(f"{options.bank}: cannot be read: {error.strerror}") from None
    except BrokenBank as broken:
        raise Wrong(
            "\n".join(
                f"{options.bank}:{problem.line}:{problem.column}: {problem.message} {problem.fix}"
                for problem in broken.problems
                if problem.severity == "error"
            )
        ) from None
    return json.dumps(tally.as_json()) if options.json else "\n".join(tally.words())


def words_of(retained: Retained) -> str:
    """What was deleted, in words for the operator and one line of a log."""
    words = (
        f"Deleted: {retained.unshared} unshared and {retained.shared} shared assessments, "
        f"{retained.sign_ins} sign-ins, {retained.attempts} tries to sign in, "
        f"{retained.outbox} outbox rows."
    )
    later = " Their text is wiped later, because somebody was reading."
    return words if retained.scrubbed else words + later


def table_of(moved: Iterable[Carried]) -> str:
    """What a store holds: a line for each table with its rows and the beginning of its digest."""
    rows = [f"{one.table:14}{one.rows:>9}  {one.sha256[:16]}" for one in moved]
    return "\n".join([f"{'table':14}{'rows':>9}  SHA-256", *rows])


def _retain(store: str, options: argparse.Namespace) -> str:
    if is_missing(store):
        raise StoreFault("gone", "There is no store yet, so there is nothing to delete.")
    opened = open_store(store)
    try:
        retained = opened.desk.retention.run(
            unshared_days=options.unshared_days, shared_months=options.shared_months
        )
    finally:
        opened.close()
    return json.dumps(asdict(retained)) if options.json else words_of(retained)


def _move(_: str, options: argparse.Namespace) -> str:
    return table_of(move_store(options.source, options.target))


def _back_up(store: str, options: argparse.Namespace) -> str:
    return table_of(back_up(store, options.file))


def _restore(store: str, options: argparse.Namespace) -> str:
    return table_of(restore(options.file, store, replace=options.replace))


def _upgrade(store: str, _: argparse.Namespace) -> str:
    before, after = upgrade_store(store)
    return f"The store has revision {after}; it had {before or 'none'}."


def _parser(kept: Keeping) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m storage", description=__doc__, epilog=ENDING)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_retention(verbs.add_parser("retention", help="delete what was kept for long enough"), kept)
    verb = verbs.add_parser("backup", help="copy the store into a new file, while it is used")
    verb.add_argument("file", type=Path, help="the file to make")
    verb.set_defaults(does=_back_up)
    _add_store(verb)
    verb = verbs.add_parser("restore", help="put a backup into the store, while nothing uses it")
    verb.add_argument("file", type=Path, help="the backup")
    verb.add_argument("--replace", action="store_true", help="delete what the store holds first")
    verb.set_defaults(does=_restore)
    _add_store(verb)
    verb = verbs.add_parser("move", help="copy a store into an empty one of any kind")
    verb.add_argument("source", help="the store: a file or an address")
    verb.add_argument("target", help="the empty database, or the file to make")
    verb.set_defaults(does=_move)
    verb = verbs.add_parser("upgrade", help="bring the store to this version")
    verb.set_defaults(does=_upgrade)
    _add_store(verb)
    add_to(verbs)
    _add_rescore(verbs.add_parser("rescore", help="say whose level moves under another bank"))
    return parser


def _add_rescore(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--bank", type=Path, required=True, help="the file of the new bank")
    verb.add_argument(
        "--workers", type=_count, default=os.cpu_count() or 1, help="processes; otherwise all cores"
    )
    verb.add_argument("--list", action="store_true", help="name everyone who moves, line by line")
    verb.add_argument("--json", action="store_true", help="print the counts as JSON")
    verb.set_defaults(does=_rescore)
    _add_store(verb)


def _add_store(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--store", help=f"the store; otherwise what {SETTING} names")


def _add_retention(verb: argparse.ArgumentParser, kept: Keeping) -> None:
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
    verb.add_argument("--json", action="store_true", help="print the counts as JSON")
    verb.set_defaults(does=_retain)
    _add_store(verb)


def _count(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 1 to 9999")
    return number


if __name__ == "__main__":
    sys.exit(main())
