"""How the portfolio is covered, in all years or one."""

from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.workbook import funding
from portfolio.store.database import Database

SHARED = "prosjekt:2026-001"


def test_what_is_lacking_and_what_is_beyond_explain_cost_less_promises(database: Database) -> None:
    with database.read() as reader:
        overview = covering(reader)
    for sums in (overview.whole, *(each.sums for each in (*overview.by_year, *overview.projects))):
        assert sums.cost - sums.promised == sums.lacking - sums.beyond
        assert sums.promised == sums.state + sums.local + sums.other


def test_one_year_holds_only_that_year_and_tells_which_others_there_are(database: Database) -> None:
    with database.read() as reader:
        every, one = covering(reader), covering(reader, year=2027)
    assert {row.year for row in one.rows} == {2027}
    assert one.years == every.years
    assert [one.by_year[0]] == [each for each in every.by_year if each.year == 2027]


def test_projects_are_found_by_every_word_in_any_case(database: Database) -> None:
    with database.read() as reader:
        overview = covering(reader)
    assert [each.proposal for each in overview.found("FELLES arkiv")] == ["prosjekt:2026-004"]
    assert overview.found("") == overview.projects


def test_an_empty_portfolio_has_no_years_and_no_sums(empty_database: Database) -> None:
    with empty_database.read() as reader:
        overview = covering(reader)
    assert (overview.years, overview.projects, overview.lines) == ((), (), 0)
    assert overview.whole.state_share is None


def test_of_one_project_in_one_year_it_holds_nothing_else(database: Database) -> None:
    with database.read() as reader:
        every, one = covering(reader, proposal=SHARED), covering(reader, year=2027, proposal=SHARED)
        whole = [row for row in covering(reader).rows if row.proposal == SHARED]
        lines = [row for row in funding(reader, year=2027).lines if row.proposal == SHARED]
    assert list(every.rows) == whole
    assert list(one.rows) == [row for row in whole if row.year == 2027]
    assert one.years == every.years == tuple(row.year for row in whole)
    assert one.lines == len(lines) > len(one.rows)
