"""Your result: nine findings, in the order in which a reader needs them."""

from ui import brand_marks, session
from ui.result import (
    causes,
    explained,
    keep,
    money,
    plan,
    priorities,
    together,
    trust,
    verdict,
)

current = session.require()
card = session.scorecard(current)

verdict.draw(card)
priorities.draw(card)
money.draw(card)
together.draw(card)
causes.draw(card)
plan.draw(card)
explained.draw(card)
trust.draw(card, on=(current.record.finished_at or current.record.changed_at).date())
keep.draw(card, current.token)
brand_marks.draw_booking()
