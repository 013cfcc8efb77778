"""What the workspace exports about one share, as plain JSON values with the consultant's words."""

import json
from typing import Any

from storage.desk.values import Call, Exported, Shared, Step


def as_json(exported: Exported) -> dict[str, Any]:
    """A share with its frozen copy, its calls and its steps; times in ISO form."""
    return {
        "share": _share(exported.shared),
        "calls": [_call(call) for call in exported.calls],
        "steps": [_step(step) for step in exported.steps],
    }


def _share(shared: Shared) -> dict[str, Any]:
    contact, consent = shared.package.contact, shared.package.consent
    summary = shared.package.summary
    return {
        "id": shared.id,
        "number": shared.number,
        "at": shared.at.isoformat(),
        "contact": {"name": contact.name, "email": contact.email, "company": contact.company},
        "consent": {
            "version": consent.version,
            "text": consent.text,
            "marketing": consent.marketing,
            "marketing_text": consent.marketing_text,
            "recorded_by": consent.recorded_by,
        },
        "parts": {"notes": shared.package.notes, "owners": shared.package.owners},
        "verdict": summary.verdict,
        "confidence": summary.confidence,
        "levels": dict(summary.levels),
        "bank_sha256": shared.bank_sha256,
        "sha256": shared.sha256,
        "facilitated_by": shared.facilitated_by,
        "outcome": shared.outcome,
        "copy": json.loads(shared.package.copy),
    }


def _call(call: Call) -> dict[str, Any]:
    return {
        "number": call.number,
        "consultant": call.consultant,
        "created_at": call.created_at.isoformat(),
        "changed_at": call.changed_at.isoformat(),
        "started_at": call.started_at.isoformat() if call.started_at else None,
        "fields": dict(call.fields),
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "created_at": step.created_at.isoformat(),
        "touched_at": step.touched_at.isoformat(),
        "text": step.text,
        "items": list(step.items),
        "owner_label": step.owner_label,
        "due": step.due.isoformat() if step.due else None,
        "status": step.status,
        "source": step.source,
        "closing_note": step.closing_note,
        "verdict": step.verdict,
    }
