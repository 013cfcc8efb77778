"""Every rule that a bank is held against, and the run of those about its content.

A rule is a function; its id is the function's name with dashes and its docstring its manual.
"""

from collections.abc import Callable, Iterable, Iterator

from bank import mistakes, refusals
from bank.lint import (
    amounts,
    answers,
    avoided,
    completeness,
    identity,
    references,
    texts,
    wording,
)
from bank.lint.remark import Passage, Remark
from bank.model import Bank, Item
from bank.naming import Path
from bank.problem import Place, Problem, Severity, Wording, problem_at
from bank.reading import Reading
from bank.sections import Symptom

ABOUT_THE_FILE: tuple[Callable[..., Wording], ...] = (
    refusals.too_large,
    refusals.not_utf_8,
    refusals.byte_order_mark,
    refusals.invisible_character,
    refusals.tab,
    refusals.alias,
    refusals.tag,
    refusals.several_documents,
    refusals.too_deep,
    refusals.empty_file,
    refusals.not_yaml,
)
ABOUT_FORM: tuple[Callable[..., Wording], ...] = (
    mistakes.unknown_key,
    mistakes.missing_key,
    mistakes.duplicate_key,
    mistakes.wrong_kind,
    mistakes.not_a_number,
    mistakes.out_of_range,
    mistakes.weight_positive,
    mistakes.not_one_of,
    mistakes.bad_code,
)
ABOUT_A_TEXT: tuple[Callable[[Passage], Iterator[Remark]], ...] = (
    texts.empty_text,
    texts.unsourced_claim,
    texts.unknown_blank,
    texts.stray_space,
    texts.straight_quote,
    avoided.avoided_word,
)
ABOUT_A_PART: tuple[Callable[[object], Iterator[Remark]], ...] = (
    answers.five_options,
    answers.answers_climb,
    answers.low_needs_move,
    completeness.rule_needs_text,
    amounts.causes_sum,
    wording.double_barrelled,
    wording.vague_word,
    wording.long_stem,
    wording.long_option,
    wording.leading_question,
)
ABOUT_THE_BANK: tuple[Callable[[Bank], Iterator[Remark]], ...] = (
    identity.retired_id,
    references.unknown_capability,
    references.unknown_dimension,
    references.unknown_item,
    references.needs_unknown,
    references.needs_circular,
    completeness.codes_complete,
    completeness.five_levels,
    completeness.needs_items,
    amounts.bands_cover,
    amounts.numbers_agree,
    wording.reading_grade,
)
ABOUT_ITS_NAMES: tuple[Callable[[Bank, Reading], Iterator[Remark]], ...] = (
    identity.duplicate_id,
    identity.duplicate_text,
    references.unknown_source,
)
ADVICE = frozenset(
    {
        texts.stray_space,
        texts.straight_quote,
        avoided.avoided_word,
        wording.double_barrelled,
        wording.vague_word,
        wording.long_stem,
        wording.long_option,
        wording.leading_question,
        wording.reading_grade,
    }
)
"""Rules that warn; all others are errors."""

Rules = tuple[Callable[..., object], ...]


def rule_id(rule: Callable[..., object]) -> str:
    """The id that stands in messages and in docs/bank.md: `unknown-key`."""
    return rule.__name__.replace("_", "-")


def every_rule() -> Rules:
    """All rules, in the order in which a file meets them."""
    return (
        *ABOUT_THE_FILE,
        *ABOUT_FORM,
        *ABOUT_A_TEXT,
        *ABOUT_A_PART,
        *ABOUT_THE_BANK,
        *ABOUT_ITS_NAMES,
    )


def lint(reading: Reading, bank: Bank | None, lines: tuple[str, ...]) -> Iterator[Problem]:
    """Every problem of content. Rules about the whole bank wait until its form is right."""
    for passage in _passages(reading):
        for text_rule in ABOUT_A_TEXT:
            yield from _problems(reading, lines, text_rule, text_rule(passage))
    for path, part in reading.parts.items():
        for part_rule in ABOUT_A_PART:
            yield from _problems(reading, lines, part_rule, part_rule(part), path)
    if bank is None:
        return
    for bank_rule in ABOUT_THE_BANK:
        yield from _problems(reading, lines, bank_rule, bank_rule(bank))
    for name_rule in ABOUT_ITS_NAMES:
        yield from _problems(reading, lines, name_rule, name_rule(bank, reading))


def _passages(reading: Reading) -> Iterator[Passage]:
    for path, text in reading.texts.items():
        yield Passage(path, text, reading.name(path), _is_sourced(reading, path))


def _is_sourced(reading: Reading, path: Path) -> bool:
    """Whether the item or symptom around `path` names a source, or could not be read itself."""
    is_item, is_symptom = path[0] == "items", path[:2] == ("symptoms", "checklist")
    part = reading.parts.get(path[:2] if is_item else path[:3])
    if isinstance(part, Item | Symptom):
        return bool(part.sources)
    return is_item or is_symptom


def _problems(
    reading: Reading,
    lines: tuple[str, ...],
    rule: Callable[..., object],
    remarks: Iterable[Remark],
    around: Path = (),
) -> Iterator[Problem]:
    severity: Severity = "warning" if rule in ADVICE else "error"
    for remark in remarks:
        place = reading.places[(*around, *remark.path)]
        if remark.word:
            place = _place_of_word(place, lines, remark.word)
        yield problem_at(place, rule_id(rule), Wording(remark.message, remark.fix), severity)


def _place_of_word(place: Place, lines: tuple[str, ...], word: str) -> Place:
    """Where `word` stands in the text that begins at `place`, if its line shows it."""
    line, start = lines[place.line - 1], place.column - 1
    if line[start] in "'\"":
        start += 1
    column = line.find(word, start)
    return place if column < 0 else Place(place.line, column + 1, len(word))
