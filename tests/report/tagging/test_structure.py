"""Elements: what may be one, where it stands, and when it is left out."""

from copy import copy, deepcopy

import pytest

from report.tagging.structure import Element, Piece


def test_a_tag_that_is_not_standard_is_refused_by_name():
    with pytest.raises(ValueError, match="“Paragraph” is no standard structure tag"):
        Element("Document").add("Paragraph")


def test_children_are_read_in_the_order_in_which_they_were_made():
    root = Element("Document")
    made = [root.add("H1"), root.add("P"), root.add("P")]
    assert root.kids == made
    assert all(child.parent is root for child in made)


def test_an_element_without_content_is_not_shown():
    root = Element("Document")
    root.add("Sect").add("P")
    full = root.add("P")
    full.kids.append(Piece(0, 0))
    assert root.shown() == [full]


def test_an_empty_cell_is_shown_in_a_row_that_has_content_and_only_there():
    body = Element("TBody")
    row, empty = body.add("TR"), body.add("TR")
    row.add("TD").kids.append(Piece(0, 0))
    row.add("TD")
    empty.add("TD")
    assert len(row.shown()) == 2
    assert body.shown() == [row]


def test_an_adopted_element_leaves_its_parent():
    first, second = Element("Sect"), Element("Sect")
    child = first.add("P")
    second.adopt(child)
    assert (first.kids, second.kids, child.parent) == ([], [child], second)


def test_an_element_cannot_be_inside_itself():
    outer = Element("Sect")
    inner = outer.add("Div")
    with pytest.raises(ValueError, match="cannot be inside itself"):
        inner.adopt(outer)


def test_a_copy_of_an_element_is_the_element_itself():
    element = Element("P")
    assert copy(element) is element
    assert deepcopy([element])[0] is element
