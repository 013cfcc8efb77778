"""The whole way of one share: given by a respondent, worked with by a consultant, taken back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, expect

from scoring.assessment import Assessment
from storage import Store, open_store
from tests.browser.conftest import Site
from tests.browser.hands import Mouse
from tests.browser.person import Person
from tests.scoring.verbs import person, the_bank
from tests.web.server import Nursery, Server
from tests.web.sharing import begun, noted
from tests.web.signed_in import PASSPHRASE, SET_UP

BANK = the_bank()
LABELS, FIRM = BANK.sharing.labels, "Ownership / Resourcing / Review"
COMPANY = "Acme & Pumps *now*"
PAIRS = [BANK.item_by_id[claim.item] for claim in BANK.claims]
KEPT = ("CanaryOfANote", "CanaryOfAnOwner")
"""What the respondent keeps to herself."""
UNSHARED = ("CanaryUnsharedPriority", "CanaryUnsharedNote", "CanaryUnsharedOwner")
ABOUT_ONE, ABOUT_ALL = ("brief", "call", "recap"), ("shared", "calls-say")


def hers() -> Assessment:
    return noted(person("P1"), *KEPT)


def of_somebody_else() -> Assessment:
    plain = person("P4")
    first, *rest = plain.priorities
    named = replace(plain, priorities=(replace(first, name=UNSHARED[0]), *rest))
    return noted(named, *UNSHARED[1:])


@dataclass(frozen=True)
class House:
    """A site with two assessments of which none is shared, and their private links' tokens."""

    site: Site
    store: Store
    hers: str
    unshared: str
    unshared_id: str


@pytest.fixture(scope="module")
def house(
    nursery: Nursery, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    folder: Path = tmp_path_factory.mktemp("house")
    server = Server(folder, nursery, settings=SET_UP).start()
    store = open_store(str(server.database))
    mine, other = begun(store, hers()), begun(store, of_somebody_else())
    yield House(Site(server, browser), store, mine.token, other.token, other.record.id)
    store.close()
    for context in browser.contexts:
        context.close()
    server.end()


def test_what_is_shared_is_worked_with_and_gone_once_it_is_withdrawn(house: House) -> None:
    mina = share(house)
    anna = sign_in(house)
    expect(anna.page.get_by_role("link", name=COMPANY).first).to_be_visible()
    share_id = house.store.desk.workspace.listed()[0].id
    anna.page.get_by_role("link", name=COMPANY).first.click()
    anna.at("Brief").page.get_by_role("link", name="Start the call").click()
    call(anna)
    recap(anna)
    stored = house.store.desk.calls.of(share_id)[-1].fields
    assert [stored[f"rating:{claim.evidence}"] for claim in BANK.claims[:2]] == [0, 1]
    assert (stored["outcome"], stored["goal"]) == ("not_now", "Forty qualified leads a month")
    assert "Name one owner" in said_to(anna, share_id)
    nothing_beside_the_share(anna, house, share_id)
    withdraw(mina)
    nothing_any_more(anna, share_id)
    assert (mina.outside, anna.outside) == (set(), set())


def share(house: House) -> Person:
    """The respondent, who has just shared without notes and owners."""
    mina = house.site.visitor().open("share", house.hers).at(f"Share with {FIRM}").watched()
    hand = Mouse(mina)
    for box in mina.page.get_by_role("checkbox").all():
        expect(box).not_to_be_checked()
    for label, text in (
        (LABELS.contact_name, "Mina Okafor"),
        (LABELS.contact_email, "mina@acme.example"),
        (LABELS.contact_company, COMPANY),
    ):
        hand.write(label, text)
    hand.tick(BANK.sharing.agree.replace("{firm}", FIRM))
    hand.press(f"Share with {FIRM}")
    return mina.at(f"Shared with {FIRM}")


def sign_in(house: House) -> Person:
    """A consultant who comes to the table by the passphrase."""
    anna = house.site.visitor(reduced_motion="reduce")
    anna.page.goto(f"{anna.address}/signin?next=shared")
    anna.page.get_by_label("Passphrase").fill(PASSPHRASE)
    anna.load(anna.button("Sign in").click)
    return anna.at("Shared assessments")


def call(anna: Person) -> None:
    """The half hour: clock, two revised pairs, move, outcome, next step."""
    anna.at("Call").button("Start the clock").click()
    expect(anna.page.get_by_role("timer")).to_have_text(re.compile(r"0:0[1-9]"))
    for item, level in ((PAIRS[0], 0), (PAIRS[1], 1)):
        group = anna.question(item.stem)
        group.get_by_text(item.options[level].text).click()
        expect(group.get_by_role("radio").nth(level)).to_be_checked()
    expect(anna.page.get_by_text("2 of 5 pairs rated.")).to_be_visible()
    before = clock(anna)
    anna.load(anna.page.reload)
    assert clock(anna) >= before
    expect(anna.question(PAIRS[1].stem).get_by_role("radio").nth(1)).to_be_checked()
    anna.question("How the call ended").get_by_role("radio").last.check(force=True)
    step = anna.box("Next step: what")
    step.fill("Name one owner")
    step.blur()
    anna.ready()
    anna.box("The one move, in their words").fill("One page with three names")
    anna.page.get_by_role("link", name="On to the recap").click()  # what is typed goes along


def recap(anna: Person) -> None:
    """The recap with everything that was written on the call."""
    text = anna.at("Recap").page.get_by_role("textbox", name="To copy and send, by you")
    expect(text).to_have_value(re.compile("The one move: One page with three names"))
    goal = anna.box("Their goal, in their words")
    goal.fill("Forty qualified leads a month")
    goal.blur()
    expect(text).to_have_value(re.compile("Forty qualified leads a month"))
    expect(text).to_have_value(re.compile("Name one owner"))


def clock(anna: Person) -> int:
    """The seconds on the clock."""
    timer = anna.page.get_by_role("timer")
    expect(timer).to_have_text(re.compile(r"\d+:\d\d"))
    minutes, _, seconds = timer.inner_text().partition(":")
    return 60 * int(minutes) + int(seconds)


def files_of(share_id: str) -> tuple[str, ...]:
    """Everything that a consultant can take from here about a share, or about all."""
    one = (f"{share_id}.json", f"{share_id}/brief.pdf", f"{share_id}/recap.pdf")
    return ("shared.csv", "shared.json", *one)


def fetched(person: Person, name: str) -> tuple[int, str]:
    """Status and text of a file, as this browser gets it."""
    answer = person.page.context.request.get(f"{person.address}/desk/{name}")
    body = answer.body()
    if body.startswith(b"%PDF"):
        pages = pypdf.PdfReader(BytesIO(body)).pages
        return answer.status, "".join(page.extract_text() for page in pages).replace("\n", "")
    return answer.status, body.decode()


def said_to(person: Person, share_id: str) -> str:
    """The text of the recap on paper."""
    return fetched(person, f"{share_id}/recap.pdf")[1]


def seen(person: Person, key: str, share_id: str) -> str:
    """A page's words and its whole HTML."""
    person.open(key, **({"s": share_id} if key in ABOUT_ONE else {}))
    return person.words() + person.page.content()


def nothing_beside_the_share(anna: Person, house: House, share_id: str) -> None:
    """No note, no owner, nothing of an unshared assessment on any page, by any link or file."""
    secret = (*KEPT, *UNSHARED, house.unshared, house.hers)
    for key in (*ABOUT_ALL, *ABOUT_ONE):
        page = seen(anna, key, share_id)
        assert [word for word in secret if word in page] == [], key
    for name in files_of(share_id):
        status, text = fetched(anna, name)
        assert status == 200, name
        assert [word for word in secret if word in text] == [], name
    for other in (house.unshared_id, house.unshared):
        assert "Nothing is shared here" in seen(anna, "brief", other)
        for name in files_of(other)[2:]:
            assert fetched(anna, name)[0] == 404, name


def withdraw(mina: Person) -> None:
    """What was shared is taken back, on the page where it was given."""
    mina.load(mina.page.reload)
    hand = Mouse(mina)
    hand.tick("Yes, withdraw what I shared")
    hand.press("Withdraw")
    mina.at(f"Share with {FIRM}")
    said = mina.words()
    assert "Deleted: what you shared, 1 call" in said
    assert "1 next step" in said


def nothing_any_more(anna: Person, share_id: str) -> None:
    """The table, the pages and the files know nothing of it."""
    assert "Acme" not in seen(anna, "shared", share_id)
    for key in ABOUT_ONE:
        page = seen(anna, key, share_id)
        assert "Nothing is shared here" in page
        assert "Acme" not in page
    for name in files_of(share_id):
        status, text = fetched(anna, name)
        assert (status == 200) is name.startswith("shared."), name
        assert "Acme" not in text
