"""How each number of a result is worked out, as types: the texts of “how is this worked out”."""

from dataclasses import dataclass
from typing import Annotated

from bank.kinds import Blanks, Text


@dataclass(frozen=True, slots=True)
class ExplainedNames:
    """What each explanation is called where all of them stand together."""

    area: Text
    band: Text
    overall: Text
    trace: Text
    money: Text
    claims: Text
    causes: Text
    load: Text
    moves: Text
    plan: Text
    confidence: Text


@dataclass(frozen=True, slots=True)
class Explained:
    """The explanations. Blanks are numbers of the bank, shares in percent or points of 100.

    {thing} is what is split, money or time; {way} is `shown.areas.halfway` or `part_way`.
    """

    names: ExplainedNames
    area: Text
    band: Text
    overall: Annotated[Text, Blanks(("way", "levels"))]
    trace: Annotated[Text, Blanks(("clear",))]
    money: Annotated[Text, Blanks(("thing",))]
    claims: Annotated[Text, Blanks(("gap",))]
    causes: Text
    load: Text
    moves: Annotated[Text, Blanks(("critical", "together", "cause"))]
    plan: Annotated[Text, Blanks(("most",))]
    confidence: Annotated[Text, Blanks(("coverage", "gap"))]
