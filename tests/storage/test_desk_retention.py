"""The contract of retention: what was kept for long enough is deleted, and nothing before."""

import json
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from sqlalchemy import update

from storage.__main__ import main, words_of
from storage.desk import RETENTION, Retained
from storage.desk.keeping import DAYS, MONTHS, WrongKeeping, keeping
from storage.desk.moments import months_before
from storage.tables import assessment
from tests.storage.desk_verbs import ANNA, package, share, somebody_shared
from tests.storage.verbs import started


def test_unshared_assessments_go_after_thirty_days_without_change(timed, clock):
    begun, _ = started(timed)
    clock.move(days=29, hours=23)
    assert timed.desk.retention.run() == Retained()
    clock.move(hours=2)
    assert timed.desk.retention.run() == Retained(unshared=1)
    assert timed.open(begun.token) is None
    assert timed.desk.audit.read() == ()


def test_shared_assessments_go_twelve_months_after_they_were_shared(timed, clock):
    begun, shared = somebody_shared(timed)
    clock.move(days=300)
    call = timed.desk.calls.open(shared.id, ANNA)
    clock.move(days=60)
    assert timed.desk.retention.run() == Retained()
    clock.move(days=7)
    assert timed.desk.retention.run() == Retained(shared=1)
    assert timed.desk.calls.read(call.id) is None
    assert timed.open(begun.token) is None
    newest = timed.desk.audit.read()[0]
    assert (newest.who, newest.what, newest.share_id) == (RETENTION, "deleted", shared.id)


def test_sharing_anew_begins_the_twelve_months_anew(timed, clock):
    begun, _ = somebody_shared(timed)
    clock.move(days=300)
    share(timed, begun, package({"answers": {}}))
    clock.move(days=300)
    assert timed.desk.retention.run().shared == 0


def test_after_withdrawing_thirty_days_are_left(timed, clock):
    begun, _ = somebody_shared(timed)
    clock.move(days=200)
    timed.desk.sharing.withdraw(begun.record.id)
    assert timed.desk.retention.run() == Retained()
    clock.move(days=31)
    assert timed.desk.retention.run().unshared == 1


def test_both_times_can_be_set(timed, clock):
    started(timed)
    somebody_shared(timed)
    clock.move(days=3)
    assert timed.desk.retention.run(unshared_days=2).unshared == 1
    clock.move(days=31)
    assert timed.desk.retention.run(shared_months=1).shared == 1
    for wrong in ({"unshared_days": 0}, {"shared_months": 0}):
        with pytest.raises(ValueError, match="at least one"):
            timed.desk.retention.run(**wrong)


def test_many_are_deleted_a_few_at_a_time(timed, clock, monkeypatch):
    monkeypatch.setattr("storage.desk.retention.AT_ONCE", 2)
    for _ in range(5):
        started(timed)
    clock.move(days=31)
    assert timed.desk.retention.run().unshared == 5


def test_old_sign_ins_tries_and_told_events_go_as_well(timed, clock):
    desk = timed.desk
    somebody_shared(timed, announce={"n": 1})
    somebody_shared(timed, announce={"n": 2})
    desk.outbox.delivered(desk.outbox.claim())
    desk.sign_ins.knock(ANNA, "192.0.2.7")
    desk.sign_ins.begin(ANNA, timedelta(hours=8), account=ANNA, address="192.0.2.7")
    desk.sign_ins.knock(ANNA, "192.0.2.9")
    ended = desk.sign_ins.begin(ANNA, timedelta(days=90))
    assert desk.sign_ins.end(ended)
    lasting = desk.sign_ins.begin(ANNA, timedelta(days=90))
    assert desk.retention.run() == Retained()
    clock.move(hours=2)
    assert desk.retention.run() == Retained(attempts=3)
    clock.move(days=8)
    assert desk.retention.run() == Retained(sign_ins=2)
    clock.move(days=23)
    assert desk.retention.run() == Retained(attempts=1, outbox=1)
    assert desk.sign_ins.who(lasting) is not None
    assert desk.outbox.counts() == {"waiting": 1, "delivered": 0, "failed": 0}


@pytest.mark.parametrize(
    ("at", "months", "before"),
    [
        ((2026, 3, 31), 1, (2026, 2, 28)),
        ((2024, 2, 29), 12, (2023, 2, 28)),
        ((2026, 1, 15), 1, (2025, 12, 15)),
        ((2026, 12, 31), 12, (2025, 12, 31)),
        ((2026, 12, 1), 25, (2024, 11, 1)),
    ],
)
def test_months_before(at, months, before):
    assert months_before(datetime(*at, 8, tzinfo=UTC), months) == datetime(*before, 8, tzinfo=UTC)


def test_the_command_deletes_and_says_how_much(opened, url, capsys):
    store = opened()
    kept, _ = started(store)
    old, _ = started(store)
    with store._database.writing() as connection:
        aged = update(assessment).where(assessment.c.id == old.record.id)
        connection.execute(aged.values(changed_at="2020-01-01T00:00:00.000000Z"))
    store.close()
    assert main(["retention", "--store", url, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unshared"] == 1
    store = opened()
    assert store.open(old.token) is None
    assert store.open(kept.token) == kept.record


def test_the_commands_words_name_every_count():
    words = words_of(Retained(1, 22, 333, 4444, 55555, scrubbed=False))
    assert all(count in words for count in ("1 unshared", "22 shared", "333", "4444", "55555"))
    assert "wiped later" in words


def test_the_command_says_what_is_wrong(tmp_path, capsys):
    (tmp_path / "no.db").write_text("no database")
    assert main(["retention", "--store", str(tmp_path / "no.db")]) == 1
    assert "is not an SQLite database" in capsys.readouterr().err
    for wrong in (["retention", "--unshared-days", "0"], ["retention", "--shared-months", "x"], []):
        with pytest.raises(SystemExit) as ended:
            main(wrong)
        assert ended.value.code == 2
    assert main(["retention", "--store", str(tmp_path / "new.db")]) == 1
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize(
    ("days", "months", "kept"),
    [
        (None, None, (30, 12)),
        ("", " ", (30, 12)),
        ("14", " 6 ", (14, 6)),
        ("3650", "120", (3650, 120)),
    ],
)
def test_the_settings_say_how_long_answers_are_kept(days, months, kept):
    settings = {DAYS: days, MONTHS: months}
    assert keeping({name: text for name, text in settings.items() if text is not None}) == kept


@pytest.mark.parametrize("text", ["0", "-1", "3651", "1.5", "thirty", "٣", "1e2", "9" * 5000])
def test_a_setting_that_is_no_number_of_days_is_never_guessed(text, monkeypatch, capsys):
    with pytest.raises(WrongKeeping, match=f"^{DAYS} has to be a whole number from 1 to 3650.$"):
        keeping({DAYS: text})
    monkeypatch.setenv(DAYS, text)
    assert main(["retention"]) == 2
    assert capsys.readouterr().err == f"{DAYS} has to be a whole number from 1 to 3650.\n"


def test_the_command_goes_by_the_settings_unless_told_otherwise(monkeypatch, opened, url, capsys):
    store = opened()
    begun, _ = started(store)
    with store._database.writing() as connection:
        aged = f"{datetime.now(UTC) - timedelta(days=20):%Y-%m-%dT%H:%M:%S.%fZ}"
        connection.execute(update(assessment).values(changed_at=aged))
    store.close()
    monkeypatch.setenv(DAYS, "19")
    assert main(["retention", "--store", url, "--unshared-days", "21"]) == 0
    assert "Deleted: 0 unshared" in capsys.readouterr().out
    assert main(["retention", "--store", url]) == 0
    assert "Deleted: 1 unshared" in capsys.readouterr().out
    assert opened().open(begun.token) is None


def test_two_programs_may_clean_up_at_once(opened, clock, monkeypatch):
    monkeypatch.setattr("storage.desk.retention.AT_ONCE", 2)
    stores = [opened(clock=clock), opened(clock=clock)]
    for _ in range(12):
        started(stores[0])
    clock.move(days=31)
    found = []
    threads = [
        Thread(target=lambda each=each: found.append(each.desk.retention.run().unshared))
        for each in stores
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(found) == 12
