"""What is saved, shown and agreed when screen and store differ: every case as values."""

import pytest

from ui.reconcile import Known, Shown, compare, compare_old

Q = "answer:OWN-01"


def decide(widget, base, stored, seq=7):
    """What becomes of one field: *save*, *follow* or *agree*."""
    fields = {} if stored is None else {Q: stored}
    seqs = {} if stored is None else {Q: seq}
    known = {} if base is None else {Q: Known(base[0], base[1])}
    found = compare({Q: Shown(widget)}, known, fields, seqs)
    kinds = {"save": found.changes, "follow": found.take, "agree": found.agreed}
    ((kind, values),) = [(kind, values) for kind, values in kinds.items() if values]
    return kind, values[Q]


def test_an_untouched_widget_agrees_with_the_store():
    assert decide(3, (3, 5), 3) == ("agree", Known(3, 7))


def test_nothing_shown_and_nothing_stored_agree():
    assert decide(None, None, None) == ("agree", Known(None, 0))


def test_a_first_answer_is_saved():
    assert decide(3, (None, 0), None) == ("save", 3)


def test_a_changed_answer_is_saved():
    assert decide(4, (3, 5), 3) == ("save", 4)


def test_a_cleared_text_is_saved_as_nothing():
    assert decide(None, ("old", 5), "old") == ("save", None)


def test_a_widget_follows_what_another_tab_has_stored():
    assert decide(3, (3, 5), 1) == ("follow", 1)


def test_a_widget_follows_another_tab_that_cleared_the_field():
    assert decide("old", ("old", 5), None) == ("follow", None)


def test_an_untouched_empty_widget_follows_a_first_answer_of_another_tab():
    assert decide(None, (None, 0), 2) == ("follow", 2)


def test_when_both_tabs_change_a_question_the_click_here_is_saved():
    assert decide(4, (3, 5), 1) == ("save", 4)


def test_when_both_tabs_choose_the_same_there_is_nothing_to_save():
    assert decide(4, (3, 5), 4) == ("agree", Known(4, 7))


def test_a_value_that_could_not_be_saved_is_tried_again_in_the_next_run():
    first = compare({Q: Shown(4)}, {Q: Known(3, 5)}, {Q: 3}, {Q: 5})
    again = compare({Q: Shown(4)}, {Q: Known(3, 5)}, {Q: 3}, {Q: 5})
    assert first.changes == again.changes == {Q: 4}


def test_other_questions_are_left_alone():
    shown = {Q: Shown(3), "answer:OWN-02": Shown(1)}
    base = {Q: Known(3, 1), "answer:OWN-02": Known(0, 2)}
    found = compare(shown, base, {Q: 2, "answer:OWN-02": 0}, {Q: 9, "answer:OWN-02": 2})
    assert (found.changes, found.take) == ({"answer:OWN-02": 1}, {Q: 2})


@pytest.mark.parametrize(
    ("widget", "clears", "stored", "sent"),
    [
        (3, False, 3, False),  # nothing differs
        (3, False, None, True),  # the click that came with the restart
        (3, False, 1, True),  # an old widget, or that click: the store decides
        (None, False, 1, False),  # a radio nobody can unset was simply not answered here
        (None, True, "text", True),  # a text may have been cleared
        (["a"], True, ["a"], False),
    ],
)
def test_after_a_restart_the_store_is_asked_about_every_difference(widget, clears, stored, sent):
    fields = {} if stored is None else {Q: stored}
    assert (Q in compare_old({Q: Shown(widget, clears)}, fields)) is sent
