"""The ledger as people add to it: whole steps, refusals that say what stands there, and nothing erased."""

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from portfolio.actions.funding.contributions import Moved, NoReason, advance_amount, contribute, correct
from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import NotShared, Sharing
from portfolio.funding.ledger import Entry, MoreThanThereIs, Place, WrongWay, positions
from portfolio.funding.stages import Stage
from portfolio.lookups.beyond import BeyondCost
from portfolio.money import LARGEST, Money, TooMuch
from portfolio.parties import JOINT
from portfolio.people import Forbidden, Stamp
from portfolio.periods import InTheFuture, NotABudgetYear, TooEarly
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.databases import put
from tests.funding.sealed import seen
from tests.nights import NIGHTS

ON = date(2026, 11, 23)
FINANCE, OTHER, SECRETARIAT = "person:geir-mosengtun", "person:wenche-rabbenes", "person:ingrid-solbakken"
PROJECT, UNSHARED = "prosjekt:2026-001", "prosjekt:2026-024"
OSLO = Place(PROJECT, "kommune:0301", 2030)
Stamped = Callable[[str], Stamp]


@pytest.fixture
def applied(database: Database, stamp: Stamped) -> Entry:
    """A thousand kroner that Oslo has applied for."""
    return contribute(database, OSLO, Money(1000_00), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))


def at(database: Database, place: Place = OSLO) -> dict[Stage, int]:
    with database.read() as reader:
        entries = reader.all(Entry, proposal=place.proposal, party=place.party, year=place.year)
    found = positions(entries)
    return {stage: amount.ore for stage, amount in found[0].at.items() if amount} if found else {}


def test_an_amount_goes_onward_step_by_step_and_in_parts(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    onward(database, stamp(FINANCE), 700_00, Stage.APPLIED, Stage.PROMISED)
    onward(database, stamp(OTHER), 700_00, Stage.PROMISED, Stage.AGREED)
    onward(database, stamp(FINANCE), 500_01, Stage.AGREED, Stage.PAID)
    onward(database, stamp(FINANCE), 300_00, Stage.APPLIED, Stage.LAPSED)
    assert at(database) == {Stage.AGREED: 199_99, Stage.PAID: 500_01, Stage.LAPSED: 300_00}


def test_a_step_cannot_be_skipped(database: Database, stamp: Stamped, applied: Entry) -> None:
    with pytest.raises(WrongWay) as refused:
        onward(database, stamp(FINANCE), 1, Stage.APPLIED, Stage.PAID)
    assert refused.value.about == "to"


@pytest.mark.parametrize("ore", [0, -1, 1000_01])
def test_no_more_than_what_stands_there_goes_onward(
    database: Database, stamp: Stamped, applied: Entry, ore: int
) -> None:
    with pytest.raises(MoreThanThereIs) as refused:
        onward(database, stamp(FINANCE), ore, Stage.APPLIED, Stage.PROMISED)
    assert refused.value.about == "amount"
    assert at(database) == {Stage.APPLIED: 1000_00}


def test_two_who_take_the_same_amount_onward_do_not_both_get_it(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    refused: list[MoreThanThereIs] = []

    def take(who: Stamp) -> None:
        try:
            onward(database, who, 1000_00, Stage.APPLIED, Stage.PROMISED)
        except MoreThanThereIs as objection:
            refused.append(objection)

    both = [threading.Thread(target=take, args=(stamp(who),)) for who in (FINANCE, OTHER)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert at(database) == {Stage.PROMISED: 1000_00}
    assert [each.message.facts["there"] for each in refused] == [Money(0)]


def test_who_looked_before_somebody_else_moved_the_same_money_is_told_so_and_moves_nothing(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    begun, who = end(database), stamp(FINANCE)
    onward(database, stamp(OTHER), 400_00, Stage.APPLIED, Stage.PROMISED)
    before = at(database)

    def move(seen: int) -> None:
        advance_amount(
            database, OSLO, Money(1), from_=Stage.APPLIED, to=Stage.PROMISED, on=ON, seen=seen, stamp=who
        )

    def enter(seen: int) -> None:
        contribute(database, OSLO, Money(1), stage=Stage.APPLIED, on=ON, seen=seen, stamp=who)

    for act in (move, enter):
        with pytest.raises(Moved) as refused:
            act(begun)
        facts = refused.value.message.facts
        assert (facts["who"], facts["when"]) == ("Wenche Rabbenes", stamp(OTHER).at)
        assert (facts["there"], facts["stage"], at(database)) == (Money(600_00), Stage.APPLIED, before)
    move(getattr(refused.value.current, "revision"))  # noqa: B009
    assert at(database)[Stage.PROMISED] == 400_01


def test_what_is_moved_in_another_place_stands_in_nobodys_way(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    begun = end(database)
    other = Place(PROJECT, OSLO.party, 2029)
    contribute(database, other, Money(1), stage=Stage.APPLIED, on=ON, stamp=stamp(OTHER))
    contribute(database, OSLO, Money(1), stage=Stage.APPLIED, on=ON, seen=begun, stamp=stamp(FINANCE))
    assert at(database) == {Stage.APPLIED: 1000_01}


def test_two_who_enter_at_once_both_get_their_entry(database: Database, stamp: Stamped) -> None:
    both = [
        threading.Thread(
            target=contribute,
            args=(database, OSLO, Money(1)),
            kwargs={"stage": Stage.APPLIED, "on": ON, "stamp": stamp(who)},
        )
        for who in (FINANCE, OTHER)
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert at(database) == {Stage.APPLIED: 2}


def test_a_correction_undoes_both_halves_of_a_move_and_erases_nothing(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    onward(database, stamp(FINANCE), 400_00, Stage.APPLIED, Stage.PROMISED)
    with database.read() as reader:
        halves = [each for each in reader.all(Entry, proposal=PROJECT, year=2030) if each.move]
        before = reader.count(Entry)
    correct(database, halves[0].id, note="Ført på feil år.", on=ON, stamp=stamp(FINANCE))
    with database.read() as reader:
        assert reader.count(Entry) == before + 2
        assert {each.corrects for each in reader.all(Entry, note="Ført på feil år.")} == {
            half.id for half in halves
        }
    assert at(database) == {Stage.APPLIED: 1000_00}


def test_what_has_gone_onward_must_be_corrected_first(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    onward(database, stamp(FINANCE), 400_00, Stage.APPLIED, Stage.PROMISED)
    with pytest.raises(MoreThanThereIs, match="the rest has gone onward") as refused:
        correct(database, applied.id, note="Feil beløp.", on=ON, stamp=stamp(FINANCE))
    assert refused.value.message.facts["there"] == Money(600_00)


@pytest.mark.parametrize("note", ["", " \u200b"])
def test_a_correction_needs_a_reason(database: Database, stamp: Stamped, applied: Entry, note: str) -> None:
    with pytest.raises(NoReason) as refused:
        correct(database, applied.id, note=note, on=ON, stamp=stamp(FINANCE))
    assert refused.value.about == "note"


def test_nothing_is_corrected_twice_nor_a_correction_corrected(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    correct(database, applied.id, note="Feil.", on=ON, stamp=stamp(FINANCE))
    with database.read() as reader:
        (undone,) = reader.all(Entry, corrects=applied.id)
    for entry in (applied.id, undone.id):
        with pytest.raises(WrongWay):
            correct(database, entry, note="Igjen.", on=ON, stamp=stamp(FINANCE))
    assert at(database) == {}


@pytest.mark.parametrize("ore", [0, -100])
def test_a_contribution_is_above_zero(database: Database, stamp: Stamped, ore: int) -> None:
    with pytest.raises(MoreThanThereIs):
        contribute(database, OSLO, Money(ore), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))


def test_an_amount_larger_than_any_is_refused_by_the_amount(database: Database, stamp: Stamped) -> None:
    with pytest.raises(TooMuch) as refused:
        contribute(
            database,
            OSLO,
            LARGEST + Money(1),
            stage=Stage.APPLIED,
            on=ON,
            sure=True,
            stamp=stamp(FINANCE),
        )
    assert (refused.value.about, at(database)) == ("amount", {})


def test_what_takes_a_project_beyond_its_cost_is_asked_about_and_entered_by_whoever_is_sure(
    database: Database, stamp: Stamped
) -> None:
    def enter(*, sure: bool) -> None:
        much = Money.kroner(100_000_000)
        contribute(database, OSLO, much, stage=Stage.APPLIED, on=ON, sure=sure, stamp=stamp(FINANCE))

    with pytest.raises(BeyondCost) as refused:
        enter(sure=False)
    assert (refused.value.about, at(database)) == ("amount", {})
    enter(sure=True)
    assert at(database) == {Stage.APPLIED: 100_000_000_00}


def test_a_contribution_is_to_a_project_and_from_a_party_that_are_there(
    database: Database, stamp: Stamped
) -> None:
    for place in (Place("prosjekt:ukjent", "ks", 2027), Place(PROJECT, "kommune:9999", 2027)):
        with pytest.raises(Missing):
            contribute(database, place, Money(1), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))


@pytest.mark.parametrize(
    ("place", "about"),
    [(Place("program", "ks", 2027), "proposal"), (Place(PROJECT, "operator", 2027), "party")],
)
def test_an_id_that_the_trail_uses_for_itself_is_no_project_and_no_party(
    database: Database, stamp: Stamped, place: Place, about: str
) -> None:
    with pytest.raises(Missing) as refused:
        contribute(database, place, Money(1), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))
    assert refused.value.about == about


@pytest.mark.parametrize("stage", [Stage.AGREED, Stage.PAID, Stage.LAPSED])
def test_a_contribution_begins_as_applied_for_or_promised(
    database: Database, stamp: Stamped, stage: Stage
) -> None:
    with pytest.raises(WrongWay) as refused:
        contribute(database, OSLO, Money(1), stage=stage, on=ON, stamp=stamp(FINANCE))
    assert (refused.value.about, at(database)) == ("stage", {})
    contribute(database, OSLO, Money(1), stage=Stage.PROMISED, on=ON, stamp=stamp(FINANCE))
    assert at(database) == {Stage.PROMISED: 1}


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1999, 12, 31)])
def test_nothing_is_entered_moved_or_corrected_before_there_were_budget_years(
    database: Database, stamp: Stamped, applied: Entry, day: date
) -> None:
    who, before = stamp(FINANCE), at(database)
    for act in (
        lambda: contribute(database, OSLO, Money(1), stage=Stage.APPLIED, on=day, stamp=who),
        lambda: advance_amount(
            database, OSLO, Money(1), from_=Stage.APPLIED, to=Stage.PROMISED, on=day, stamp=who
        ),
        lambda: correct(database, applied.id, note="Feil.", on=day, stamp=who),
    ):
        with pytest.raises(TooEarly) as refused:
            act()
        assert (refused.value.about, at(database)) == ("on", before)


@pytest.mark.parametrize("year", [1, 1999, 2101])
def test_a_contribution_is_of_a_budget_year(database: Database, stamp: Stamped, year: int) -> None:
    with pytest.raises(NotABudgetYear) as refused:
        contribute(
            database, Place(PROJECT, "ks", year), Money(1), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE)
        )
    assert refused.value.about == "year"


def test_a_correction_is_not_of_a_day_before_what_it_corrects_nor_of_2099(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    for day, refusal in ((ON - timedelta(days=1), TooEarly), (date(2099, 1, 1), InTheFuture)):
        with pytest.raises(refusal) as refused:
            correct(database, applied.id, note="Feil.", on=day, stamp=stamp(FINANCE))
        assert getattr(refused.value, "about") == "on"  # noqa: B009
    assert at(database) == {Stage.APPLIED: 1000_00}


def test_an_amount_goes_onward_no_earlier_than_the_day_it_came_to_where_it_stands(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    before = ON - timedelta(days=1)
    contribute(database, OSLO, Money(5), stage=Stage.APPLIED, on=before, stamp=stamp(FINANCE))
    with pytest.raises(TooEarly) as refused:
        onward(database, stamp(FINANCE), 6, Stage.APPLIED, Stage.PROMISED, on=before)
    assert (refused.value.about, refused.value.message.facts["day"]) == ("on", ON)
    onward(database, stamp(FINANCE), 5, Stage.APPLIED, Stage.PROMISED, on=before)
    for from_, to in ((Stage.PROMISED, Stage.AGREED), (Stage.AGREED, Stage.LAPSED)):
        with pytest.raises(TooEarly):
            onward(database, stamp(FINANCE), 5, from_, to, on=before - timedelta(days=1))
        onward(database, stamp(FINANCE), 5, from_, to, on=before)
    assert at(database) == {Stage.APPLIED: 1000_00, Stage.LAPSED: 5}


def test_what_was_moved_wrong_and_corrected_today_is_moved_right_as_of_the_day_it_was(
    database: Database, stamp: Stamped
) -> None:
    first = ON - timedelta(days=30)
    contribute(database, OSLO, Money(9), stage=Stage.APPLIED, on=first, stamp=stamp(FINANCE))
    onward(database, stamp(FINANCE), 9, Stage.APPLIED, Stage.LAPSED, on=first)
    correct(database, last(database), note="Feil.", on=ON, stamp=stamp(FINANCE))
    onward(database, stamp(FINANCE), 9, Stage.APPLIED, Stage.PROMISED, on=first)
    assert at(database) == {Stage.PROMISED: 9}


def test_what_went_onward_before_the_rest_came_must_be_corrected_first(
    database: Database, stamp: Stamped
) -> None:
    first, day = ON - timedelta(days=30), ON - timedelta(days=9)
    early = contribute(database, OSLO, Money(9), stage=Stage.APPLIED, on=first, stamp=stamp(FINANCE))
    onward(database, stamp(FINANCE), 9, Stage.APPLIED, Stage.PROMISED, on=day)
    contribute(database, OSLO, Money(9), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))
    with pytest.raises(MoreThanThereIs, match="came later"):
        correct(database, early.id, note="Feil.", on=ON, stamp=stamp(FINANCE))
    assert at(database) == {Stage.APPLIED: 9, Stage.PROMISED: 9}


def test_why_the_ledger_is_corrected_stands_with_the_trace(
    database: Database, stamp: Stamped, applied: Entry
) -> None:
    correct(database, applied.id, note="Ført på feil år.", on=ON, stamp=stamp(FINANCE))
    with database.read() as reader:
        assert reader.traces(most=1)[0].reason == "Ført på feil år."


def test_a_joint_contribution_that_came_without_a_key_is_not_moved_before_it_has_one(
    database: Database, stamp: Stamped
) -> None:
    place = Place(UNSHARED, JOINT, 2027)
    brought = Entry(
        id=f"bidrag:{UNSHARED}.900", proposal=UNSHARED, party=JOINT, year=2027,
        stage=Stage.AGREED, amount=Money(5), on=ON,
    )  # fmt: skip
    put(database, brought, stamp=stamp(FINANCE))
    with pytest.raises(NotShared):
        advance_amount(
            database, place, Money(5), from_=Stage.AGREED, to=Stage.PAID, on=ON, stamp=stamp(FINANCE)
        )
    assert at(database, place) == {Stage.AGREED: 5}


def test_a_joint_contribution_waits_for_its_key(database: Database, stamp: Stamped) -> None:
    place = Place(UNSHARED, JOINT, 2027)
    with pytest.raises(NotShared) as refused:
        contribute(database, place, Money(1), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))
    assert refused.value.about == "party"
    key = Sharing(
        id="fordeling:x", proposal=UNSHARED, on=date(2026, 1, 1), members=("kommune:0301",), revision=0
    )
    share_by(database, key, seen=seen(database, UNSHARED), stamp=stamp(FINANCE))
    contribute(database, place, Money(1), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))
    assert at(database, place) == {Stage.APPLIED: 1}


def test_only_finance_adds_to_the_ledger(database: Database, stamp: Stamped, applied: Entry) -> None:
    who = stamp(SECRETARIAT)
    for attempt in (
        lambda: contribute(database, OSLO, Money(1), stage=Stage.APPLIED, on=ON, stamp=who),
        lambda: onward(database, who, 1, Stage.APPLIED, Stage.PROMISED),
        lambda: correct(database, applied.id, note="Feil.", on=ON, stamp=who),
    ):
        with pytest.raises(Forbidden):
            attempt()


def test_a_day_in_the_future_is_refused_by_the_day(database: Database, stamp: Stamped) -> None:
    place = Place("prosjekt:2026-006", "stat:digdir", 2027)
    with pytest.raises(InTheFuture, match="future") as refused:
        contribute(
            database, place, Money(100), stage=Stage.APPLIED, on=date(2027, 1, 1), stamp=stamp(FINANCE)
        )
    assert refused.value.about == "on"


@pytest.mark.parametrize(("moment", "today"), NIGHTS)
def test_what_is_entered_moved_and_corrected_around_midnight_is_of_today_and_never_of_tomorrow(
    database: Database, stamp: Stamped, applied: Entry, moment: datetime, today: date
) -> None:
    who = stamp(FINANCE).model_copy(update={"at": moment})

    def enter(on: date) -> None:
        contribute(database, OSLO, Money(1), stage=Stage.APPLIED, on=on, stamp=who)

    def move(on: date) -> None:
        advance_amount(database, OSLO, Money(1), from_=Stage.APPLIED, to=Stage.PROMISED, on=on, stamp=who)

    def undo(on: date) -> None:
        correct(database, last(database), note="Feil.", on=on, stamp=who)

    for act in (enter, move, undo):
        before = at(database)
        with pytest.raises(InTheFuture) as refused:
            act(today + timedelta(days=1))
        assert (refused.value.about, at(database)) == ("on", before)
        act(today)
        assert at(database) != before


def last(database: Database) -> str:
    """Return the entry that was entered last in Oslo's place."""
    with database.read() as reader:
        entries = reader.all(Entry, proposal=PROJECT, party=OSLO.party, year=OSLO.year)
    return max(entries, key=lambda each: int(each.id.rpartition(".")[2])).id


def end(database: Database) -> int:
    """Return the end of the trail."""
    with database.read() as reader:
        return reader.head().seq


def onward(database: Database, stamp: Stamp, ore: int, from_: Stage, to: Stage, *, on: date = ON) -> None:
    advance_amount(database, OSLO, Money(ore), from_=from_, to=to, on=on, stamp=stamp)
