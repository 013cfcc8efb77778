"""The Flesch-Kincaid grade: about how many school years a text asks for (US grades).

A smoke alarm only: the formula sees the length of words and sentences, never their sense.
"""

import re

WORD = re.compile(r"[A-Za-z0-9]+(?:[’'-][A-Za-z0-9]+)*")
SENTENCE_END = re.compile(r"(?<![.!?])[.!?]+(?=[\s”’\")]|$)")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_E = re.compile(r"[^aeiouy]e$")
SILENT_PLURAL = re.compile(r"(?:[^aeiouysxzcgh]|[^cs]h)es$")
SILENT_PAST = re.compile(r"[^aeiouytd]ed$")


def words(text: str) -> tuple[str, ...]:
    """The words of a text; digits count as a word, dashes and signs do not."""
    return tuple(WORD.findall(text))


def syllables(word: str) -> int:
    """Groups of vowels, without a silent *e*, *es* or *ed* at the end; at least one.

    *named* has one, *table* two, *two-day* two; a number counts as one. Two vowels side by side
    count as one even where they are spoken apart (*priority* comes out as three).
    """
    parts = re.findall(r"[a-z]+", word.lower())
    return max(sum(len(VOWELS.findall(part)) - _ends_silently(part) for part in parts), 1)


def _ends_silently(letters: str) -> bool:
    if letters.endswith("le"):
        return letters[-3:-2] in tuple("aeiouy")
    return bool(
        SILENT_E.search(letters) or SILENT_PLURAL.search(letters) or SILENT_PAST.search(letters)
    )


def sentences(text: str) -> int:
    """Full stops, question and exclamation marks that end something; at least one."""
    return max(len(SENTENCE_END.findall(text)), 1)


def grade(texts: tuple[str, ...]) -> float:
    """The grade of several texts read as one, each at least a sentence; 0.0 without any word.

    0.39 · words per sentence + 11.8 · syllables per word − 15.59 (Kincaid et al. 1975).
    """
    every_word = [word for text in texts for word in words(text)]
    if not every_word:
        return 0.0
    spoken = sum(syllables(word) for word in every_word)
    stops = sum(sentences(text) for text in texts)
    return 0.39 * len(every_word) / stops + 11.8 * spoken / len(every_word) - 15.59
