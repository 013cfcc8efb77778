"""Hostile results: every free field is somebody's worst. Drawn at random from fixed seeds."""

import os
import random
from time import process_time

from report.paper import Paper, scorecard_pdf
from scoring import Assessment, score
from scoring.assessment import Budget, Priority, Profile, TriggerRule
from tests.report.conftest import FINISHED
from tests.report.reading import outside_of
from tests.scoring.verbs import the_bank

PAPERS = int(os.environ.get("HOSTILE_PAPERS", "500"))
BATCHES = 50
"""Many small tests: pytest-xdist begins with the files that have most, so none waits for this."""
SLOWEST = 10.0
"""Seconds of the processor that one paper may take; others may be at work beside it."""

LONG = 10_000
TEXTS = (
    "W" * LONG,
    "word " * (LONG // 5),
    "line\n" * 400,
    "A & B <b>bold</b> <i>",
    '<img src="/etc/passwd"/><img src="http://127.0.0.1:9/x.png"/>',
    '<a href="javascript:alert(1)">x</a> [x](http://127.0.0.1:9/)',
    "=1+1 @SUM(A1) +2 -3 {missing} {0} %s %(x)s $x$ :red[x]",
    "שלום עולם 123 (abc) שלום",
    "العربية لغة جميلة ١٢٣ mixed",
    "Ελληνικά Кириллица Żółć Tiếng Việt",
    "株式会社 한국어 中文 ภาษาไทย हिन्दी",
    "🚀🔥👩‍👩‍👧‍👦🏳️‍🌈 ¯\\_(ツ)_/¯",
    "\u202eevil\u202c \u2066x\u2069 \u200f\u200e",
    "a\x00b\x07c\x1b[31md\x7f\x85e\ufeff\ufffe\uffff",
    "\ud800 lone \udfff surrogate \ud83d",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞" * 20,
    "\u00ad" * 200 + "soft",
    "\U000e0041\U000e0042\U000f0000\ue000\U0010fffd",
    "  \t \u3000 \u2028\u2029 ",
    "",
    "None",
    "'\"`;--/*\\../../etc/passwd",
)


def _text(chance, most):
    return "".join(chance.choices(TEXTS, k=chance.randint(1, 2)))[:most]


def hostile(number):
    """A result that no widget would let through; every free field is somebody's worst."""
    chance, bank = random.Random(number), the_bank()
    most = chance.choice((60, 500, LONG))
    words = {name: _text(chance, most) for name in ("result", "date", "person", "action")}
    priorities = tuple(
        Priority(
            _text(chance, most),
            **{
                part.id: chance.choice([None, *(choice.code for choice in part.choices)])
                for part in bank.trace.parts
            },
            points=chance.choice((None, 0, 0.5, 50, 1e6)),
            rank=chance.choice((None, 1, 2)),
            owner_ref=_text(chance, most),
            rule=TriggerRule(**words),
        )
        for _ in range(chance.randint(0, 3))
    )
    answers = {item.id: chance.choice((0, 1, 2, 3, 4, "dk", "na")) for item in bank.items}
    share = chance.choice((None, 0, 12.5, 33, 100))
    return Assessment(
        profile=Profile(role=_text(chance, most), sector=_text(chance, most), team_size=0),
        answers=answers if chance.random() < 0.8 else dict.fromkeys(answers, "dk"),
        notes={item.id: _text(chance, most) for item in chance.sample(bank.items, 3)},
        priorities=priorities,
        budget=Budget(per_priority=(share,) * len(priorities), fixed=share, other=share),
        symptoms={each.id: chance.randint(0, 3) for each in bank.symptoms.checklist},
        seconds_core=chance.choice((None, 0.0, 60.0)),
    )


def look_at(batch):
    """Make every fiftieth paper and look where its text stands."""
    for number in range(batch, PAPERS, BATCHES):
        card = score(the_bank(), hostile(number))
        began = process_time()
        _, content = scorecard_pdf(card, Paper(FINISHED, attach=number % 7 == 0))
        assert process_time() - began < SLOWEST, number
        assert (number, outside_of(content)) == (number, [])
