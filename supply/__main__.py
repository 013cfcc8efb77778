"""`python -m supply audit|sbom|licences`: what `make` runs for the supply chain."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from supply.audit import audit
from supply.bill import WrongBill, bill
from supply.licences import ALLOWED, allowed, installed, unexpected
from supply.pins import DEPLOYED, pins

ENDING = "Ends with 0 when all is well, 1 when something is not, 3 when audit could not look."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code."""
    options = _parser().parse_args(arguments)
    return int(options.verb(options))


def _audit(options: argparse.Namespace) -> int:
    verdict = audit(options.lock)
    print("\n".join(verdict.lines), file=sys.stderr if verdict.code else sys.stdout)
    return verdict.code


def _sbom(options: argparse.Namespace) -> int:
    try:
        text = bill(options.lock, installed())
    except WrongBill as wrong:
        print(wrong, file=sys.stderr)
        return 1
    options.target.write_text(text, "utf-8")
    print(f"{options.target}: {len(pins(options.lock.read_text('utf-8')))} packages.")
    return 0


def _licences(options: argparse.Namespace) -> int:
    found, rules = installed(), allowed(ALLOWED.read_text("utf-8"))
    deployed = {pin.name for pin in pins(options.lock.read_text("utf-8"))}
    for name, licence in sorted(found.items()):
        print(f"{name:32} {'deployed' if name in deployed else 'tools':10} {licence}")
    wrong = unexpected(found, rules)
    print("\n".join(wrong) if wrong else f"{len(found)} packages, each with a licence allowed.")
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m supply", description=__doc__, epilog=ENDING)
    verbs = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, verb, text in (
        ("audit", _audit, "look the locked versions up among known vulnerabilities"),
        ("sbom", _sbom, "write the bill of materials of what is deployed"),
        ("licences", _licences, "list every licence, and say which nobody has allowed"),
    ):
        each = verbs.add_parser(name, help=text)
        each.add_argument("--lock", type=Path, default=DEPLOYED, help="another lock file")
        each.set_defaults(verb=verb)
        if verb is _sbom:
            each.add_argument("target", type=Path, help="the file to write")
    return parser


if __name__ == "__main__":
    sys.exit(main())
