"""What may be done how often: an office is not locked out, one link has enough, it passes."""

import pytest

from access import rates as module
from access.rates import RATES, Rates, TooMany, ceilings, network_of

OFFICE, HOME = "203.0.113.7", "198.51.100.9"


def counted(rates: Rates, what: str, address: str, one: str = "") -> int:
    """How often something may be done before it is refused."""
    times = 0
    try:
        while True:
            rates.count(what, address, one)
            times += 1
    except TooMany:
        return times


@pytest.fixture
def rates() -> Rates:
    return Rates(ceilings({})[0])


def test_an_office_behind_one_address_may_begin_six_hundred_and_the_next_one_is_not_hindered(rates):
    assert counted(rates, "start", OFFICE) == 600
    assert counted(rates, "start", HOME) == 600


@pytest.mark.parametrize(("what", "most"), [("paper", 40), ("import", 20), ("share", 12)])
def test_one_link_or_tab_has_a_low_ceiling_and_the_others_of_its_office_go_on(rates, what, most):
    assert counted(rates, what, OFFICE, "one") == most
    rates.count(what, OFFICE, "another")


def test_many_links_of_one_address_reach_the_ceiling_of_the_address(rates):
    for number in range(RATES["share"].address):
        rates.count("share", OFFICE, str(number))
    with pytest.raises(TooMany, match="from your network within an hour; the most is 300"):
        rates.count("share", OFFICE, "one more")


def test_the_message_says_what_why_that_nothing_is_lost_and_when_again(rates):
    counted(rates, "paper", OFFICE, "one")
    with pytest.raises(TooMany) as told:
        rates.count("paper", OFFICE, "one")
    assert str(told.value) == (
        "Too many PDFs were made from one private link within an hour; the most is 40. "
        "Your answers are as they were. Please try again in 60 minutes."
    )
    assert 3590 < told.value.seconds <= 3600


def test_an_hour_later_it_goes_on_and_refusals_have_not_made_it_longer(rates, monkeypatch):
    now = module.time.time()
    clock = type("Clock", (), {"time": staticmethod(lambda: now)})
    monkeypatch.setattr("limits.storage.memory.time", clock)
    monkeypatch.setattr("limits.strategies.time", clock)
    monkeypatch.setattr(module, "time", clock)
    assert counted(rates, "share", OFFICE, "one") == 12
    now += 3500
    with pytest.raises(TooMany, match="try again in 2 minutes"):
        rates.count("share", OFFICE, "one")
    now += 50
    with pytest.raises(TooMany, match="try again in a minute"):
        rates.count("share", OFFICE, "one")
    now += 51
    assert counted(rates, "share", OFFICE, "one") == 12


def test_this_machine_itself_is_counted_by_link_only(rates):
    for address in ("127.0.0.1", "::1", "::ffff:127.0.0.1", "", "unix:", "testclient"):
        for _ in range(601):
            rates.count("start", address)
        assert rates.wrong_link(address) == 0
    assert counted(rates, "share", "127.0.0.1", "one") == 12


def test_thirty_wrong_links_are_answered_at_once_and_then_each_waits(rates):
    assert [rates.wrong_link(OFFICE) for _ in range(33)] == [0.0] * 30 + [2.0] * 3
    assert rates.wrong_link(HOME) == 0


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("127.8.9.1", ""),
        ("somebody", ""),
    ],
)
def test_what_counts_as_one_address(address, network):
    assert network_of(address) == network


def test_a_setting_raises_the_ceiling_of_an_address():
    most, problems = ceilings({"DIAGNOSTIC_SHARES_PER_HOUR": " 3 "})
    assert (most["share"], most["start"], problems) == (3, 600, ())
    assert counted(Rates({**most}), "share", OFFICE) == 3


@pytest.mark.parametrize("text", ["0", "-1", "many", "1e3", "1000001", "٣", "6.5", "9" * 500])
def test_a_ceiling_that_is_no_number_is_told_with_its_place_and_what_to_write(text):
    most, problems = ceilings({"DIAGNOSTIC_IMPORTS_PER_HOUR": text})
    assert most["import"] == 600
    assert problems == (
        f"DIAGNOSTIC_IMPORTS_PER_HOUR: {text[:100]!r} is not a number an hour. "
        "Write 1 to 1000000, or leave it out for 600.",
    )


def test_the_table_of_the_docs_has_these_ceilings():
    from tests.test_architecture import ROOT

    page = (ROOT / "docs" / "security.md").read_text("utf-8")
    for rate in RATES.values():
        assert f"| {rate.address} | {rate.one or '–'} | `{rate.setting}` |" in page
