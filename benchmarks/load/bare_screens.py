"""The screens of the bare wizard: the same widgets as on ours, plainly drawn, saved nowhere."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from bank import load
from bank.model import Bank

ROOT = Path(__file__).resolve().parent.parent.parent
FEW, SLOTS = 6, 3
Screen = list[tuple[str, str, str, tuple[str, ...]]]
"""Widgets as kind, field, label and options."""


@lru_cache(maxsize=1)
def screens() -> list[Screen]:
    """Every screen in the order of the real way."""
    bank = load((ROOT / "questions.yaml").read_bytes())
    profile = {field.id: _profile(field) for field in bank.profile.fields}
    early = [profile[field.id] for field in bank.profile.fields if field.early]
    late = [
        each for field in bank.profile.fields if not field.early for each in [profile[field.id]]
    ]
    change = tuple(choice.text for choice in bank.profile.change_choices)
    hurts = bank.symptoms
    found = [[each for one in early for each in one]]
    for capability in bank.capabilities:
        items = [item for item in bank.items if item.capability == capability.id]
        found.append([_item(bank, item) for item in items])
    names = [("text", f"priority:{slot}:name", f"Priority {slot + 1}", ()) for slot in range(SLOTS)]
    points = [("number", f"priority:{slot}:points", "Points", ()) for slot in range(SLOTS)]
    found.append([*names, *points])
    found += [_trace(bank, slot) for slot in range(SLOTS)]
    rows = [*(f"budget:priority:{slot}" for slot in range(SLOTS)), "budget:fixed", "budget:other"]
    found.append([("number", name, name, ()) for name in rows])
    checks = [
        ("radio", f"symptom:{each.id}", each.text, tuple(hurts.answers)) for each in hurts.checklist
    ]
    found.append([*checks, *(each for one in late for each in one if each[0] == "box")])
    found.append(
        [each for one in late for each in one if each[0] != "box"]
        + [("radio", f"change:{row.code}", row.text, change) for row in bank.profile.change_rows]
    )
    return [*found, []]


def _profile(field: Any) -> Screen:
    texts = tuple(choice.text for choice in field.choices)
    name = f"profile:{field.id}"
    match field.kind:
        case "count":
            return [("number", name, field.question, ())]
        case "yes_no":
            return [("radio", name, field.question, ("Yes", "No"))]
        case "several":
            return [("box", f"{field.id}:{each.code}", each.text, ()) for each in field.choices]
        case "choice":
            kind = "list" if len(texts) > FEW else "radio"
            return [(kind, name, field.question, texts)]
    return [("text", name, field.question, ())]


def _item(bank: Bank, item: Any) -> tuple[str, str, str, tuple[str, ...]]:
    escapes = (bank.scale.unknown, *((bank.scale.not_applicable,) if item.na else ()))
    texts = (*(option.text for option in item.options), *escapes)
    return "radio", f"answer:{item.id}", item.stem, texts


def _trace(bank: Bank, slot: int) -> Screen:
    parts: Screen = [
        (
            "radio",
            f"priority:{slot}:{part.id}",
            part.question,
            (*(choice.text for choice in part.choices), bank.scale.unknown),
        )
        for part in bank.trace.parts
    ]
    blanks = ("result", "date", "person", "action")
    return [*parts, *(("text", f"priority:{slot}:rule_{each}", each, ()) for each in blanks)]


def draw(screen: Screen) -> None:
    """The widgets of a screen, seeded from what was given before."""
    given = st.session_state.setdefault("given", {})
    for kind, name, label, options in screen:
        key, held = f"bare:{name}", given.get(name)
        if kind == "radio":
            index = options.index(held) if held in options else None
            given[name] = st.radio(label, options, index=index, key=key)
        elif kind == "list":
            index = options.index(held) if held in options else None
            given[name] = st.selectbox(label, options, index=index, key=key)
        elif kind == "box":
            given[name] = st.checkbox(label, value=bool(held), key=key)
        elif kind == "number":
            given[name] = st.number_input(label, 0.0, 1e6, held, 1.0, key=key, format="%g")
        else:
            given[name] = st.text_input(label, held or "", key=key)
