"""Stacked bars: each row one bar, each part one piece of it, in an order and colours that never change."""

import altair as alt

from portfolio.charts.bars import Segment, amounts, stacked
from portfolio.money import Money
from portfolio.words import words
from tests.charts.drawn import rows, scale, told

COLOURS = {"first": "#111111", "second": "#222222"}
PARTS: list[Segment[tuple[str, int]]] = [
    Segment("first", "#111111", lambda row: Money(row[1])),
    Segment("second", "#222222", lambda row: Money(2 * row[1])),
]


def of_amounts(*listed: tuple[str, int]) -> alt.Chart:
    return amounts(listed, PARTS, words("nb"), bar=lambda row: row[0], heads=("År", "Side"))


def test_amounts_are_drawn_in_millions_a_piece_for_each_part_of_each_row() -> None:
    drawn = [
        (each["bar"], each["part"], each["size"]) for each in rows(of_amounts(("b", 150_000_000), ("a", 0)))
    ]
    assert drawn == [("b", "first", 1.5), ("b", "second", 3.0), ("a", "first", 0.0), ("a", "second", 0.0)]


def test_what_is_pointed_at_is_told_in_the_words_of_the_chart() -> None:
    assert told(of_amounts(("a", 1))) == ["År", "Side", "Mill. kr"]


def test_bars_stand_as_they_come_and_parts_as_their_colours_do() -> None:
    chart = stacked(
        [
            {"bar": "b", "part": "second", "size": 1.0},
            {"bar": "a", "part": "first", "size": 2.0},
            {"bar": "b", "part": "first", "size": 3.0},
        ],
        COLOURS,
        axis="x",
        told=[],
    )
    assert chart.to_dict()["encoding"]["y"]["sort"] == ["b", "a"]
    assert [each["order"] for each in rows(chart)] == [1, 0, 0]
    assert scale(chart) == COLOURS


def test_without_rows_there_is_a_chart_with_its_legend_and_no_bars() -> None:
    chart = of_amounts()
    assert rows(chart) == []
    assert scale(chart) == COLOURS
