import io
from collections import Counter
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from portfolio.catalogue.exports.workbooks import exports
from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import Stage
from portfolio.money import Money, NotAnAmount, read_amount, total
from portfolio.parties import Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.workbook import funding
from portfolio.sheets.filling.proposals import MOST_OBJECTIONS
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import words
from tests.examples.lists import (
    BUDGET,
    ENDS,
    FUND,
    OWNER,
    PART,
    STARTS,
    TEXT,
    TITLE,
    danish_amount,
    danish_list,
    danish_list_as_it_stands,
    danish_list_tidied,
    danish_need,
    danish_partners,
    plain,
)
from tests.examples.outcome import AT, take_in

KRONER = Money.kroner


@pytest.fixture
def stored(empty_database):
    """What is in the database after the tidied list is brought in."""
    assert take_in(empty_database, danish_list_tidied()).refused == ()
    with empty_database.read() as reader:
        yield reader


@pytest.fixture
def pairs(stored):
    """Each row of the file beside the proposal that came of it."""
    kept = {each.reference: each for each in stored.all(Proposal)}
    return [(row, kept[f"DK-{number:03}"]) for number, row in enumerate(danish_list(), 1)]


def test_pasted_as_it_stands_nothing_is_saved_and_the_first_three_hundred_faults_are_listed(empty_database):
    found = take_in(empty_database, danish_list_as_it_stands())
    assert len(found.refused) == MOST_OBJECTIONS + 1
    assert str(found.refused[-1]).endswith("more faults. Mend these first.")
    with empty_database.read() as reader:
        assert reader.count(Proposal) == 0


def test_an_amount_with_dots_is_refused_or_read_right_and_never_read_wrong():
    came_out = Counter()
    for row in danish_list():
        for text in (row[BUDGET], row[PART]):
            try:
                assert read_amount(text) == KRONER(danish_amount(text))
                came_out["read"] += 1
            except NotAnAmount:
                came_out["refused"] += 1
    assert came_out.total() == 214


def test_every_project_is_there_and_namesakes_stay_apart(pairs):
    assert len(pairs) == len({kept.id for _, kept in pairs}) == 107
    titles = Counter(kept.title for _, kept in pairs)
    assert sum(count > 1 for count in titles.values()) == 4


def test_every_title_and_text_is_kept_to_the_letter_but_for_stray_spaces(pairs):
    for row, kept in pairs:
        assert kept.title == plain(row[TITLE])
        assert kept.summary == plain(row[TEXT])
        assert kept.need == plain(danish_need(row))


def test_the_text_that_is_longest_is_whole_with_all_its_lines(pairs):
    row, kept = max(pairs, key=lambda pair: len(pair[0][TEXT]))
    assert len(row[TEXT]) == 3298
    assert kept.summary.split() == row[TEXT].split()
    broken = next(kept for row, kept in pairs if row[TITLE].startswith("Vækst 2.0"))
    assert broken.summary.count("\n") == next(iter(danish_list()))[TEXT].strip().count("\n") > 10


def test_every_owner_and_partner_is_the_one_of_the_file(stored, pairs):
    names = {each.id: each.name for each in stored.all(Party)}
    for row, kept in pairs:
        assert names[kept.owner_party].casefold() == plain(row[OWNER]).casefold()
        wanted = list(dict.fromkeys(plain(each).casefold() for each in danish_partners(row)))
        assert [names[id].casefold() for id in kept.partners] == wanted


def test_the_years_are_those_of_the_dates(pairs):
    for row, kept in pairs:
        days = [datetime.strptime(row[name], "%d.%m.%Y").replace(tzinfo=AT.tzinfo) for name in (STARTS, ENDS)]
        assert [kept.starts, kept.ends] == [day.year for day in days]


def test_every_amount_is_that_of_the_file_to_the_ore_and_so_are_the_sums(stored, pairs):
    costs = {each.proposal: each for each in stored.all(CostLine)}
    parts = {each.place.proposal: each for each in positions(stored.all(Entry))}
    for row, kept in pairs:
        assert costs[kept.id].amount == KRONER(danish_amount(row[BUDGET]))
        assert costs[kept.id].note == f"{row[STARTS]}-{row[ENDS]}"
        assert parts[kept.id].reached(Stage.PROMISED) == KRONER(danish_amount(row[PART]))
    assert len(costs) == len(parts) == 107
    assert total(each.amount for each in costs.values()) == KRONER(2_055_800_683)
    assert total(each.reached(Stage.PROMISED) for each in parts.values()) == KRONER(945_817_621)


def test_the_workbook_that_comes_out_holds_the_same_sums(stored):
    report = funding(stored, at=AT)
    fund = next(each for each in report.parties if each.name == FUND)
    assert fund.promised == KRONER(945_817_621)
    made = workbook(exports()["funding"], report, words=words("nb"))
    book = load_workbook(io.BytesIO(made), data_only=True)
    amounts = [row[3] for row in book["Kostnader"].iter_rows(min_row=2, values_only=True)]
    assert sum(Decimal(repr(each)) for each in amounts if each) == 2_055_800_683
    assert book["Kontroll"]["B3"].value == "OK"


def test_bringing_the_same_list_in_again_changes_nothing(empty_database):
    take_in(empty_database, danish_list_tidied())
    with empty_database.read() as reader:
        before = reader.head()
    assert take_in(empty_database, danish_list_tidied()).refused == ()
    with empty_database.read() as reader:
        assert reader.head() == before
