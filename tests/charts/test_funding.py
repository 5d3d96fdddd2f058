"""The funding in pictures says what the report says, of every year and side."""

import pytest

from portfolio.charts.funding import cover_by_year
from portfolio.charts.look import LACKING, SIDES
from portfolio.given import Language
from portfolio.parties import Side
from portfolio.reports.funding.covering import covering
from portfolio.store.database import Database
from portfolio.words import words
from tests.charts.drawn import rows, scale


def test_each_year_is_a_bar_of_what_each_side_has_promised_and_what_is_lacking(database: Database) -> None:
    with database.read() as reader:
        years = covering(reader).by_year
    drawn = rows(cover_by_year(years, words("nb")))
    assert len(drawn) == 4 * len(years)
    for year in years:
        pieces = [each["size"] for each in drawn if each["bar"] == str(year.year)]
        sums = year.sums
        expected = [
            float(each.in_kroner) / 1e6 for each in (sums.state, sums.local, sums.other, sums.lacking)
        ]
        assert pieces == expected


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_side_has_its_own_colour_in_every_language(language: Language) -> None:
    said = words(language)
    parts = scale(cover_by_year((), said))
    assert list(parts.values()) == [*(SIDES[side] for side in Side), LACKING]
    assert list(parts)[:3] == [said.name(side) for side in Side]
