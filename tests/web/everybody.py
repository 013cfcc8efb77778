"""Everybody who may come to a server, what each may read, and a tab that keeps what it is sent."""

from dataclasses import dataclass, field, replace

from websockets.sync.client import connect

from scoring.assessment import Assessment
from storage.desk import Contact
from tests.scoring.verbs import person
from tests.web.sharing import noted
from tests.web.visitor import Visitor


@dataclass(frozen=True)
class Canaries:
    """Words that are in one person's answers and nowhere else."""

    name: str

    def of(self, what: str) -> str:
        return f"Kanarienvogel{what}{self.name}"

    @property
    def shared(self) -> tuple[str, ...]:
        """What is sent on sharing without notes and owners."""
        return self.of("Priority"), self.of("Contact"), self.of("Company")

    @property
    def kept(self) -> tuple[str, ...]:
        """What stays with the respondent."""
        return self.of("Note"), self.of("Owner")

    @property
    def all(self) -> tuple[str, ...]:
        return self.shared + self.kept

    def answers(self) -> Assessment:
        """P1's answers with these words in them."""
        plain = person("P1")
        first, *rest = plain.priorities
        named = replace(plain, priorities=(replace(first, name=self.of("Priority")), *rest))
        return noted(named, self.of("Note"), self.of("Owner"))

    def contact(self) -> Contact:
        return Contact(self.of("Contact"), "one@acme.example", self.of("Company"))


A, B, GONE = Canaries("Alpha"), Canaries("Beta"), Canaries("Gamma")
"""A shared without notes and owners; B shared nothing; what GONE shared was withdrawn."""
OF_THE_CALL = "KanarienvogelCallGoal"
EVERYTHING = (*A.all, *B.all, *GONE.all, OF_THE_CALL)


@dataclass
class Role:
    """Somebody: the link and cookie they have, and the words that they may read."""

    link: str = ""
    cookie: str = ""
    may: tuple[str, ...] = ()
    leaks: list[tuple[str, str]] = field(default_factory=list)
    read: set[str] = field(default_factory=set)

    def look(self, where: str, sent: bytes) -> None:
        """Note the canaries in what was sent, and those that should not be there."""
        found = {word for word in EVERYTHING if word.encode() in sent}
        self.read |= found
        self.leaks += [(where, word) for word in sorted(found - set(self.may))]


class Tab(Visitor):
    """A visitor with a cookie who keeps every byte that is sent."""

    cookie = ""

    def connect(self):
        self.socket = self.heard = _Heard(
            connect(
                f"ws://127.0.0.1:{self.port}/_stcore/stream",
                origin=f"http://127.0.0.1:{self.port}",
                subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],
                additional_headers={"Cookie": self.cookie} if self.cookie else {},
                max_size=None,
                legacy=True,  # kept open, not in a `with`
                close_timeout=0.2,
            )
        )
        return self


class _Heard:
    """A connection whose messages are kept."""

    def __init__(self, connection):
        self._connection, self.messages = connection, []

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def recv(self, *how, **named):
        self.messages.append(self._connection.recv(*how, **named))
        return self.messages[-1]
