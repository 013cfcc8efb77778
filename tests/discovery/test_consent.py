"""The consent: its words are kept with their version, and marketing is a matter of its own."""

import pytest

from discovery.consent import make_consent
from tests.scoring.verbs import the_bank

BANK = the_bank()


def test_the_firm_and_the_time_are_filled_in_everywhere() -> None:
    consent = make_consent(BANK, " North & Co ", 12)
    whole = " ".join((*consent.paragraphs, consent.agree, consent.marketing))
    assert "{" not in whole
    assert "North & Co keeps it for 12 months" in whole
    assert consent.agree == "I agree that this is sent to North & Co."
    assert consent.version == BANK.sharing.version


def test_it_says_what_is_sent_to_whom_for_how_long_and_how_to_withdraw() -> None:
    text = " ".join(make_consent(BANK, "Us", 6).paragraphs)
    for words in ("your answers", "people at Us", "for 6 months", "withdraw at any time"):
        assert words in text


def test_a_single_month_is_a_time_to_keep() -> None:
    consent = make_consent(BANK, "Us", 1)
    assert "keeps it for 1 month from" in " ".join(consent.paragraphs)
    assert consent.version == BANK.sharing.version


def test_consent_and_marketing_are_apart() -> None:
    consent = make_consent(BANK, "Us", 6)
    assert consent.marketing not in consent.paragraphs
    assert "write to me" not in " ".join((*consent.paragraphs, consent.agree))


def test_other_words_have_another_digest() -> None:
    assert make_consent(BANK, "Us", 6) == make_consent(BANK, "Us", 6)
    assert make_consent(BANK, "Us", 6).sha256 != make_consent(BANK, "Us", 7).sha256


@pytest.mark.parametrize(("firm", "months"), [("", 12), ("  ", 12), ("Us", 0)])
def test_nobody_can_agree_to_nothing(firm: str, months: int) -> None:
    with pytest.raises(ValueError, match="names a firm"):
        make_consent(BANK, firm, months)
