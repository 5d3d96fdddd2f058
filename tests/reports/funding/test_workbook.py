"""The workbook of the funding: one truth from the ledger, whichever way it is asked for, exact to the øre."""

from portfolio.funding.keys import Sharing, explained
from portfolio.money import total
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.workbook import funding
from portfolio.store.database import Database


def test_parties_projects_and_lines_sum_to_the_same(database: Database) -> None:
    with database.read() as reader:
        report, overview = funding(reader), covering(reader)
    for name in ("applied", "promised", "agreed", "paid"):
        by_line = total(getattr(line, name) for line in report.lines)
        assert by_line == total(getattr(row, name) for row in report.parties)
        assert by_line == total(getattr(row, name) for row in report.projects)
        assert by_line == getattr(overview.whole, name)


def test_the_overview_is_the_workbook_without_its_lines(database: Database) -> None:
    with database.read() as reader:
        for year in (None, 2027):
            report, overview = funding(reader, year=year), covering(reader, year=year)
            assert overview.rows == report.projects
            assert overview.lines == len(report.lines)
            assert overview.whole.cost == total(row.cost for row in report.costs)


def test_it_says_in_words_how_joint_contributions_are_shared(
    database: Database, empty_database: Database
) -> None:
    with database.read() as reader:
        assert funding(reader).rules == explained(reader.all(Sharing))
    with empty_database.read() as reader:
        assert len(funding(reader).rules) == 1


def test_in_one_year_it_holds_nothing_else(database: Database) -> None:
    with database.read() as reader:
        report = funding(reader, year=2027)
    assert report.years == (2027,)
    for rows in (report.lines, report.costs, report.projects):
        assert {row.year for row in rows} == {2027}
