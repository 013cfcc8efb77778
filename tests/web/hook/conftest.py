"""A receiver, and what sends to it: production code with a resolver and a rule of the test."""

import pytest

from tests.web.hook.receiver import HOST, Receiver
from web.hook.sending import Sender
from web.hook.settings import Hook

SECRET = "correct-horse-battery-staple-0123456789"


@pytest.fixture
def receiver():
    opened = Receiver()
    yield opened
    opened.close()


@pytest.fixture
def hook(receiver):
    return hook_to(receiver)


def hook_to(receiver):
    return Hook(HOST, receiver.port, "/in?team=7", SECRET.encode())


@pytest.fixture
def sender_of(receiver):
    """Makes senders; what is not named is right for the receiver."""

    def make(to=receiver, **how):
        usual = {
            "resolve": lambda host, port: ["127.0.0.1"],
            "allowed": lambda address: True,
            "trust": receiver.trust(),
        }
        return Sender(hook_to(to), **{**usual, **how})

    return make
