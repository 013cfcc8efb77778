"""Which passphrases are taken, and that only the right one opens."""

import pytest
from argon2 import PasswordHasher

from access import PASSPHRASE, __main__
from access.passphrase import hash_of, is_hash, matches, weakness

GOOD = "four words über a lake"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.mark.threat(8)
@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", "too short: 0"),
        ("elevenchars", "too short: 11"),
        ("x" * 1001, "too long"),
        ("abababababab", "too few different"),
        ("password" * 2, "one piece"),
        ("123456789012", "neighbours"),
        ("ABCdefGHIjkl", "neighbours"),
        ("nopqrstuvwxyz", "neighbours"),
    ],
)
def test_a_weak_passphrase_is_refused_with_the_reason(passphrase, reason):
    assert reason in weakness(passphrase)


@pytest.mark.parametrize(
    "passphrase", [GOOD, "correct horse", "tR7!kq0-Zp2w", "vier Wörter reichen"]
)
def test_a_fair_one_is_taken(passphrase):
    assert weakness(passphrase) is None


def test_the_hash_is_argon2id_at_full_strength_and_new_each_time():
    first, second = hash_of(GOOD), hash_of(GOOD)
    assert first.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert first != second


@pytest.mark.threat(8)
@pytest.mark.parametrize("wrong", ["", GOOD[:-1], GOOD + " ", GOOD.upper(), "\udc80", "x" * 5000])
def test_only_the_same_passphrase_matches(wrong):
    assert not matches(QUICK.hash(GOOD), wrong)


def test_two_spellings_of_one_letter_are_one_passphrase():
    assert matches(QUICK.hash("four words über a lake"), "four words u\u0308ber a lake")


@pytest.mark.threat(8)
@pytest.mark.parametrize(
    "text",
    ["", "secret", "$2b$12$abcdefghijklmnopqrstuv", "$argon2id$", QUICK.hash("x")[:-60]],
    ids=["nothing", "words", "another kind", "its beginning", "cut short"],
)
def test_what_is_no_argon2id_hash_is_known_and_never_matches(text):
    assert not is_hash(text)
    assert not matches(text, "secret")


def asked(monkeypatch, *typed):
    said = iter(typed)
    monkeypatch.setattr("access.passphrase.HASHER", QUICK)
    monkeypatch.setattr(__main__, "getpass", lambda prompt: next(said))


def test_the_verb_prints_the_line_to_set(monkeypatch, capsys):
    asked(monkeypatch, GOOD, GOOD)
    assert __main__.main() == 0
    name, _, value = capsys.readouterr().out.strip().partition("=")
    assert name == PASSPHRASE
    assert matches(value.strip("'"), GOOD)


@pytest.mark.parametrize(
    ("typed", "said"),
    [((GOOD, GOOD[::-1]), "not the same"), (("short",), "too short"), ((), "Nothing was set")],
)
def test_the_verb_prints_no_line_otherwise(monkeypatch, capsys, typed, said):
    asked(monkeypatch, *typed)
    if not typed:
        monkeypatch.setattr(__main__, "getpass", lambda prompt: (_ for _ in ()).throw(EOFError))
    assert __main__.main() == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
