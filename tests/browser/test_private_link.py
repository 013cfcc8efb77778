"""The private link: copied, opened again elsewhere, wrong, deleted; and the answer file."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from scoring.answer_file import read_answer_file
from storage.fields import assessment_of
from tests.browser.conftest import DESK, PHONE, Site
from tests.browser.hands import INSIDE
from tests.browser.looking import in_the_dark, too_small, violations
from tests.browser.person import Person
from tests.browser.whole_way import BANK
from tests.scoring.verbs import person

ITEM = BANK.items[0]
NOWHERE = "There is nothing behind this link"


def copied(visitor: Person) -> str:
    """What lies in the clipboard after a click on *Copy link*."""
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.button("Copy link").click()
    expect(visitor.button("Copied")).to_be_visible()
    text: str = visitor.page.evaluate("() => navigator.clipboard.readText()")
    return text


def test_a_link_copied_in_the_middle_opens_the_same_answers_everywhere(site: Site) -> None:
    first = site.visitor(DESK).open("questions", site.begun_with({}))
    first.run(first.question(ITEM.stem).get_by_text(ITEM.options[2].text, exact=True).click)
    first.run(first.button("Finish later").click)
    link = copied(first)
    assert link == f"{first.address}/?t={first.token}"

    assert chosen(first.load(first.page.reload)) == 2
    tab = Person(first.page.context.new_page(), first.address)
    device = site.visitor(PHONE)
    for other in (tab, device):
        other.load(lambda other=other: other.page.goto(link)).at("Welcome back")
        other.page.get_by_role("link", name="Continue: Questions").click()
        assert chosen(other.at(BANK.capabilities[0].name)) == 2
    assert copied_without_permission(device) == link
    assert [each.outside for each in (first, tab, device)] == [set()] * 3
    assert [each.broken for each in (first, tab, device)] == [[]] * 3
    first.page.context.close()
    device.page.context.close()


def chosen(visitor: Person) -> int:
    """The level that is chosen for the first question."""
    radios = visitor.question(ITEM.stem).get_by_role("radio")
    expect(radios.and_(visitor.page.locator(":checked"))).to_have_count(1)
    return next(place for place in range(5) if radios.nth(place).is_checked())


def copied_without_permission(visitor: Person) -> str:
    """The link as the field shows it, for those whose browser copies nothing."""
    visitor.open("", visitor.token)
    return visitor.page.get_by_role("textbox", name="Your private link").input_value()


@pytest.mark.threat(5)
@pytest.mark.parametrize("key", ["", "questions", "result", "delete"])
def test_a_wrong_link_gets_a_plain_page_and_a_way_out(site: Site, key: str) -> None:
    visitor = site.visitor(PHONE).open(key, "wrong" * 6).at(NOWHERE)
    visitor.page.get_by_role("link", name="Go to the start page").click()
    visitor.at("Would your team carry out its next strategy?")
    assert "t=" not in visitor.page.url
    visitor.page.context.close()


def test_delete_removes_everything_at_once_also_in_another_tab(site: Site) -> None:
    token = site.begun("P1")
    visitor = site.visitor(PHONE).open("delete", token)
    other = Person(visitor.page.context.new_page(), visitor.address).open("questions", token)
    expect(visitor.button("Delete my answers")).to_be_disabled()
    visitor.run(visitor.page.get_by_text("Yes, delete everything").click)
    visitor.button("Delete my answers").click()
    visitor.at("Your answers are deleted")
    assert "stored answers" in visitor.words()
    assert site.fields(token) is None
    other.question(ITEM.stem).get_by_text(ITEM.options[2].text, exact=True).click()
    other.at(NOWHERE)
    visitor.open("result", token).at(NOWHERE)
    visitor.page.context.close()


def test_an_answer_file_taken_along_and_opened_again_is_the_same_assessment(
    site: Site, tmp_path: Path
) -> None:
    visitor = site.visitor(DESK).open("result", site.begun("P3"))
    with visitor.page.expect_download() as download:
        visitor.button("Answer file (JSON)").click()
    file = tmp_path / "answers.json"
    download.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))
    assert read_answer_file(file.read_bytes(), BANK).assessment == person("P3")

    visitor.open()
    with visitor.page.expect_file_chooser() as chooser:
        visitor.page.get_by_text("Upload", exact=True).click()
    chooser.value.set_files(file)
    visitor.button("Open these answers").click()
    visitor.at("Check your answers")
    fields = site.fields(visitor.token)
    assert fields is not None
    assert assessment_of(fields, BANK) == person("P3")
    visitor.page.context.close()


def test_the_parts_and_the_link_open_on_a_phone_and_keep_every_rule(site: Site) -> None:
    visitor = site.visitor(PHONE, reduced_motion="reduce").open("money", site.begun("P1"))
    visitor.watched()
    visitor.page.get_by_role("button", name="Expand sidebar").press("Enter")
    parts = visitor.page.get_by_role("navigation", name="Parts")
    expect(parts.get_by_role("link", name="Questions")).to_be_visible()
    visitor.run(visitor.button("Finish later").click)
    expect(visitor.button("Copy link")).to_be_visible()
    assert too_small(visitor.page) == []
    assert violations(visitor.page) == []
    assert in_the_dark(visitor) == []
    visitor.page.keyboard.press("Escape")
    parts.get_by_role("link", name="What hurts").press("Enter")
    visitor.at("What hurts")
    expect(visitor.title).to_be_focused()
    expect(parts).to_be_hidden()
    visitor.page.context.close()


def test_the_keyboard_reaches_the_parts_on_a_phone(site: Site) -> None:
    visitor = site.visitor(PHONE, reduced_motion="reduce").open("money", site.begun("P1"))
    visitor.watched()
    visitor.page.get_by_role("button", name="Expand sidebar").press("Enter")
    parts = visitor.page.get_by_role("navigation", name="Parts")
    home, *links = visitor.page.get_by_test_id("stSidebar").get_by_role("link").all()
    expect(home).to_be_focused()
    for link in links:
        visitor.page.keyboard.press("Tab")
        if visitor.button("Finish later").evaluate(INSIDE):
            visitor.page.keyboard.press("Tab")
        expect(link).to_be_focused()
    expect(parts).to_be_visible()
    visitor.page.context.close()
