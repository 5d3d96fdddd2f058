"""Every chart has the same look, and no two parts of one the same colour."""

import altair as alt
import pandas as pd
import pytest

from portfolio.charts.look import CRITERIA, LACKING, SIDES, dressed, laid
from portfolio.parties import Side


def plain() -> alt.Chart:
    return alt.Chart(pd.DataFrame([{"a": 1}])).mark_bar().encode(x="a:Q")


@pytest.mark.parametrize("chart", [dressed(plain()), laid([plain(), plain()], height=200)])
def test_numbers_are_norwegian_and_it_is_drawn_so_that_it_can_be_read_aloud(
    chart: alt.Chart | alt.LayerChart,
) -> None:
    made = chart.to_dict()
    assert made["config"]["locale"]["number"]["decimal"] == ","
    assert made["usermeta"]["embedOptions"] == {"renderer": "svg", "actions": False}


def test_charts_laid_over_each_other_are_one_of_the_height_asked_for() -> None:
    made = laid([plain(), plain()], height=123).to_dict()
    assert (len(made["layer"]), made["height"]) == (2, 123)


def test_every_side_has_a_colour_and_no_two_parts_the_same() -> None:
    assert SIDES.keys() == set(Side)
    assert len({*SIDES.values(), LACKING}) == len(Side) + 1
    assert len({*CRITERIA, LACKING}) == len(CRITERIA) + 1 > 9
