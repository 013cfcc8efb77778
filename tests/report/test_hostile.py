"""Five hundred hostile results: whatever people type, the paper is made, inside its margins, alone.

This is every second one; HOSTILE_PAPERS makes more.
"""

import pytest

from tests.report.hostile import BATCHES, look_at


@pytest.mark.threat(2)
@pytest.mark.parametrize("batch", range(0, BATCHES, 2))
def test_a_hostile_result_stays_inside_its_margins_and_reaches_for_nothing(sealed, batch):
    look_at(batch)
