"""Why a file is refused before anything in it is read as a bank: one function for each rule.

Each docstring is the rule's manual; its id is the function's name with dashes.
"""

from dataclasses import dataclass
from typing import Final

from bank.problem import Wording
from bank.quoting import quote

MOST_BYTES = 1_000_000
MOST_DEPTH = 12
MOST_VALUES = 20_000


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file should be: what it is called, how large it may be, how it begins.

    `steps` says how deep it is usually indented, and `first_key` is an example.
    """

    noun: str
    most_bytes: int
    most_values: int
    most_depth: int
    steps: str
    first_key: str


BANK_FILE: Final = FileKind("bank", MOST_BYTES, MOST_VALUES, MOST_DEPTH, "five", "about")


def too_large(kind: FileKind = BANK_FILE) -> Wording:
    """A bank has a few thousand lines; a file over 1 MB or 20,000 values is something else."""
    return Wording(
        f"The file is larger than a {kind.noun} may be "
        f"({kind.most_bytes:,} bytes, {kind.most_values:,} values).",
        "Check that this is the right file.",
    )


def not_utf_8(byte: int) -> Wording:
    """The file must be text in UTF-8, without a byte order mark."""
    return Wording(
        f"The file is not text in UTF-8: the byte 0x{byte:02X} cannot stand here.",
        "Save it as UTF-8 text, without a byte order mark.",
    )


def byte_order_mark() -> Wording:
    """Some editors put an invisible mark before the first letter; it hides the first key."""
    return Wording(
        "The file begins with a byte order mark, which some editors add unseen.",
        "Save it as UTF-8 text, without a byte order mark.",
    )


def invisible_character(letter: str) -> Wording:
    """Control, zero-width and direction characters do not show, so nobody can review them."""
    return Wording(
        f"An invisible character stands here (U+{ord(letter):04X}).",
        "Delete it and type the text again.",
    )


def tab() -> Wording:
    """Tabs look like spaces and indent differently in every editor."""
    return Wording("A tab stands here.", "Use spaces; two for each step to the right.")


def alias(name: str, kind: FileKind = BANK_FILE) -> Wording:
    """Anchors (`&name`) and aliases (`*name`) hide what a reader sees and can explode in size."""
    return Wording(
        f"The shorthand {quote(name)} is an anchor or alias, which a {kind.noun} may not use.",
        "Write the value out in full, or put the text in quotation marks.",
    )


def tag(name: str, kind: FileKind = BANK_FILE) -> Wording:
    """Tags (`!name`) ask the reader for other kinds of values than the bank has."""
    return Wording(
        f"The tag {quote(name)} is not allowed in a {kind.noun}.",
        "Remove it, or put the text in quotation marks if it begins with '!'.",
    )


def several_documents(kind: FileKind = BANK_FILE) -> Wording:
    """One file holds one bank; `---` in the middle would begin a second one."""
    return Wording(
        "A second document begins here.",
        f"Remove the line '---': one file holds one {kind.noun}.",
    )


def too_deep(kind: FileKind = BANK_FILE) -> Wording:
    """The bank is five steps deep; more than twelve is a mistake or an attack."""
    return Wording(
        f"The text is indented more than {kind.most_depth} steps deep.",
        f"A {kind.noun} needs {kind.steps}; check the brackets and the indentation.",
    )


def empty_file(kind: FileKind = BANK_FILE) -> Wording:
    """A file without any key holds no bank."""
    return Wording("The file is empty.", f"Begin with a key such as '{kind.first_key}:'.")


_SYNTAX = (
    (
        "mapping values are not allowed",
        "A ':' stands where no key can begin.",
        "Put the text in quotation marks if it has a ':' in it; otherwise check the indentation.",
    ),
    (
        "could not find expected ':'",
        "This line has no ':' after its key.",
        "Write 'key: text', or indent the line if it continues the text above.",
    ),
    (
        "that cannot start any token",
        "A text cannot begin with this character.",
        "Put the text in quotation marks.",
    ),
    (
        "found unexpected end of stream",
        "A quotation mark that was opened is never closed.",
        "Close it at the end of its text.",
    ),
    (
        "found unknown escape character",
        "A backslash inside double quotation marks begins something unknown.",
        "Write two backslashes, or use single quotation marks.",
    ),
    (
        "expected <block end>",
        "This line does not fit the indentation above it.",
        "Keys of one thing begin in one column. An open quotation mark above does this as well.",
    ),
    (
        "expected ',' or",
        "A bracket that was opened is not closed before this.",
        "Close it, or put a comma between the entries.",
    ),
)


def not_yaml(reason: str) -> Wording:
    """The text breaks YAML's own grammar: quotation marks, colons, brackets or indentation."""
    for part, message, fix in _SYNTAX:
        if part in reason:
            return Wording(message, fix)
    return Wording(
        "This line cannot be read as YAML.",
        "Check the quotation marks, colons, brackets and indentation here and just above.",
    )
