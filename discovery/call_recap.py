"""The recap of one call as it stands: the words a consultant changed, or those of its fields."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bank.model import Bank
from discovery.recap import Agreed, Recap, make_recap
from discovery.said import day_in_words
from scoring.wording import fill


def recap_of_call(bank: Bank, fields: Mapping[str, Any], *, on: date, step: Agreed) -> Recap:
    """The recap of a call with these `fields` (`storage.desk.call_fields` names them).

    `on` is the day of the call, `step` the next step. Where a consultant wrote the recap anew, it
    is what was written.
    """
    written = str(fields.get("recap") or "").strip()
    if written:
        return recap_of_text(bank, written, on=on)
    due = fields.get("move_due")
    return make_recap(
        bank,
        on=on,
        goal=str(fields.get("goal") or ""),
        saw=str(fields.get("seen") or "").splitlines(),
        move=Agreed(
            text=str(fields.get("move") or ""),
            owner=str(fields.get("move_owner") or ""),
            due=date.fromisoformat(due) if due else None,
        ),
        step=step,
    )


def recap_of_text(bank: Bank, text: str, *, on: date) -> Recap:
    """A recap as somebody typed it: empty lines part its blocks; the title is there only once."""
    blocks: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            blocks[-1].append(line.strip())
        elif blocks[-1]:
            blocks.append([])
    title = fill(bank.call.recap.title, {"date": day_in_words(on)})
    if blocks[0][:1] == [title]:
        del blocks[0][0]
    return Recap(title, tuple(tuple(block) for block in blocks if block))
