"""Where the ledger stood on each day."""

from datetime import date

import pytest

from portfolio.funding.days import Short, shorts, there_since
from portfolio.funding.ledger import Entry, Place
from portfolio.funding.stages import Stage
from portfolio.money import Money

PLACE = Place("prosjekt:1", "ks", 2026)
APPLIED, PROMISED = Stage.APPLIED, Stage.PROMISED


def entry(number, month, ore, stage=APPLIED, *, corrects=None, party="ks"):
    return Entry(
        id=f"bidrag:prosjekt:1.{number}",
        proposal="prosjekt:1",
        party=party,
        year=2026,
        stage=stage,
        amount=Money(ore),
        on=date(2026, month, 1),
        corrects=f"bidrag:prosjekt:1.{corrects}" if corrects else "",
    )


LEDGER = (entry(1, 1, 100), entry(2, 3, 50), entry(3, 2, -30))


@pytest.mark.parametrize(("ore", "month"), [(1, 1), (70, 1), (71, 3), (120, 3)])
def test_an_amount_is_there_since_the_day_from_which_so_much_has_stood_without_a_break(ore, month):
    assert there_since(LEDGER, APPLIED, Money(ore)) == date(2026, month, 1)


def test_more_than_stands_there_is_there_since_no_day():
    assert there_since(LEDGER, APPLIED, Money(121)) is None
    assert there_since((), PROMISED, Money(1)) is None


def test_what_came_and_went_on_one_day_was_never_short():
    assert list(shorts([entry(1, 1, -100), entry(2, 1, 100)])) == []


def test_what_left_before_it_came_is_told_with_the_first_day_and_how_much_though_it_adds_up_now():
    ledger = [entry(1, 3, 100), entry(2, 2, -60), entry(3, 1, 20)]
    assert list(shorts(ledger)) == [Short(PLACE, APPLIED, date(2026, 2, 1), Money(-40))]


def test_what_another_party_gives_makes_up_for_nothing():
    ledger = [entry(1, 3, 100), entry(2, 2, -60), entry(3, 1, 200, party="stat:digdir")]
    assert [each.place for each in shorts(ledger)] == [PLACE]


def test_a_correction_counts_from_the_day_of_what_it_corrects():
    wrong = [entry(1, 1, 100), entry(2, 2, -100), entry(3, 6, 100, corrects=2)]
    assert there_since(wrong, APPLIED, Money(100)) == date(2026, 1, 1)
    assert list(shorts([*wrong, entry(4, 3, -100)])) == []
