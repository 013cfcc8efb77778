"""Two replicas behind nginx, with the file as we ship it, on one PostgreSQL."""

import json
import logging
import os
import random
import re
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from statistics import median
from time import monotonic
from urllib.parse import urlencode

import pytest
from argon2 import PasswordHasher
from websockets.exceptions import InvalidStatus

from access import COOKIE
from storage import open_store
from tests.needs import need_nginx
from tests.postgres import running
from tests.web.gateway import STICKY, Gateway
from tests.web.screen import FIRST, SECOND, answer, saved, shown, touch
from tests.web.server import Server
from tests.web.sharing import begun
from tests.web.waiting import wait_until

log = logging.getLogger(__name__)
ROUNDS = int(os.environ.get("FAULT_ROUNDS", "2"))
RIGHT = "four words by a lake"
SETTINGS = {
    "DIAGNOSTIC_PASSPHRASE": PasswordHasher(1, 8, 1).hash(RIGHT),
    "DIAGNOSTIC_TRUSTED_PROXIES": "127.0.0.1",
    "STREAMLIT_SERVER_COOKIE_SECRET": "one secret for all replicas of one site",
}


class Site:
    """nginx, two replicas and the store that they share."""

    def __init__(self, gateway, replicas, store):
        self.gateway, self.replicas, self.store = gateway, replicas, store

    def stored(self, tab):
        """The levels of the first screen as the store has them."""
        record = self.store.open(tab.parameter("t"))
        return [record.fields.get(f"answer:{item.id}") for item in (FIRST, SECOND)]

    def at_questions(self, cookie=""):
        return self.gateway.visitor(cookie).open().press("Start").go("questions")

    def tab_on(self, replica, first):
        """Another tab of the same respondent, on this replica."""
        cookie = self.gateway.cookie_for(replica)
        return self.gateway.visitor(cookie).open("questions", f"t={first.parameter('t')}")


@pytest.fixture(scope="module")
def site(nursery, tmp_path_factory):
    nginx, folder = need_nginx(), tmp_path_factory.mktemp("site")
    with ExitStack() as opened:
        place = opened.enter_context(running()).first
        settings, replicas = {**SETTINGS, "DIAGNOSTIC_DB": place}, []
        for name in ("one", "two"):
            (folder / name).mkdir()
            made = Server(folder / name, nursery, settings=settings)
            opened.callback(made.end)
            replicas.append(made.start())
        gateway = opened.enter_context(Gateway(nginx, replicas))
        store = open_store(place)
        opened.callback(store.close)
        yield Site(gateway, replicas, store)


def came_back(tab):
    """The tab connects again, as a browser does when its connection is cut: until it works."""
    tab.drop()
    assert wait_until(lambda: connects(tab), 5)
    return tab.rerun()


def connects(tab):
    try:
        return tab.connect() is tab
    except InvalidStatus:
        return False


def test_a_visitor_stays_on_one_replica_and_new_ones_are_spread(site):
    gateway = site.gateway
    given = gateway.get("/healthz")[1]["Set-Cookie"]
    assert re.fullmatch(rf"{STICKY}=[0-9a-f]{{32}}; Path=/; HttpOnly; SameSite=Lax", given)
    cookie = given.split(";")[0]
    assert "Set-Cookie" not in gateway.get("/healthz", cookie)[1]
    assert len({gateway.replica_of(cookie).port for _ in range(5)}) == 1
    assert len({gateway.replica_of(gateway.cookie()).port for _ in range(20)}) == 2
    assert STICKY in gateway.get("/healthz", f"{STICKY}=chosen-by-somebody")[1]["Set-Cookie"]


def test_all_of_ten_downloads_arrive_because_the_visitor_stays_on_one_replica(site):
    token = begun(site.store).token
    tab = site.gateway.visitor().open("result", f"t={token}")
    urls = [button.url for button in tab.found("download_button")]
    assert len(urls) == 3
    wanted = (urls * 4)[:10]
    assert [site.gateway.get(url, tab.cookie)[0] for url in wanted] == [200] * 10
    others = [each for each in site.replicas if each is not site.gateway.replica_of(tab.cookie)]
    assert [site.gateway.get(url, site.gateway.cookie_for(others[0]))[0] for url in urls] == [
        404
    ] * 3


def test_what_is_behind_a_private_link_comes_from_either_replica(site):
    token = begun(site.store).token
    for cookie in map(site.gateway.cookie_for, site.replicas):
        for path in (f"/answers/{token}.json", f"/scorecard/{token}.pdf"):
            status, headers, _ = site.gateway.get(path, cookie)
            assert (status, headers["cache-control"]) == (200, "private, no-store")


def test_a_visitor_of_a_killed_replica_comes_back_on_the_other_with_every_answer(site):
    tab = site.at_questions()
    chance = random.Random(5)
    acknowledged = lost = not_stored = 0
    recovery = []
    for _ in range(ROUNDS):
        told = [None, None]
        for level in chance.sample(range(5), 2):
            answer(tab, level, FIRST)
            answer(tab, 4 - level, SECOND)
            assert saved(tab)
            told, acknowledged = [level, 4 - level], acknowledged + 2
        replica = site.gateway.replica_of(tab.cookie)
        replica.kill()
        lost += sum(one != other for one, other in zip(told, site.stored(tab), strict=True))
        began = monotonic()
        touch(tab, (told[0] + 1) % 5)  # the click during which the replica was lost
        came_back(tab)
        recovery.append(monotonic() - began)
        assert saved(tab)
        not_stored += [shown(tab), shown(tab, SECOND)] != site.stored(tab)
        assert site.stored(tab) == [(told[0] + 1) % 5, told[1]]
        replica.start()
    told = (ROUNDS, acknowledged, lost, not_stored, median(recovery), max(recovery))
    log.info("%d rounds: %d acknowledged, %d lost, %d only shown; %.2f s, at most %.2f s", *told)
    assert (acknowledged, lost, not_stored) == (ROUNDS * 4, 0, 0)


def test_two_tabs_on_two_replicas_lose_nothing_of_one_assessment(site):
    first = site.at_questions(site.gateway.cookie_for(site.replicas[0]))
    second = site.tab_on(site.replicas[1], first)
    with ThreadPoolExecutor(2) as both:
        for level in (0, 1, 2, 3, 4):
            left = both.submit(answer, first, level, FIRST)
            right = both.submit(answer, second, level, SECOND)
            left.result(), right.result()
            assert saved(first)
            assert saved(second)
            assert site.stored(first) == [level, level]
    came_back(first)
    assert (shown(first), shown(first, SECOND)) == (4, 4)


def test_who_signs_in_at_one_replica_is_known_at_the_other_and_signed_out_at_both(site):
    gateway, origin = site.gateway, {"Origin": f"http://127.0.0.1:{site.gateway.port}"}
    one, two = map(gateway.cookie_for, site.replicas)
    form = urlencode({"passphrase": RIGHT}).encode()
    status, headers, _ = gateway.ask("/signin", one, form, origin)
    assert status == 303, headers
    # email.message keeps one of two Set-Cookie lines in a dict; ours is the one that is looked for.
    token = re.search(rf"{COOKIE}=[^;]+", headers["set-cookie"])[0]
    desk = "/desk/shared.json"
    assert [gateway.get(desk, f"{each}; {token}")[0] for each in (one, two)] == [200, 200]
    assert gateway.get(desk, one)[0] == 404
    assert gateway.ask("/signout", f"{two}; {token}", b"", origin)[0] == 303
    assert [gateway.get(desk, f"{each}; {token}")[0] for each in (one, two)] == [404, 404]


def test_a_rolling_restart_under_answers_loses_none(site):
    tab = site.at_questions()
    for level, replica in enumerate(site.replicas):
        answer(tab, level)
        assert saved(tab)
        replica.signal(signal.SIGTERM)
        assert wait_until(lambda each=replica: not each._lives(), 10)
        touch(tab, level + 2)  # what she chose while it was gone
        came_back(tab)
        assert saved(tab)
        assert site.stored(tab)[0] == shown(tab) == level + 2
        replica.start()


@pytest.mark.parametrize("path", ["/metrics", "/readyz", "/_stcore/metrics", "/assess/readyz"])
def test_what_is_for_the_operator_is_closed_to_the_outside(site, path):
    assert site.gateway.get(path)[0] == 404
    assert site.gateway.get(path + "?x=1")[0] == 404


def test_scripts_come_compressed_and_pages_and_answers_do_not(site):
    gateway, token = site.gateway, begun(site.store).token
    page = gateway.get("/", **{"Accept-Encoding": "gzip"})
    script = re.search(rb'src="\.?/?(static/js/index[^"]+\.js)"', page[2])[1].decode()
    compressed = gateway.get(f"/{script}", **{"Accept-Encoding": "gzip"})
    plain = gateway.get(f"/{script}")
    assert compressed[1]["Content-Encoding"] == "gzip"
    assert len(compressed[2]) < len(plain[2]) / 2
    for path in ("/", f"/answers/{token}.json"):
        assert "Content-Encoding" not in gateway.get(path, **{"Accept-Encoding": "gzip"})[1]


def test_more_than_two_megabytes_are_refused_before_they_reach_a_replica(site):
    assert site.gateway.ask("/signin", "", b"x" * 2_100_000, {})[0] == 413


def test_the_log_of_nginx_has_no_link_no_query_and_no_address_in_it(site):
    gateway, token = site.gateway, begun(site.store).token
    referring = {"Referer": f"http://127.0.0.1/?t={token}", "User-Agent": "planted-agent"}
    replica = site.gateway.replica_of(cookie := gateway.cookie())
    replica.kill()  # what nginx would complain about, whole address and all
    try:
        for path in (f"/result?t={token}", f"/answers/{token}.json", f"/scorecard/{token}.pdf"):
            assert gateway.get(path, cookie, **referring)[0] == 200
    finally:
        replica.start()
    assert wait_until(lambda: "/scorecard/…" in gateway.log.read_text("utf-8"), 5)
    for line in gateway.lines():
        assert set(json.loads(line)) == {
            *("at", "method", "path", "status", "bytes", "seconds", "replica")
        }
    said = gateway.log.read_text("utf-8").replace(f"127.0.0.1:{site.replicas[0].port}", "")
    said = said.replace(f"127.0.0.1:{site.replicas[1].port}", "")
    assert [word for word in (token, "t=", "planted-agent", "127.0.0.1") if word in said] == []
