"""The other half of the hostile results, in a file of its own: two workers then share them."""

import pytest

from tests.report.hostile import BATCHES, look_at


@pytest.mark.threat(2)
@pytest.mark.parametrize("batch", range(1, BATCHES, 2))
def test_a_hostile_result_stays_inside_its_margins_and_reaches_for_nothing(sealed, batch):
    look_at(batch)
