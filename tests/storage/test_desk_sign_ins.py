"""The contract of sign-ins: tokens are new, end and expire; guessing gets slow, offices stay in."""

from datetime import timedelta
from threading import Thread

import pytest

from storage.desk.sign_ins import FREE, LONGEST_WAIT, wait_after
from tests.storage.desk_verbs import ANNA, BEN

EIGHT_HOURS = timedelta(hours=8)
OFFICE = "192.0.2.7"
ELSEWHERE = "198.51.100.9"


@pytest.fixture
def sign_ins(timed):
    return timed.desk.sign_ins


def test_who_signs_in_is_known_by_a_new_token_until_it_expires(sign_ins, clock):
    token = sign_ins.begin(ANNA, EIGHT_HOURS)
    assert len(token) == 43
    assert sign_ins.begin(ANNA, EIGHT_HOURS) != token
    known = sign_ins.who(token)
    assert (known.identity, known.expires_at - known.at) == (ANNA, EIGHT_HOURS)
    clock.move(hours=7, minutes=59)
    assert sign_ins.who(token) == known
    clock.move(minutes=1)
    assert sign_ins.who(token) is None
    assert not sign_ins.end(token)


@pytest.mark.parametrize("token", ["", "x", "x" * 100_000, "\ud800", "' OR 1=1 --"])
def test_a_wrong_token_is_nobodys(sign_ins, token):
    assert sign_ins.who(token) is None
    assert not sign_ins.end(token)


def test_signing_out_ends_one_sign_in_or_all_of_them(timed, sign_ins):
    tokens = [sign_ins.begin(who, EIGHT_HOURS) for who in (ANNA, ANNA, ANNA, BEN)]
    assert sign_ins.end(tokens[0])
    assert not sign_ins.end(tokens[0])
    assert [sign_ins.who(token) is not None for token in tokens] == [False, True, True, True]
    assert sign_ins.end_all(ANNA) == 2
    assert [sign_ins.who(token) is not None for token in tokens] == [False, False, False, True]
    assert sign_ins.end_all(ANNA) == 0
    said = [(entry.who, entry.what) for entry in timed.desk.audit.read()[::-1]]
    assert said == [(ANNA, "signed_in")] * 3 + [(BEN, "signed_in")] + [(ANNA, "signed_out")] * 2


def test_what_was_proven_is_used_up_for_longer_than_it_is_taken(sign_ins, clock):
    assert [sign_ins.spend(proof) for proof in ("ann's", "ben's", "ann's", "\ud800")] == [
        True,
        True,
        False,
        True,
    ]
    clock.move(minutes=59)
    assert not sign_ins.spend("ann's")


def test_what_let_somebody_in_is_given_back(sign_ins):
    assert sign_ins.who(sign_ins.begin(ANNA, EIGHT_HOURS)).under is None
    assert sign_ins.who(sign_ins.begin(ANNA, EIGHT_HOURS, under="a" * 64)).under == "a" * 64


def test_who_is_refused_stands_in_the_log_on_one_line(timed, sign_ins):
    for name in ("eve@else.example", "eve\nanna\u202e", "\x00\ud800", "x" * 1000):
        sign_ins.refuse(name)
    said = [(entry.who, entry.what) for entry in timed.desk.audit.read()[::-1]]
    names = ["eve@else.example", "eveanna", "unknown", "x" * 254]
    assert said == [(name, "refused") for name in names]


def test_tries_at_an_account_get_slower_wherever_they_come_from(sign_ins, clock):
    waits = []
    for number in range(40):
        wait = sign_ins.knock(ANNA, f"203.0.113.{number}")
        waits.append(wait)
        clock.move(seconds=wait)
        if wait:
            assert sign_ins.knock(ANNA.upper(), f"203.0.113.{number}") == 0.0
    assert waits[: FREE["account"]] == [0.0] * 3
    growing = [wait for wait in waits if wait]
    assert growing[:6] == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0]
    assert set(growing[6:]) == {LONGEST_WAIT}


def test_a_try_that_has_to_wait_does_not_make_the_wait_longer(sign_ins, clock):
    for _ in range(5):
        clock.move(seconds=sign_ins.knock(ANNA, ELSEWHERE))
    waits = [sign_ins.knock(ANNA, ELSEWHERE) for _ in range(10)]
    assert len(set(waits[1:])) == 1


def test_an_office_of_people_who_mistype_does_not_wait(sign_ins):
    for number in range(9):
        for _ in range(2):
            assert sign_ins.knock(f"{number}@firm.example", OFFICE) == 0.0
    assert sign_ins.knock(ANNA, OFFICE) == 0.0


def test_an_address_that_tries_many_accounts_gets_slow(sign_ins):
    waits = [sign_ins.knock(f"{number}@firm.example", ELSEWHERE) for number in range(22)]
    assert waits[:20] == [0.0] * 20
    assert waits[20] > 0
    assert sign_ins.knock(ANNA, OFFICE) == 0.0


def test_who_has_signed_in_from_an_address_does_not_wait_for_an_attacker(sign_ins, clock):
    assert sign_ins.knock(ANNA, OFFICE) == 0.0
    sign_ins.begin(ANNA, EIGHT_HOURS, account=ANNA, address=OFFICE)
    for _ in range(10):
        clock.move(seconds=sign_ins.knock(ANNA, ELSEWHERE))
        sign_ins.knock(ANNA, ELSEWHERE)
    assert sign_ins.knock(ANNA, ELSEWHERE) > 0
    assert sign_ins.knock(ANNA, OFFICE) == 0.0
    assert sign_ins.knock(ANNA, "192.0.2.8") > 0


LAPTOP, OTHER = "a laptop's random name", "another's"


def hammered(sign_ins, clock, address, seconds):
    """Somebody tries the account once a second, and would win every race for the next turn."""
    for _ in range(seconds):
        sign_ins.knock(ANNA, address, OTHER)
        clock.move(seconds=1)
    sign_ins.knock(ANNA, address)


def test_a_browser_that_has_signed_in_does_not_wait_for_others_at_its_own_address(sign_ins, clock):
    assert sign_ins.knock(ANNA, OFFICE, LAPTOP) == 0.0
    sign_ins.begin(ANNA, EIGHT_HOURS, account=ANNA, address=OFFICE, browser=LAPTOP)
    hammered(sign_ins, clock, OFFICE, 150)
    assert sign_ins.knock(ANNA, OFFICE) > 0
    assert sign_ins.knock(ANNA, OFFICE, OTHER) > 0
    assert [sign_ins.knock(ANNA, OFFICE, LAPTOP) for _ in range(4)] == [0.0, 0.0, 0.0, 1.0]
    clock.move(days=31)
    hammered(sign_ins, clock, OFFICE, 10)
    assert sign_ins.knock(ANNA, OFFICE, LAPTOP) > 0, "known for thirty days"


def test_a_browser_is_known_for_the_account_that_it_signed_in_to(sign_ins, clock):
    sign_ins.begin(BEN, EIGHT_HOURS, account=BEN, address=OFFICE, browser=LAPTOP)
    hammered(sign_ins, clock, ELSEWHERE, 10)
    assert sign_ins.knock(ANNA, "192.0.2.8", LAPTOP) > 0
    assert sign_ins.knock(BEN, "192.0.2.8", LAPTOP) == 0.0


def test_a_new_browser_behind_the_same_address_waits_a_minute_after_the_attack(sign_ins, clock):
    hammered(sign_ins, clock, OFFICE, 300)
    wait = sign_ins.knock(ANNA, OFFICE)
    assert 0 < wait <= LONGEST_WAIT
    clock.move(seconds=wait)
    assert sign_ins.knock(ANNA, OFFICE) == 0.0


def test_programs_on_one_store_count_together(opened, clock):
    first, second = (opened(clock=clock).desk.sign_ins for _ in range(2))
    tries = [each.knock(ANNA, ELSEWHERE) for each in (first, second, first, second, first)]
    assert tries == [0.0, 0.0, 0.0, 1.0, 1.0]
    first.begin(ANNA, EIGHT_HOURS, account=ANNA, address=ELSEWHERE, browser=LAPTOP)
    hammered(first, clock, ELSEWHERE, 10)
    assert (second.knock(ANNA, ELSEWHERE, LAPTOP), second.knock(ANNA, ELSEWHERE) > 0) == (0.0, True)


def test_signing_in_takes_back_the_failures_of_who_did(sign_ins):
    for _ in range(30):
        assert sign_ins.knock(ANNA, OFFICE) == 0.0
        sign_ins.begin(ANNA, EIGHT_HOURS, account=ANNA, address=OFFICE)


def test_failures_are_forgotten_after_an_hour(sign_ins, clock):
    for _ in range(8):
        clock.move(seconds=sign_ins.knock(ANNA, ELSEWHERE))
    clock.move(hours=1, seconds=1)
    assert [sign_ins.knock(ANNA, ELSEWHERE) for _ in range(3)] == [0.0] * 3


def test_guesses_at_the_same_instant_are_counted_one_by_one(sign_ins):
    waits = []
    threads = [
        Thread(target=lambda: waits.append(sign_ins.knock(ANNA, ELSEWHERE))) for _ in range(12)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert waits.count(0.0) == FREE["account"]


def test_waits_grow_and_end_at_a_minute():
    assert [wait_after(failures, 3) for failures in (0, 2, 3, 4, 8, 9, 10_000)] == [
        0.0,
        0.0,
        1.0,
        2.0,
        32.0,
        60.0,
        60.0,
    ]
