"""One simulated respondent: starts, thinks, answers everything, goes back, reads the result."""

import asyncio
from dataclasses import dataclass, field
from io import BytesIO
from random import Random
from time import perf_counter
from typing import Any

import pikepdf
from websockets.exceptions import WebSocketException

from benchmarks.load.answering import boxes, choose
from benchmarks.load.tab import Lost, Shown, Tab, get
from storage import Json
from tests.web.widgets import value_of

BACK_AGAIN = 0.1
"""Share of screens after which somebody goes back and changes an answer."""
SKIPPED = 0.02
"""Share of fields that are left open."""


@dataclass(slots=True)
class Told:
    """What a respondent has to tell afterwards. `waits` are (when it ended, kind, seconds)."""

    number: int
    assessment: str = ""
    given: dict[str, Json] = field(default_factory=dict)
    waits: list[tuple[float, str, float]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    reconnects: int = 0
    finished: bool = False
    papers: int = 0


@dataclass(slots=True)
class Respondent:
    """Answers at the site `base` until all is done or `until` (of `perf_counter`) has come.

    Thinks `think` seconds on average before each deed, by an exponential law cut at four times
    that. `stored` is false where nobody stores anything: then the result and the paper are left.
    """

    base: str
    number: int
    think: float
    until: float = float("inf")
    stored: bool = True
    seed: int = 1
    told: Told = field(init=False)
    random: Random = field(init=False)
    tab: Tab = field(init=False)

    def __post_init__(self) -> None:
        self.told = Told(self.number)
        self.random = Random(self.seed * 1_000_003 + self.number)
        self.tab = Tab(self.base)

    async def live(self) -> Told:
        """Everything; what goes wrong is told, not raised."""
        try:
            await self._open()
            while self._goes_on() and await self._screen():
                pass
            if self._goes_on() and self.stored:
                await self._paper()
            self.told.finished = self._goes_on()
        except (Lost, OSError, WebSocketException, pikepdf.PdfError) as error:
            self.told.errors.append(f"{type(error).__name__}: {error}")
        finally:
            self.told.reconnects = self.tab.reconnects
            await self.tab.close()
        return self.told

    def _goes_on(self) -> bool:
        return perf_counter() < self.until

    async def _pause(self) -> None:
        wait = min(self.random.expovariate(1), 4.0) * self.think
        await asyncio.sleep(max(0.0, min(wait, self.until - perf_counter())))

    def _note(self, kind: str) -> None:
        self.told.waits.append((perf_counter(), kind, self.tab.waited))

    async def _open(self) -> None:
        await self.tab.open()
        self._note("open")
        await self._pause()
        await self._press("Start")

    async def _screen(self) -> bool:
        """Answer what is on the screen and go on; false when there is no further screen."""
        await self._answer_all()
        if not self.tab.has("next") or not self._goes_on():
            return False
        going_back = self.random.random() < BACK_AGAIN
        await self._press("next")
        if going_back and self.tab.has("back") and self._goes_on():
            await self._press("back")
            fields = [each for each in self.tab.shown.values() if each.kind == "radio"]
            if fields:
                await self._answer(self.random.choice(fields))
            await self._press("next")
        return True

    async def _answer_all(self) -> None:
        """Every field of the screen, those that come up because of an answer as well."""
        seen: set[str] = set()
        while self._goes_on():
            fields = [each for _, each in sorted(self.tab.shown.items()) if each.kind != "button"]
            if not self.told.assessment and fields:
                self.told.assessment = fields[0].owner
            one = next((each for each in fields if each.name not in seen), None)
            if one is None:
                return
            seen.add(one.name)
            held = value_of(self.tab.states[one.widget.id])
            if self._is_left(one, held):
                continue
            await self._answer(one)

    def _is_left(self, one: Shown, held: Any) -> bool:
        """What is answered already is left as it is; a name of a priority is never left open."""
        if one.owner != self.told.assessment or (held and one.kind != "checkbox"):
            return True
        share = 0.5 if one.kind == "checkbox" else SKIPPED
        return not one.name.endswith(":name") and self.random.random() < share

    async def _answer(self, one: Shown) -> None:
        await self._pause()
        if not self._goes_on():
            return
        held = value_of(self.tab.states[one.widget.id])
        value, stored = choose(one, held, self.random)
        box = boxes(one.name)
        await self.tab.fill(one, value)
        self._note("answer")
        if box is None:
            self.told.given[one.name] = stored
        else:
            self._tick(*box)

    def _tick(self, name: str, _code: str) -> None:
        """What a field of several holds: the ticked codes in the order of the boxes."""
        ticked = [
            each.name.partition(":")[2]
            for _, each in sorted(self.tab.shown.items())
            if each.name.startswith(f"{name}:") and self.tab.states[each.widget.id].bool_value
        ]
        self.told.given[name] = ticked or None

    async def _press(self, name: str) -> None:
        await self._pause()
        if self._goes_on():
            await self.tab.press(name)
            self._note("turn")

    async def _paper(self) -> None:
        """Download the PDF and open it."""
        await self._pause()
        began = perf_counter()
        token = self.tab.parameter("t")
        status, _, content = await get(self.base, f"/scorecard/{token}.pdf", self.tab.cookie)
        self.told.waits.append((perf_counter(), "paper", perf_counter() - began))
        if status != 200:
            raise Lost(f"the paper came with status {status}")
        with pikepdf.open(BytesIO(content)) as paper:
            self.told.papers += bool(len(paper.pages))
