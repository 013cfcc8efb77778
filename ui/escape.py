"""Text that people wrote, made safe for places where Streamlit reads Markdown or HTML."""

import html
import re
from typing import Final

CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
CONTROL_BUT_LINES: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]+")
TAKEN_AS_MORE: Final = re.compile(
    r"(?i)(?<=http)(?=s?://)|(?<=www)(?=\.)|(?=@)"  # addresses become links
    r"|(?<=:)(?=[\w+-]+:)|(?<=[-<>~])(?=[-=>])"  # :smile: and -> become pictures and arrows
)
TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of all text after them."""
ISOLATES: Final = frozenset("\u2066\u2067\u2068")
END_OF_ISOLATE: Final = "\u2069"
MARKS: Final = re.compile(r"([!-/:-@\[-`{-~])")
WORD_JOINER: Final = "\u2060"


def escape(text: object) -> str:
    """`text` so that Markdown shows it literally: no image, link, colour, formula or icon.

    What Streamlit makes of bare addresses and of some signs ignores backslashes; an invisible
    character inside breaks them. `st.text` needs none of this and must not get it.
    """
    line = CONTROL.sub(" ", isolate(str(text)))
    return MARKS.sub(r"\\\1", TAKEN_AS_MORE.sub(WORD_JOINER, line))


def as_html(text: object) -> str:
    """`text` as HTML that shows it literally, line breaks included where the style keeps them."""
    lines = CONTROL_BUT_LINES.sub(" ", str(text)).split("\n")
    return html.escape("\n".join(isolate(line) for line in lines))


def isolate(text: str) -> str:
    """One line, so that the direction it is written in ends with it and turns nothing around it.

    An end that nobody opened inside the text would close what is put around it: it goes away.
    """
    if not TURNS.search(text):
        return text
    kept, still_open = [], 0
    for sign in text:
        if sign == END_OF_ISOLATE and not still_open:
            continue
        still_open += (sign in ISOLATES) - (sign == END_OF_ISOLATE)
        kept.append(sign)
    return "\u2068" + "".join(kept) + END_OF_ISOLATE * (still_open + 1)


def tidy_line(text: str, most: int) -> str:
    """One line of at most `most` characters, without control characters and outer spaces."""
    return CONTROL.sub(" ", text).strip()[:most].strip()


def tidy_lines(text: str, most: int) -> str:
    """Text with its line breaks, at most `most` characters, without other control characters."""
    plain = CONTROL_BUT_LINES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "" if plain.isspace() else plain[:most]
