"""What a place in the bank is called when we speak to its author.

A path is the way from the top of the file, keys and positions alike: `("items", 0, "stem")` is
spoken of as "'stem' of item 'OWN-01'".
"""

from bank.quoting import quote
from bank.tree import Node, Scalar, Series, Table

Path = tuple[str | int, ...]

NOUNS: dict[tuple[str, ...], tuple[str, str]] = {
    ("budget", "bands"): ("budget band", "id"),
    ("budget", "notes"): ("budget note", "code"),
    ("budget", "reasons"): ("budget reason", "code"),
    ("call", "outcomes"): ("outcome", "code"),
    ("call", "parts"): ("part of the call", "id"),
    ("capabilities",): ("capability", "id"),
    ("caps",): ("cap", "code"),
    ("causes", "shares"): ("share in words", "id"),
    ("causes", "words"): ("cause word", "id"),
    ("claims",): ("claim", "evidence"),
    ("confidence",): ("confidence word", "code"),
    ("dimensions",): ("dimension", "id"),
    ("flags",): ("flag", "code"),
    ("items",): ("item", "id"),
    ("items", "options"): ("option", ""),
    ("levels",): ("level", ""),
    ("load", "bands"): ("load band", "id"),
    ("profile", "change_choices"): ("change choice", "code"),
    ("profile", "change_rows"): ("change row", "code"),
    ("profile", "fields"): ("profile field", "id"),
    ("profile", "fields", "choices"): ("choice", "code"),
    ("reasons",): ("reason", "code"),
    ("released",): ("released id", "id"),
    ("rules",): ("rule", "id"),
    ("scale", "words"): ("scale word", "code"),
    ("sources",): ("source", "id"),
    ("symptoms", "checklist"): ("symptom", "id"),
    ("trace", "facets"): ("facet", "id"),
    ("trace", "parts"): ("trace part", "id"),
    ("trace", "parts", "choices"): ("choice", "code"),
    ("verdicts",): ("verdict", "code"),
}
"""For each list of records: the noun for an entry and the key that names it, if one does."""


def spoken(root: Node, path: Path, whole: str = "bank") -> str:
    """The words for the place at `path`, in lower case; `whole` is what the file holds."""
    last = max((index for index, step in enumerate(path) if isinstance(step, int)), default=-1)
    owner, keys = path[: last + 1], path[last + 1 :]
    dotted = ".".join(str(key) for key in keys)
    if not owner:
        return dotted or f"the {whole}"
    entry = _entry(root, owner)
    return f"'{dotted}' of {entry}" if dotted else entry


def sentence(name: str) -> str:
    """A spoken name at the beginning of a sentence; a dotted path keeps its small letters."""
    return name[0].upper() + name[1:] if " " in name else name


def _entry(root: Node, path: Path) -> str:
    """The words for one entry of a list, with the entry around it where there is one."""
    keys = tuple(step for step in path if isinstance(step, str))
    position = path[-1]
    around = path[:-1]
    while around and not isinstance(around[-1], int):
        around = around[:-1]
    if keys not in NOUNS:
        return f"entry {_count(position)} of {spoken(root, path[:-1])}"
    noun, key = NOUNS[keys]
    named = f"{noun} {_called(root, path, key) or _count(position)}"
    return f"{named} of {_entry(root, around)}" if around else named


def _count(position: str | int) -> int:
    return int(position) + 1


def _called(root: Node, path: Path, key: str) -> str:
    """The entry's own name in quotation marks, or '' if it has none that can be read."""
    entry = _child(root, path)
    named = _child(entry, (key,)) if entry and key else None
    return quote(named.text) if isinstance(named, Scalar) and named.text else ""


def _child(node: Node | None, path: Path) -> Node | None:
    for step in path:
        if isinstance(node, Series) and isinstance(step, int):
            node = node.parts[step]
        elif isinstance(node, Table):
            node = next(
                (
                    value
                    for key, value in node.entries
                    if isinstance(key, Scalar) and key.text == step
                ),
                None,
            )
        else:
            return None
    return node
