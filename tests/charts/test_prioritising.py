"""A round in a picture: the points of each proposal, criterion by criterion, in the order of the ranking."""

from collections.abc import Callable

import pytest

from portfolio.charts.look import CRITERIA
from portfolio.charts.prioritising import points
from portfolio.people import Person
from portfolio.reports.prioritising.ranking import RankingReport, ranking
from portfolio.store.database import Database
from portfolio.words import words
from tests.charts.drawn import rows, scale, told


@pytest.fixture
def report(database: Database, person: Callable[[str], Person]) -> RankingReport:
    with database.read() as reader:
        return ranking(reader, "runde:2026-1", viewer=person("person:ingrid-solbakken"))


def test_the_pieces_of_a_bar_are_the_terms_of_the_proposals_points(report: RankingReport) -> None:
    chart = points(report.ranked, words("nb"))
    drawn = rows(chart)
    for row in report.ranked:
        pieces = [each for each in drawn if each["title"] == row.title]
        assert [each["size"] for each in pieces] == [float(term.points) for term in row.terms]
        assert {each["bar"] for each in pieces} == {f"{row.place}. {row.reference}"}
    assert told(chart) == ["Forslag", "Kriterium", "Poeng", "Snittkarakter"]


def test_bars_stand_in_the_order_of_the_ranking(report: RankingReport) -> None:
    bars = points(report.ranked, words("nb")).to_dict()["encoding"]["y"]["sort"]
    assert bars == [f"{row.place}. {row.reference}" for row in report.ranked]


def test_each_criterion_has_a_colour_of_its_own_in_the_order_of_the_method(report: RankingReport) -> None:
    parts = scale(points(report.ranked, words("en")))
    assert list(parts) == [each.name.en for each in report.method.criteria]
    assert list(parts.values()) == list(CRITERIA[: len(parts)])
