"""One project's funding whole, in all years or one."""

import pytest

from portfolio.money import total
from portfolio.parties import JOINT
from portfolio.reports.funding.project import funded_project
from portfolio.store.database import Database
from portfolio.store.reading import Missing

EVERYBODY_SHARES = "prosjekt:2026-004"


def test_one_year_of_a_project_holds_only_that_year_and_all_that_is_posted(database: Database) -> None:
    with database.read() as reader:
        every, answer = (
            funded_project(reader, EVERYBODY_SHARES),
            funded_project(reader, EVERYBODY_SHARES, year=2027),
        )
    assert {each.place.year for each in answer.contributions} == {2027}
    assert [each.year for each in answer.by_year] == [2027]
    assert answer.years == every.years == (2026, 2027, 2028, 2029)
    assert answer.postings == every.postings


def test_what_is_given_sums_to_the_project(database: Database) -> None:
    with database.read() as reader:
        answer = funded_project(reader, EVERYBODY_SHARES)
    for name in ("applied", "promised", "agreed", "paid"):
        assert total(getattr(each, name) for each in answer.contributions) == getattr(answer.whole, name)
        assert total(getattr(each.sums, name) for each in answer.by_year) == getattr(answer.whole, name)


def test_what_is_asked_for_is_found_or_is_not_there(database: Database) -> None:
    with database.read() as reader:
        answer = funded_project(reader, EVERYBODY_SHARES)
    (joint,) = (each for each in answer.joint if each.place.year == 2027)
    assert answer.contribution(JOINT, 2027) == joint
    assert answer.contribution(JOINT, 1999) is None
    assert answer.posting(answer.postings[3].entry) == answer.postings[3]
    assert answer.posting("bidrag:x") is None
    assert [each.party.name for each in answer.found("vestland bergen")] == ["Bergen"]


def test_a_project_that_is_not_there_is_missing(database: Database) -> None:
    with database.read() as reader, pytest.raises(Missing):
        funded_project(reader, "prosjekt:ukjent")
