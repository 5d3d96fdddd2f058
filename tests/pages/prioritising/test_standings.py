"""Why a proposal gets no marks."""

from portfolio.pages.prioritising.standings import WHY_NOT
from portfolio.prioritising.gates import Standing


def test_every_standing_but_the_ready_has_its_reason() -> None:
    assert WHY_NOT.keys() == set(Standing) - {Standing.READY}
