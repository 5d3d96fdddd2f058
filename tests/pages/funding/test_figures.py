"""What the funding pages have in common: amounts, years, and what is lacking told apart from what is beyond."""

from collections.abc import Callable

import pytest

from portfolio.money import Money
from portfolio.pages.desk.desk import Desk
from portfolio.pages.funding.figures import written
from portfolio.reports.funding.covering import covering
from portfolio.store.database import Database
from tests.pages.funding.money import FINANCE
from tests.pages.seat import everything, seat


@pytest.mark.parametrize(
    ("ore", "text"), [(0, "0"), (1_234_567_00, "1 234 567"), (99_50, "99,50"), (-1, "\N{MINUS SIGN}0,01")]
)
def test_an_amount_is_written_to_the_ore_without_its_unit(
    desk: Callable[[str], Desk], ore: int, text: str
) -> None:
    assert written(desk(FINANCE), Money(ore)).replace("\u00a0", " ") == text


def test_a_year_that_is_no_number_means_all_of_them(database: Database) -> None:
    every = seat(database, FINANCE, "funding.overview")
    strange = seat(database, FINANCE, "funding.overview", prosjekt="prosjekt:2026-004", ar="i fjor")
    assert not strange.exception
    assert strange.selectbox[0].value == every.selectbox[0].value == "alle"


@pytest.mark.parametrize("more", [True, False])
def test_what_is_beyond_the_cost_is_told_and_covers_nothing(database: Database, more: bool) -> None:
    with database.read() as reader:
        chosen = next(each for each in covering(reader).projects if bool(each.sums.beyond) is more)
    said = everything(seat(database, FINANCE, "funding.overview", prosjekt=chosen.proposal))
    assert ("Det dekker ikke det som mangler andre steder" in said) is more
