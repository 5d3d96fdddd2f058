from collections import Counter

import pytest

from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import Stage
from portfolio.money import Money, total
from portfolio.parties import Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.workbook import funding
from tests.examples.lists import (
    owners,
    public_cases,
    public_cases_as_they_stand,
    public_cases_tidied,
    public_summary,
    years,
)
from tests.examples.outcome import take_in


@pytest.fixture
def stored(empty_database):
    """What is in the database after the tidied list is brought in."""
    assert take_in(empty_database, public_cases_tidied(undated=False)).refused == ()
    with empty_database.read() as reader:
        names = {each.id: each.name for each in reader.all(Party)}
        proposals = {each.reference: each for each in reader.all(Proposal)}
        yield reader, names, proposals


def rows():
    """The rows that are projects, by the reference each of them got."""
    return {
        f"NO-{number:02}": row
        for number, row in enumerate(public_cases(), 1)
        if "AGGREGATE" not in row["notes"]
    }


def test_pasted_as_it_stands_nothing_is_saved_and_every_refusal_names_its_cell(empty_database):
    found = take_in(empty_database, public_cases_as_they_stand())
    assert Counter(type(each).__name__ for each in found.refused)["UnknownBody"] > 30
    assert all("!" in each.about for each in found.refused)
    with empty_database.read() as reader:
        assert reader.count(Proposal) == 0


def test_a_share_without_a_year_is_refused_at_its_cell_and_stops_the_rest(empty_database):
    found = take_in(empty_database, public_cases_tidied())
    assert [each.about for each in found.refused] == ["Bidrag!C7", "Bidrag!C8"]
    assert {str(each) for each in found.refused} == {"Fill in «Year»."}
    with empty_database.read() as reader:
        assert reader.count(Proposal) == 0


def test_six_rows_are_totals_of_others_and_are_left_out(stored):
    assert len(public_cases_tidied().left_out) == 6
    assert len(public_cases()) == 28
    assert len(stored[2]) == 22


def test_every_project_is_there_with_its_title_its_page_and_its_years(stored):
    for reference, row in rows().items():
        kept = stored[2][reference]
        assert (kept.title, kept.source) == (row["name"], row["source_url"])
        assert (kept.starts, kept.ends) == years(row["year"])


def test_every_word_that_has_no_column_stands_in_the_summary(stored):
    for reference, row in rows().items():
        kept = stored[2][reference].summary
        assert kept == public_summary(row)
        texts = (row["owner"], row["claimed_benefits"], row["benefit_period"], row["notes"], row["year"])
        assert all(text in kept for text in texts)


def test_the_owner_is_the_first_body_named_and_the_others_are_partners(stored):
    _, names, proposals = stored
    for reference, row in rows().items():
        owner, partners = owners(row)
        assert names[proposals[reference].owner_party] == owner
        assert len(proposals[reference].partners) == len(partners)


def test_every_share_with_a_year_is_promised_to_the_krone_and_nothing_more(stored):
    reader, _, proposals = stored
    kept = {each.place.proposal: each for each in positions(reader.all(Entry))}
    wanted = {
        proposals[reference].id: Money.kroner(int(row["state_share_nok"]))
        for reference, row in rows().items()
        if row["state_share_nok"] and years(row["year"])[0]
    }
    assert {id: each.reached(Stage.PROMISED) for id, each in kept.items()} == wanted
    assert not any(each.reached(Stage.AGREED) for each in kept.values())
    assert total(wanted.values()) == Money.kroner(189_817_689)
    assert total(row.promised for row in funding(reader).projects) == total(wanted.values())


def test_a_blank_cost_is_no_cost_line(stored):
    assert not any(row["total_cost_nok"] for row in public_cases())
    assert stored[0].count(CostLine) == 0
