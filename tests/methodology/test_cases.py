from fractions import Fraction
from pathlib import Path
from typing import Annotated

import pytest
import yaml
from pydantic import Field

from portfolio.catalogue.methods import FOLDER, methods
from portfolio.given import Given, Key, Line
from portfolio.prioritising.points import band, mean
from portfolio.prioritising.ranking import Judged, rank

Marks = tuple[int | None, ...]


class Put(Given):
    all: Marks
    marks: dict[Key, Marks] = Field(default_factory=dict)


class Expected(Given):
    """A proposal that expects nothing is one without a place."""

    points: Line | None = None
    place: int | None = None
    band: Key | None = None
    means: dict[Key, Line] = Field(default_factory=dict)
    coverage: Line | None = None
    opinions: Line | None = None
    lacking: tuple[Key, ...] = ()


class Case(Given):
    name: Line
    members: Annotated[int, Field(ge=1)]
    proposals: dict[Key, Put]
    expect: dict[Key, Expected]


class Cases(Given):
    method: Key
    cases: tuple[Case, ...]


def read(path: Path) -> Cases:
    return Cases.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


FILES = sorted((FOLDER / "cases").glob("*.yaml"))
ALL = [(cases.method, case) for cases in map(read, FILES) for case in cases.cases]


def judged(method, id, put, members):
    answers = {each.key: put.marks.get(each.key, put.all) for each in method.criteria}
    assert put.marks.keys() <= answers.keys()
    return Judged(
        proposal=id,
        marks={key: [mark for mark in marks if mark is not None] for key, marks in answers.items()},
        given=sum(len(marks) for marks in answers.values()),
        expected=members * len(method.criteria),
    )


@pytest.mark.parametrize(("id", "case"), ALL, ids=[f"{id}: {case.name}" for id, case in ALL])
def test_the_worked_case_comes_out_as_written(id, case):
    method = methods()[id]
    ranking = rank(method, [judged(method, key, put, case.members) for key, put in case.proposals.items()])
    placed = {each.judged.proposal: each for each in ranking.placed}
    assert case.proposals.keys() == case.expect.keys()
    assert set(ranking.unmarked) == {key for key, wanted in case.expect.items() if wanted.place is None}
    for key, wanted in case.expect.items():
        if wanted.place is not None:
            check(method, placed[key], wanted)


def check(method, placed, wanted):
    found = band(method, placed.score.published)
    assert (str(placed.score.published), placed.place) == (wanted.points, wanted.place)
    assert (found.key if found else None) == wanted.band
    assert placed.score.lacking == wanted.lacking
    assert wanted.coverage is None or placed.judged.answered == Fraction(wanted.coverage)
    assert wanted.opinions is None or placed.judged.coverage == Fraction(wanted.opinions)
    for criterion, value in wanted.means.items():
        assert mean(placed.judged.marks[criterion]) == Fraction(value)


def test_every_published_version_has_worked_cases():
    assert {id for id, _ in ALL} == set(methods())
    assert {path.stem for path in FILES} == {id.replace("/", "-") for id in methods()}


@pytest.mark.parametrize(("id", "least"), [("felles/1.0", 6), ("felles/1.1", 4), ("ideportal/1.0", 4)])
def test_there_are_enough_cases(id, least):
    assert sum(each == id for each, _ in ALL) >= least
