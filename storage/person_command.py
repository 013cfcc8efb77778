"""`python -m storage person`: what a person may ask of who runs this, as commands."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, Final

from storage.desk import Found
from storage.desk.persons import FORMAT
from storage.faults import StoreFault
from storage.opening import is_missing, open_store
from storage.store import Store
from storage.values import Deleted

WHO: Final = "an e-mail address, a private link or its token, or an id; - reads it from the input"
BACKUPS: Final = "Backups and copies made before an upgrade still hold it until they are removed."
NOBODY: Final = "Nobody was found by this. Who has not shared is found by her private link alone."
ENTRIES: Final = ("name", "email", "company")


class Wrong(Exception):  # noqa: N818 - says what was wrong with the command
    """A command that cannot be carried out; its text is for the operator."""


def add_to(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `person` to the commands of `python -m storage`."""
    person = verbs.add_parser("person", help="find, export, correct or erase what is kept of one")
    deeds = person.add_subparsers(required=True, metavar="DEED")
    for name, work, words in (
        ("find", find, "say what is kept, and in which tables"),
        ("export", export, "print everything that is kept, as JSON"),
        ("correct", correct, "change name, e-mail address or company of what was shared"),
        ("erase", erase, "delete everything, at once and for good"),
    ):
        deed = deeds.add_parser(name, help=words)
        deed.add_argument("who", help=WHO)
        deed.add_argument("--store", help="the store; otherwise what DIAGNOSTIC_DB names")
        deed.set_defaults(does=_on(work))
        if name == "correct":
            for entry in ENTRIES:
                deed.add_argument(f"--{entry}")
        if name == "erase":
            deed.add_argument("--yes", action="store_true", help="really delete it")


def _on(work: Callable[[Store, argparse.Namespace], str]) -> Callable[..., str]:
    """`work` on the store at an address."""

    def does(url: str, options: argparse.Namespace) -> str:
        if is_missing(url):
            raise StoreFault("gone", "There is no store yet, so nothing is kept of anybody.")
        store = open_store(url)
        try:
            return work(store, options)
        finally:
            store.close()

    return does


def find(store: Store, options: argparse.Namespace) -> str:
    """What is kept of somebody, a paragraph for each assessment."""
    who = _asked(options)
    found = store.desk.persons.find(who)
    named = store.desk.persons.as_consultant(who)
    if not found and not named:
        raise Wrong(NOBODY)
    lines = [words_of(each) for each in found]
    if named:
        counts = ", ".join(f"{table} {len(rows)}" for table, rows in named.items())
        lines.append(f"As a consultant: {counts}. The audit log is only added to; nothing goes.")
    return "\n".join(lines)


def export(store: Store, options: argparse.Namespace) -> str:
    """Everything that is kept of somebody, as one JSON document."""
    who, persons = _asked(options), store.desk.persons
    found = [persons.export(each.assessment_id) for each in persons.find(who)]
    named = persons.as_consultant(who)
    if not found and not named:
        raise Wrong(NOBODY)
    whole: dict[str, Any] = {"format": FORMAT, "assessments": found, "as_consultant": named}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def correct(store: Store, options: argparse.Namespace) -> str:
    """Change entries of everything that somebody has shared."""
    changes = {name: getattr(options, name) for name in ENTRIES if getattr(options, name)}
    if not changes:
        raise Wrong("Say what is right: --name, --email or --company.")
    done = 0
    for each in _known(store, _asked(options)):
        corrected = store.desk.persons.correct(each.assessment_id, changes)
        if corrected.refused:
            raise Wrong(" ".join(f"{said.name}: {said.message}" for said in corrected.refused))
        done += corrected.done
    if not done:
        raise Wrong("Nothing was shared, so no name, e-mail address or company is kept.")
    return (
        f"Corrected in {_many(done, 'share')}. What consultants wrote in their own words is as it "
        f"was; `export` shows it. {BACKUPS}"
    )


def erase(store: Store, options: argparse.Namespace) -> str:
    """Delete everything about somebody; without `--yes` only say what that would be."""
    found = _known(store, _asked(options))
    if not options.yes:
        kept = "\n".join(words_of(each) for each in found)
        raise Wrong(f"{kept}\nNothing was deleted. Say it again with --yes to delete all of this.")
    gone: list[Deleted] = [store.desk.persons.erase(each.assessment_id) for each in found]
    return f"Deleted: {erased(gone)}. {BACKUPS}"


def erased(gone: Sequence[Deleted]) -> str:
    """How many rows of which kind were deleted, added up."""
    total: dict[str, int] = {}
    for each in gone:
        for name, count in asdict(each).items():
            if name != "scrubbed":
                total[name] = total.get(name, 0) + count
    named = [f"{count} {name.replace('_', ' ')}" for name, count in total.items() if count]
    later = any(not each.scrubbed for each in gone)
    wiped = "; their text is wiped later, because somebody was reading" if later else ""
    return ", ".join(named) + wiped


def words_of(found: Found) -> str:
    """What is kept of one assessment, for the operator; no answer and no name."""
    shared = f"shared {found.shared_at:%Y-%m-%d} as {found.share_id}" if found.shared_at else ""
    counts = ", ".join(f"{table} {count}" for table, count in found.rows.items())
    return (
        f"Assessment {found.assessment_id}: started {found.started_at:%Y-%m-%d}, last changed "
        f"{found.changed_at:%Y-%m-%d}, {shared or 'not shared'}. Rows: {counts}."
    )


def _known(store: Store, who: str) -> tuple[Found, ...]:
    found = store.desk.persons.find(who)
    if not found:
        raise Wrong(NOBODY)
    return found


def _asked(options: argparse.Namespace) -> str:
    who = str(sys.stdin.readline() if options.who == "-" else options.who).strip()
    if not who:
        raise Wrong("Say whom: an e-mail address, a private link or an id.")
    return who


def _many(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count} {thing}s"
