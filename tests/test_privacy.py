"""PRIVACY.md and docs/logs.md say everything: each column, each cookie, each event, each metric."""

import re

import pytest
from streamlit.web.server.starlette import starlette_server_config as framework

import storage.desk.tables  # noqa: F401  its tables belong to the metadata
from access import BROWSER, COOKIE
from events import EVENTS
from storage.tables import metadata
from tests.test_architecture import ROOT
from web.numbers import Looked, Numbers
from web.work_routes import WANTED

PRIVACY = (ROOT / "PRIVACY.md").read_text("utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")
LOGS = (ROOT / "docs" / "logs.md").read_text("utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \| [^|]{8,}\|", PRIVACY, re.MULTILINE))
COOKIES = {COOKIE, BROWSER, WANTED} | {
    value for name, value in vars(framework).items() if name.endswith("_COOKIE_NAME")
}


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_every_column_of_the_store_is_in_the_privacy_page_beside_its_table(table):
    named = re.findall(r"`(\w+)`", ROWS.get(table, ""))
    assert named == [column.name for column in metadata.tables[table].columns]


@pytest.mark.parametrize("cookie", sorted(COOKIES))
def test_every_cookie_has_a_row_with_purpose_and_lifetime(cookie):
    row = rf"^\| [^|]*`{cookie}`[^|]* \| [^|]{{8,}} \| [^|]{{8,}} \| [^|]{{5,}} \|$"
    assert re.search(row, PRIVACY, re.MULTILINE)


def test_every_event_and_every_metric_is_explained_and_no_other():
    assert {name for name in EVENTS if f"`{name}`" not in LOGS} == set()
    looked = Looked({"live_sessions": float, "store_ready": float}, dict)
    families = [*Numbers().registry.collect(), *looked.collect()]
    kept = {f"{each.name}_total" if each.type == "counter" else each.name for each in families}
    assert set(re.findall(r"^\| `(diagnostic_\w+)` \|", LOGS, re.MULTILINE)) == kept


@pytest.mark.parametrize("page", ["PRIVACY.md", "SECURITY.md", "docs/logs.md"])
def test_what_these_pages_point_to_is_there(page):
    path = ROOT / page
    text = path.read_text("utf-8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    files = re.findall(r"`((?:\w+/)+\w+\.py|\w+\.(?:toml|lock))`", text)
    missing = [each for each in links if not (path.parent / each).exists()]
    assert missing + [each for each in files if not (ROOT / each).exists()] == []


def test_nobodys_address_is_invented():
    assert re.findall(r"[\w.+-]+@(?!acme\.example)[\w-]+\.[\w.]+", PRIVACY + SECURITY) == []
