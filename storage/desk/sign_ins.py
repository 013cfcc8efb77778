"""Who is signed in, and how long the next try to sign in has to wait.

The cookie's token is random and new at every sign-in; the store holds its SHA-256 alone. Accounts
and addresses that tried are known by keyed hashes. Nothing is ever locked: waits grow to a minute,
who has signed in from an address before does not wait for what others try with the account, and
in a browser that has signed in before nobody waits for others at all.
"""

import hmac
import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.database import Database
from storage.desk import tables
from storage.desk.audit import write_down
from storage.desk.checks import identity
from storage.desk.moments import Clock, stamp
from storage.desk.tables import PERSON
from storage.desk.upkeep_values import SignIn
from storage.links import new_id
from storage.records import AnyRow, moment

TOKEN_BYTES: Final = 32
LONGEST_TOKEN: Final = 200
NOBODY: Final = "unknown"
"""Who was refused, when the name that was tried has nothing to show."""
MOST_BUCKET: Final = 300
"""Characters of an account or an address that are looked at."""
WINDOW: Final = timedelta(hours=1)
"""How long a failed try counts."""
REMEMBERED: Final = timedelta(days=30)
"""How long an address from which an account was signed in is known for it."""
LONGEST_WAIT: Final = 60.0
"""Seconds; short enough that an attacker cannot keep an office out."""
FREE: Final = {"account": 3, "address": 20, "both": 3, "browser": 3}
"""Failed tries within the window before the first wait; an office shares its address."""

TRIES: Final = "sign-ins"
"""What is written about here, one after the other."""

SIGN_IN: Final = tables.sign_in.c
TRY: Final = tables.attempt.c


def wait_after(failures: int, free: int) -> float:
    """Seconds between tries: none up to `free` failures, then 1, 2, 4, … at most 60."""
    over = failures - free
    return 0.0 if over < 0 else min(2.0 ** min(over, 10), LONGEST_WAIT)


class DeskSignIns:
    """A `SignIns` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def knock(self, account: str, address: str, browser: str = "") -> float:
        """See `SignIns.knock`."""
        buckets, own = self._buckets(account, address), self._own(account, browser)
        with self._database.writing(TRIES) as connection:
            if browser and self._is_known(connection, own["browser"]):
                buckets = own
            wait = max(self._waits(connection, buckets))
            if wait <= 0:
                at = stamp(self._clock())
                rows = [{"bucket": each, "at": at, "ok": False} for each in buckets.values()]
                connection.execute(insert(tables.attempt), [{"id": new_id(), **r} for r in rows])
        return max(wait, 0.0)

    def _waits(self, connection: Connection, buckets: dict[str, str]) -> Iterator[float]:
        """For each bucket, the seconds that are still to be waited; negative when over."""
        now = self._clock()
        at_home = self._is_known(connection, buckets.get("both", ""))
        for kind, bucket in buckets.items():
            if at_home and kind == "account":
                continue
            failed = (TRY.bucket == bucket) & ~TRY.ok & (TRY.at > stamp(now - WINDOW))
            counted = select(func.count(), func.max(TRY.at)).where(failed)
            failures, last = connection.execute(counted).one()
            if last is not None:
                since = abs(now - moment(last)).total_seconds()
                yield wait_after(failures, FREE[kind]) - since
        yield 0.0

    def _is_known(self, connection: Connection, bucket: str) -> bool:
        """Whether somebody has signed in under this bucket within the last 30 days."""
        since = stamp(self._clock() - REMEMBERED)
        known = select(TRY.id).where(TRY.bucket == bucket, TRY.ok, TRY.at > since)
        return connection.execute(known.limit(1)).first() is not None

    def begin(
        self,
        name: str,
        lasting: timedelta,
        *,
        under: str | None = None,
        account: str | None = None,
        address: str = "",
        browser: str = "",
    ) -> str:
        """See `SignIns.begin`."""
        who, token, now = identity(name), secrets.token_urlsafe(TOKEN_BYTES), self._clock()
        row = {"token_sha256": _digest(token), "identity": who, "at": stamp(now), "under": under}
        with self._database.writing(TRIES) as connection:
            connection.execute(insert(tables.sign_in), {**row, "expires_at": stamp(now + lasting)})
            if account is not None:
                self._welcome(connection, self._buckets(account, address), now)
                if browser:
                    self._note(connection, self._own(account, browser)["browser"], now)
            write_down(connection, self._clock, who, "signed_in")
        return token

    def _welcome(self, connection: Connection, buckets: dict[str, str], now: datetime) -> None:
        """This try did not fail after all, and the address is known from now on."""
        for kind in ("account", "address"):
            failed = select(TRY.id).where(TRY.bucket == buckets[kind], ~TRY.ok)
            newest = connection.execute(failed.order_by(TRY.at.desc()).limit(1)).scalar()
            connection.execute(delete(tables.attempt).where(TRY.id == newest))
        connection.execute(delete(tables.attempt).where(TRY.bucket == buckets["both"]))
        self._note(connection, buckets["both"], now)

    def _note(self, connection: Connection, bucket: str, now: datetime) -> None:
        """Somebody has signed in under this bucket."""
        row = {"id": new_id(), "bucket": bucket, "at": stamp(now), "ok": True}
        connection.execute(insert(tables.attempt), row)

    def spend(self, proof: str) -> bool:
        """See `SignIns.spend`. The id is made of the proof, so that no two can have it at once."""
        bucket = self._hashed(f"proof\n{proof}")
        row = {"id": bucket[:22], "bucket": bucket, "at": stamp(self._clock()), "ok": False}
        with self._database.writing() as connection:
            known = select(TRY.id).where(TRY.id == row["id"])
            if connection.execute(known).first() is not None:
                return False
            connection.execute(insert(tables.attempt), row)
        return True

    def who(self, token: str) -> SignIn | None:
        """See `SignIns.who`."""
        with self._database.reading() as connection:
            row = self._current(connection, token)
        if row is None:
            return None
        return SignIn(row.identity, moment(row.at), moment(row.expires_at), row.under)

    def _current(self, connection: Connection, token: str) -> AnyRow | None:
        mine = (SIGN_IN.token_sha256 == _digest(token)) & SIGN_IN.ended_at.is_(None)
        valid = mine & (SIGN_IN.expires_at > stamp(self._clock()))
        return connection.execute(select(tables.sign_in).where(valid)).first()

    def refuse(self, name: str) -> None:
        """See `SignIns.refuse`."""
        letters = "".join(each for each in name[:PERSON] if each.isprintable()).strip()
        with self._database.writing(TRIES) as connection:
            write_down(connection, self._clock, letters or NOBODY, "refused")

    def end(self, token: str) -> bool:
        """See `SignIns.end`."""
        with self._database.writing(TRIES) as connection:
            row = self._current(connection, token)
            if row is None:
                return False
            mine = update(tables.sign_in).where(SIGN_IN.token_sha256 == row.token_sha256)
            connection.execute(mine.values(ended_at=stamp(self._clock())))
            write_down(connection, self._clock, row.identity, "signed_out")
        return True

    def end_all(self, name: str) -> int:
        """See `SignIns.end_all`."""
        who, now = identity(name), stamp(self._clock())
        mine = (SIGN_IN.identity == who) & SIGN_IN.ended_at.is_(None)
        with self._database.writing(TRIES) as connection:
            ended = update(tables.sign_in).where(mine, SIGN_IN.expires_at > now)
            count = connection.execute(ended.values(ended_at=now)).rowcount
            if count:
                write_down(connection, self._clock, who, "signed_out")
        return count

    def _buckets(self, account: str, address: str) -> dict[str, str]:
        """Keyed hashes under which a try is counted; the store holds nothing else of them."""
        account, address = account[:MOST_BUCKET].strip().casefold(), address[:MOST_BUCKET]
        return {
            "account": self._hashed(f"account\n{account}"),
            "address": self._hashed(f"address\n{address}"),
            "both": self._hashed(f"both\n{account}\n{address}"),
        }

    def _own(self, account: str, browser: str) -> dict[str, str]:
        """The same for a browser that has signed in to the account before."""
        account, browser = account[:MOST_BUCKET].strip().casefold(), browser[:MOST_BUCKET]
        return {"browser": self._hashed(f"browser\n{account}\n{browser}")}

    def _hashed(self, text: str) -> str:
        message = f"attempt\n{text}".encode("utf-8", "surrogatepass")
        return hmac.digest(self._database.link_key, message, "sha256").hex()


def _digest(token: str) -> str:
    return sha256(token[:LONGEST_TOKEN].encode("utf-8", "surrogatepass")).hexdigest()
