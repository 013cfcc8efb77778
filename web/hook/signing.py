"""What is sent for an event: its body, and headers that prove who sent it and when."""

import hmac
import json
import re
from datetime import UTC, datetime
from typing import Final

from storage.desk import Delivery
from storage.desk.announcing import TOLD

VERSION: Final = 1
"""Of the body; grows when something in it changes its meaning, not when something is added."""
PLAIN: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def body_of(delivery: Delivery) -> bytes:
    """The event as JSON in ASCII. Of its payload only what is listed goes out."""
    facts = {name: delivery.payload[name] for name in TOLD if name in delivery.payload}
    at = delivery.at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    head = {"version": VERSION, "event": delivery.event, "key": delivery.key}
    head |= {"share": delivery.share_id, "at": at}
    return json.dumps({**head, **facts}, separators=(",", ":")).encode("ascii")


def headers_of(delivery: Delivery, body: bytes, secret: bytes, now: datetime) -> dict[str, str]:
    """The headers of one attempt: the time is that of the attempt, the key that of the event."""
    if not PLAIN.fullmatch(delivery.key) or not PLAIN.fullmatch(delivery.event):
        raise ValueError("a key or an event that cannot stand in a header")
    timestamp = str(int(now.timestamp()))
    return {
        "Content-Type": "application/json",
        "User-Agent": "execution-diagnostic",
        "Idempotency-Key": delivery.key,
        "Diagnostic-Event": delivery.event,
        "Diagnostic-Timestamp": timestamp,
        "Diagnostic-Signature": f"v1={signature(secret, timestamp, body)}",
        "Connection": "close",
    }


def signature(secret: bytes, timestamp: str, body: bytes) -> str:
    """HMAC-SHA256 over the timestamp, a full stop and the body, in hexadecimal."""
    return hmac.new(secret, timestamp.encode("ascii") + b"." + body, "sha256").hexdigest()
