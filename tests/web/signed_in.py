"""A server where consultants can sign in, and a tab of one who has."""

from argon2 import PasswordHasher

from storage import Store
from tests.web.server import Server
from tests.web.sharing import CONSULTANT, LISTED, cookie_of
from tests.web.visitor import Visitor

PASSPHRASE = "four words by a lake"
SET_UP = {**LISTED, "DIAGNOSTIC_PASSPHRASE": PasswordHasher(1, 8, 1).hash(PASSPHRASE)}
"""Settings with which there is a workspace."""


def consultants_tab(server: Server, store: Store, identity: str = CONSULTANT) -> Visitor:
    """A new tab, not opened yet, of a consultant who has just signed in."""
    visitor = server.visitor()
    visitor.cookie = cookie_of(store, identity)
    return visitor
