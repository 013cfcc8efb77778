"""Asks for a passphrase twice and prints the line to set: `make passphrase`."""

import sys
from getpass import GetPassWarning, getpass
from typing import Final
from warnings import catch_warnings, simplefilter

from access.passphrase import SHORTEST, hash_of, weakness
from access.settings import PASSPHRASE

ASKED: Final = f"Passphrase ({SHORTEST} characters or more, it is not shown): "
AFTER: Final = (
    "\nSet this where the diagnostic is started. The hash is no passphrase, but keep it to\n"
    "yourself. In a shell or a .env file the single quotes belong to it:\n\n"
)


def main() -> int:
    """Print the setting; the exit status is 0 for a line, 1 for none."""
    try:
        with catch_warnings():
            simplefilter("error", GetPassWarning)  # a terminal that would show it
            first = getpass(ASKED)
            wrong = weakness(first)
            if wrong is None and getpass("Once more: ") != first:
                wrong = "The two are not the same."
    except GetPassWarning:
        wrong, first = "It would be shown here. Run this in a terminal.", ""
    except (EOFError, KeyboardInterrupt):
        wrong, first = "Nothing was set.", ""
    if wrong is not None:
        print(f"\n{wrong}", file=sys.stderr)
        return 1
    print(AFTER, file=sys.stderr)
    print(f"{PASSPHRASE}='{hash_of(first)}'")
    return 0


if __name__ == "__main__":
    sys.exit(main())
