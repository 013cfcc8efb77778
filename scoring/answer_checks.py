"""One check for each kind of value in an answer file.

A check takes a value with its path and gives back what the reader keeps, or `None` after it has
noted what is wrong. Bounds are included. `null` never reaches a check: it means *not answered*.
"""

import re
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, Final

from bank.quoting import listed
from scoring.answer_problems import Path, ProblemList, did_you_mean, shown

Check = Callable[[Any, Path, ProblemList], Any]

UNWANTED: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
UNWANTED_IN_NOTES: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def whole_number(low: int, high: int) -> Check:
    """A whole number; `3.0`, `true` and `"3"` are none."""

    def check(value: Any, path: Path, problems: ProblemList) -> int | None:
        if type(value) is int and low <= value <= high:
            return value
        hint = _written_better(value, range(low, high + 1))
        wanted = "outside" if type(value) is int else "not a whole number from"
        problems.add(path, f"{shown(value)} is {wanted} {low} to {high}{hint}")
        return None

    return check


def number(low: int, high: int) -> Check:
    """A number with or without decimals, kept as a float."""

    def check(value: Any, path: Path, problems: ProblemList) -> float | None:
        numeric = type(value) in (int, float) and value == value
        if numeric and low <= value <= high:
            return float(value) + 0.0
        hint = "; write it without quotes" if _looks_numeric(value) else ""
        wanted = "outside" if numeric else "not a number from"
        problems.add(path, f"{shown(value)} is {wanted} {low} to {high}{hint}")
        return None

    return check


def as_it_is(value: Any, path: Path, problems: ProblemList) -> Any:
    """Anything: for what is read elsewhere or not at all."""
    return value


def yes_or_no(value: Any, path: Path, problems: ProblemList) -> bool | None:
    """`true` or `false`."""
    if type(value) is bool:
        return value
    problems.add(path, f"{shown(value)} is not true or false")
    return None


def one_of(codes: tuple[str, ...]) -> Check:
    """One code of a closed list."""
    known = frozenset(codes)

    def check(value: Any, path: Path, problems: ProblemList) -> str | None:
        if type(value) is str and value in known:
            return value
        hint = did_you_mean(value, codes)
        problems.add(path, f"{shown(value)} is not one of {listed(codes)}{hint}")
        return None

    return check


def several_of(codes: tuple[str, ...]) -> Check:
    """A list of codes, each at most once."""
    code = one_of(codes)

    def check(value: Any, path: Path, problems: ProblemList) -> tuple[str, ...]:
        chosen: dict[str, None] = {}
        for place, each in enumerate(a_list(value, path, problems)):
            at = (*path, place)
            if code(each, at, problems) is None:
                continue
            if each in chosen:
                problems.add(at, f"{shown(each)} is listed twice; keep one")
            chosen[each] = None
        return tuple(chosen)

    return check


def line_of_text(most: int) -> Check:
    """One line of text of at most `most` characters; spaces around it are removed."""

    def check(value: Any, path: Path, problems: ProblemList) -> str | None:
        text = _text(value, most, UNWANTED, path, problems)
        return text and (text.strip() or None)

    return check


def text_of_lines(most: int) -> Check:
    """Text of at most `most` characters with line breaks and tabs; kept as it is."""

    def check(value: Any, path: Path, problems: ProblemList) -> str | None:
        text = _text(value, most, UNWANTED_IN_NOTES, path, problems)
        return text if text and not text.isspace() else None

    return check


def chosen_by_id(options: Mapping[str, tuple[Any, ...]], unknown: str) -> Check:
    """An object with one chosen option for each id; `unknown` is said of an id without options."""
    allowed = {id_: frozenset(choices) for id_, choices in options.items()}

    def check(value: Any, path: Path, problems: ProblemList) -> Mapping[str, Any]:
        chosen = {}
        for id_, each in an_object(value, path, problems).items():
            if (type(each) is int or type(each) is str) and each in allowed.get(id_, ()):
                chosen[id_] = each
            elif id_ not in allowed:
                problems.add((*path, id_), unknown + did_you_mean(id_, options))
            elif each is not None:
                problems.add((*path, id_), _not_offered(each, options[id_]))
        return MappingProxyType(chosen)

    return check


def checked_by_id(ids: Collection[str], check_each: Check, unknown: str) -> Check:
    """An object whose values all pass `check_each`; `unknown` is said of an id not in `ids`."""

    def check(value: Any, path: Path, problems: ProblemList) -> Mapping[str, Any]:
        checks = dict.fromkeys(ids, check_each)
        return MappingProxyType(keys_of(value, path, problems, checks, unknown))

    return check


def keys_of(
    value: Any,
    path: Path,
    problems: ProblemList,
    checks: Mapping[str, Check],
    unknown: str = "",
) -> dict[str, Any]:
    """Everything in the object `value` that its key's check lets through; `null` is left out."""
    found = {}
    for key, each in an_object(value, path, problems).items():
        check = checks.get(key)
        if check is None:
            said = unknown or "this key is not known"
            known = "" if unknown else f"; the keys here are {listed(tuple(checks))}"
            problems.add((*path, key), said + (did_you_mean(key, checks) or known))
        elif each is not None:
            kept = check(each, (*path, key), problems)
            if kept is not None:
                found[key] = kept
    return found


def an_object(value: Any, path: Path, problems: ProblemList) -> Mapping[str, Any]:
    """`value` if it is an object; otherwise an empty one and a problem."""
    if type(value) is dict:
        return value
    problems.add(path, f"{shown(value)} is not an object in braces")
    return {}


def a_list(value: Any, path: Path, problems: ProblemList) -> list[Any]:
    """`value` if it is a list; otherwise an empty one and a problem."""
    if type(value) is list:
        return value
    problems.add(path, f"{shown(value)} is not a list in square brackets")
    return []


def _not_offered(value: Any, options: tuple[Any, ...]) -> str:
    offered = tuple(str(option) for option in options)
    words = [option for option in options if type(option) is str]
    hint = _written_better(value, options) or did_you_mean(value, words)
    return f"{shown(value)} is not one of {listed(offered)}{hint}"


def _written_better(value: Any, wanted: Collection[Any]) -> str:
    """How to write a whole number that came as text or with a decimal point."""
    if type(value) is float and value.is_integer() and int(value) in wanted:
        return f"; write {int(value)}"
    if _looks_numeric(value) and value.isdecimal() and int(value) in wanted:
        return f"; write {int(value)} without quotes"
    return ""


def _looks_numeric(value: Any) -> bool:
    return type(value) is str and re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", value) is not None


def _text(
    value: Any, most: int, unwanted: re.Pattern[str], path: Path, problems: ProblemList
) -> str | None:
    if type(value) is not str:
        problems.add(path, f"{shown(value)} is not text in double quotes")
        return None
    if len(value) > most:
        problems.add(path, f"{len(value)} characters are too many; the most is {most}")
        return None
    found = unwanted.search(value)
    if found is not None:
        problems.add(path, f"character {found.start() + 1} is {_named(found.group())}")
        return None
    return value


def _named(character: str) -> str:
    """What a character is that no text may hold, and what to do about it."""
    if character == "\t":
        return "a tab; use a space"
    if character in "\n\r\u2028\u2029":
        return "a line break; write one line"
    if "\ud800" <= character <= "\udfff":
        return f"half a character (U+{ord(character):04X}); write it again"
    return f"a control character (U+{ord(character):04X}); remove it"
