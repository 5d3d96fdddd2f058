"""How one project is covered in one year: each row explains itself."""

from portfolio.money import Money, total
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.workbook import funding
from portfolio.store.database import Database


def test_every_row_explains_cost_less_what_is_promised(database: Database) -> None:
    with database.read() as reader:
        rows = covering(reader).rows
    assert any(row.lacking for row in rows)
    assert any(row.beyond for row in rows)
    for row in rows:
        assert row.cost - row.promised == row.lacking - row.beyond
        assert row.promised == total((row.state, row.local, row.other))


def test_a_row_for_each_project_and_year_with_a_cost_or_a_contribution(database: Database) -> None:
    with database.read() as reader:
        report = funding(reader)
    told = [(row.proposal, row.year) for row in report.projects]
    assert told == sorted({(row.proposal, row.year) for row in (*report.costs, *report.lines)})


def test_where_nothing_is_promised_no_side_has_a_part_and_all_of_it_is_lacking(database: Database) -> None:
    with database.read() as reader:
        rows = [row for row in covering(reader).rows if not row.promised]
    assert rows
    assert {(row.state_share, row.local_share, row.beyond) for row in rows} == {(None, None, Money(0))}
    assert all(row.lacking == row.cost for row in rows)
