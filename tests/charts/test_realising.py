"""A benefit in a picture: the path it was to follow, and what was measured or estimated on the way."""

from datetime import date

import pytest

from portfolio.charts.realising import benefit_course
from portfolio.realising.readings import Certainty
from portfolio.reports.realising.benefit import BenefitStory, benefit_story
from portfolio.store.database import Database
from portfolio.words import words
from tests.charts.drawn import rows

DRIVING, WITHOUT_BASELINE = "gevinst:2026-002-1", "gevinst:2026-005-5"
NB = words("nb")


def story(database: Database, id: str) -> BenefitStory:
    with database.read() as reader:
        return benefit_story(reader, id, on=date(2026, 11, 23))


def test_the_path_is_drawn_from_its_first_day_to_its_last(database: Database) -> None:
    shown = story(database, DRIVING)
    path = [each for each in rows(benefit_course(shown, NB)) if each["what"] == "Planlagt vei"]
    assert [(each["on"], each["value"]) for each in path] == [
        (step.on.isoformat(), step.value) for step in shown.path
    ]


@pytest.mark.parametrize("certainty", [Certainty.MEASURED, Certainty.ESTIMATED])
def test_each_reading_with_a_value_is_drawn_on_the_last_day_of_its_period(
    database: Database, certainty: Certainty
) -> None:
    shown = story(database, DRIVING)
    told = [each for each in shown.readings if each.value is not None and each.certainty is certainty]
    assert told
    drawn = [each for each in rows(benefit_course(shown, NB)) if each["what"] == NB.name(certainty)]
    assert [(each["on"], each["value"]) for each in drawn] == [
        (each.period.last.isoformat(), float(each.value or 0)) for each in told
    ]


def test_what_is_measured_and_what_is_estimated_are_told_apart_without_colour(database: Database) -> None:
    layers = benefit_course(story(database, DRIVING), NB).to_dict()["layer"]
    assert {
        each["encoding"]["shape"]["scale"]["range"][-1] for each in layers if "shape" in each["encoding"]
    } == {"square"}
    assert [each["mark"]["filled"] for each in layers if each["mark"]["type"] == "point"] == [True, False]


def test_without_a_baseline_there_is_no_path_and_the_target_is_a_point(database: Database) -> None:
    shown = story(database, WITHOUT_BASELINE)
    (target,) = [each for each in rows(benefit_course(shown, NB)) if each["what"] == "Mål"]
    assert target["on"] == shown.benefit.target.on.isoformat()
    assert target["value"] == float(shown.benefit.target.value)
