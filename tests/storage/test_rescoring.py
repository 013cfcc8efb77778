"""Every stored assessment under another bank: counted rightly, in any number of processes."""

import json
import sqlite3
from contextlib import closing

import pytest

from scoring import score
from scoring.export import as_json
from storage import StoreRefused, open_store
from storage.__main__ import main
from storage.fields import assessment_of, fields_of
from storage.reading import open_to_read
from storage.rescoring import processes, rescore
from tests.scoring.verbs import person
from tests.storage.verbs import TEXT, the_bank

HEAVIER = TEXT.replace(b"    weight: 1.5", b"    weight: 4")
"""The bank with other weights: some levels move."""
RENAMED = TEXT.replace(b"OWN-01", b"OWN-91")
"""The bank with a question under another id: who answered the old one has not answered it."""
PEOPLE = 30
DIMENSIONS = [dimension.id for dimension in the_bank().dimensions]


def answers(number):
    """P1's answers with levels that differ from one person to the next."""
    fields = dict(fields_of(person("P1")))
    for place, item in enumerate(the_bank().items):
        fields[f"answer:{item.id}"] = (number * 7 + place * number) % 5
    return fields


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """The address of a store with a few dozen assessments, every third of them finished."""
    url = f"sqlite:///{tmp_path_factory.mktemp('rescoring')}/answers.db"
    with closing(open_store(url, banks=[the_bank()])) as store:
        for number in range(PEOPLE):
            record = store.start(TEXT, the_bank(), answers(number)).record
            if number % 3 == 0:
                card = score(the_bank(), assessment_of(record.fields, the_bank()))
                store.finish(record.id, as_json(card))
    return url


def test_under_its_own_bank_nobody_moves_and_a_finished_result_is_not_scored_again(full):
    tally = rescore(full, TEXT, 1)
    assert (tally.assessments, tally.finished, tally.scorings) == (PEOPLE, 10, 50)
    assert (tally.moved, tally.verdicts, tally.left_out, tally.unreadable) == (0, 0, 0, 0)
    for what in [*DIMENSIONS, "overall", "verdict"]:
        assert sum(count for pair, count in tally.pairs.items() if pair[0] == what) == PEOPLE


def by_hand(url, text):
    """Who has which level and verdict and would have which, worked out one by one."""
    new, found = the_bank(text), {}
    with closing(open_to_read(url)) as store:
        for span in store.spans(7):
            for one in store.standing(span):
                fields = json.loads(one.fields)
                cards = [score(bank, assessment_of(fields, bank)) for bank in (the_bank(), new)]
                found[one.id] = [
                    [card.overall.level, card.verdict.code]
                    + [entry.level for entry in card.dimensions.values()]
                    for card in cards
                ]
    return found


@pytest.mark.parametrize("workers", [1, 2])
def test_who_moves_is_who_moves_when_each_is_scored_by_hand(full, workers, monkeypatch):
    monkeypatch.setattr(processes, "PAGE", 8)
    listed = []
    tally = rescore(full, HEAVIER, workers, listed.append)
    hand = by_hand(full, HEAVIER)
    moving = [name for name in sorted(hand) if hand[name][0] != hand[name][1]]
    assert [each.id for each in listed] == moving
    assert 2 < len(moving) < PEOPLE - 2
    assert tally.assessments == len(hand) == PEOPLE
    assert tally.verdicts == sum(old[1] != new[1] for old, new in hand.values())
    for level in range(1, 6):
        found = sum(new[0] == level for _, new in hand.values())
        wanted = ("overall", str(level))
        whole = sum(n for (what, _, new), n in tally.pairs.items() if (what, new) == wanted)
        assert whole == found


def test_an_answer_that_the_new_bank_does_not_know_is_left_out_and_counted(full):
    tally = rescore(full, RENAMED, 1)
    assert (tally.assessments, tally.left_out) == (PEOPLE, PEOPLE)


def test_nothing_is_written(full):
    def everything():
        with closing(sqlite3.connect(full.removeprefix("sqlite:///"))) as raw:
            return list(raw.iterdump())

    before = everything()
    rescore(full, HEAVIER, 1)
    assert everything() == before


def test_the_command_prints_json_lines_and_the_report_last(full, tmp_path, capsys):
    bank = tmp_path / "new.yaml"
    bank.write_bytes(HEAVIER)
    asked = ["rescore", "--bank", str(bank), "--store", full, "--workers", "1"]
    assert main([*asked, "--json", "--list"]) == 0
    *lines, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert last["assessments"] == PEOPLE
    assert sum("verdict" in line for line in lines) == last["verdicts"]
    assert main(asked) == 0
    words = capsys.readouterr().out
    assert f"A level moves for {last['moved']}, the verdict for {last['verdicts']}." in words


def test_a_file_that_is_no_bank_or_is_not_there_is_said_so(full, tmp_path, capsys):
    bank = tmp_path / "new.yaml"
    asked = ["rescore", "--bank", str(bank), "--store", full]
    assert main(asked) == 2
    assert "cannot be read" in capsys.readouterr().err
    bank.write_text("about: {id: orr}\n", "utf-8")
    assert main(asked) == 2
    assert "new.yaml:1:" in capsys.readouterr().err


def test_an_assessment_whose_bank_cannot_be_read_is_counted_apart(full, tmp_path):
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(full.removeprefix("sqlite:///"))) as raw:
        raw.execute("VACUUM INTO ?", [str(copy)])
    with closing(sqlite3.connect(copy)) as raw, raw:
        raw.execute("UPDATE bank_text SET text = 'about: nothing'")
    tally = rescore(str(copy), HEAVIER, 1)
    assert (tally.assessments, tally.unreadable, tally.finished) == (10, 20, 10)


def test_a_store_of_another_version_is_not_read(full, tmp_path):
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(full.removeprefix("sqlite:///"))) as raw:
        raw.execute("VACUUM INTO ?", [str(copy)])
    with closing(sqlite3.connect(copy)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(StoreRefused, match="another version"):
        rescore(str(copy), TEXT, 1)
