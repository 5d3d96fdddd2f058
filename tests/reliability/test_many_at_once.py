"""Many people at once: every change is kept, none is overwritten, and what must hold, holds all the while."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from threading import Barrier

from portfolio.actions.funding.contributions import advance_amount, contribute
from portfolio.actions.realising.readings import AlreadyReported, report
from portfolio.funding.ledger import Entry, MoreThanThereIs, Place, positions
from portfolio.funding.stages import Stage
from portfolio.money import Money
from portfolio.periods import Period
from portfolio.proposals.costs import CostLine
from portfolio.realising.benefits import Benefit
from portfolio.realising.deadlines import due
from portfolio.realising.readings import Certainty, Reading
from portfolio.reports.checking import check
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.databases import AT, of

PEOPLE, TIMES = 20, 5
PLACE = Place("prosjekt:2026-001", "stat:digdir", 2026)
DAY = date(2026, 11, 23)


def test_twenty_who_read_and_then_write_lose_nothing(example: Database):
    with example.read() as reader:
        line = reader.all(CostLine)[0]
        before = reader.head().seq
    stamp = of(example, "person:geir-mosengtun")

    def add_an_ore() -> None:
        for _ in range(TIMES):
            with example.write(stamp) as writer:
                now = writer.get(CostLine, line.id)
                writer.revise(now.model_copy(update={"amount": now.amount + Money(1)}))
                writer.trace("revise_proposal", line.proposal)

    _together(add_an_ore)
    with example.read() as reader:
        after = reader.get(CostLine, line.id)
        assert after.amount == line.amount + Money(PEOPLE * TIMES)
        assert after.revision == line.revision + PEOPLE * TIMES
        assert reader.head().seq == before + PEOPLE * TIMES
    _all_holds(example)


def test_of_twenty_who_saw_the_same_one_is_saved_and_the_others_are_told(example: Database):
    with example.read() as reader:
        seen = reader.all(CostLine)[0]
    stamp = of(example, "person:geir-mosengtun")
    told: list[Stale] = []

    def save() -> None:
        try:
            with example.write(stamp) as writer:
                writer.revise(seen.model_copy(update={"note": "endret"}), always=True)
                writer.trace("revise_proposal", seen.proposal)
        except Stale as stale:
            told.append(stale)

    _together(save)
    assert len(told) == PEOPLE - 1
    assert {each.message.facts["who"] for each in told} == {stamp.person.name}


def test_no_more_is_taken_onward_than_there_is(example: Database):
    stamp = of(example, "person:geir-mosengtun")
    before = _at(example, Stage.APPLIED)
    contribute(example, PLACE, Money(1_050), stage=Stage.APPLIED, on=DAY, stamp=stamp)
    there = before + Money(1_050)

    def take() -> None:
        for _ in range(TIMES):
            with suppress(MoreThanThereIs):
                advance_amount(
                    example,
                    PLACE,
                    Money(there.ore // 50),
                    from_=Stage.APPLIED,
                    to=Stage.PROMISED,
                    on=DAY,
                    stamp=stamp,
                )

    promised = _at(example, Stage.PROMISED)
    _together(take)
    assert _at(example, Stage.APPLIED) == there - Money(there.ore // 50 * 50)
    assert _at(example, Stage.PROMISED) == promised + Money(there.ore // 50 * 50)
    _all_holds(example)


def test_a_period_gets_one_reading_whoever_comes_first(example: Database):
    with example.read() as reader:
        benefit, period = _owed(reader.all(Benefit), reader.all(Reading))
    stamp = of(example, "person:ingrid-solbakken")
    refused: list[AlreadyReported] = []

    def tell() -> None:
        try:
            report(
                example,
                benefit.id,
                period=period,
                certainty=Certainty.NOT_MEASURED,
                value=None,
                comment="Prøve",
                on=DAY,
                stamp=stamp,
            )
        except AlreadyReported as there:
            refused.append(there)

    _together(tell)
    assert len(refused) == PEOPLE - 1
    _all_holds(example)


def test_whoever_looks_meanwhile_sees_whole_moves_only(example: Database):
    stamp = of(example, "person:geir-mosengtun")
    contribute(example, PLACE, Money(10_000), stage=Stage.APPLIED, on=DAY, stamp=stamp)

    def move_or_look() -> None:
        for _ in range(TIMES):
            advance_amount(
                example, PLACE, Money(1), from_=Stage.APPLIED, to=Stage.PROMISED, on=DAY, stamp=stamp
            )
            with example.read() as reader:
                sums: dict[str, int] = {}
                for entry in reader.all(Entry, proposal=PLACE.proposal):
                    if entry.move:
                        sums[entry.move] = sums.get(entry.move, 0) + entry.amount.ore
            assert not any(sums.values())

    _together(move_or_look)
    _all_holds(example)


def _together(act: Callable[[], None]) -> None:
    ready = Barrier(PEOPLE)

    def one() -> None:
        ready.wait(30)
        act()

    with ThreadPoolExecutor(PEOPLE) as pool:
        for each in [pool.submit(one) for _ in range(PEOPLE)]:
            each.result(60)


def _at(database: Database, stage: Stage) -> Money:
    with database.read() as reader:
        entries = reader.all(Entry, proposal=PLACE.proposal, party=PLACE.party, year=PLACE.year)
    return positions(entries)[0].at.get(stage, Money(0)) if entries else Money(0)


def _owed(benefits: tuple[Benefit, ...], readings: tuple[Reading, ...]) -> tuple[Benefit, Period]:
    for benefit in benefits:
        for each in due(benefit, [one for one in readings if one.benefit == benefit.id], on=AT.date()):
            if not benefit.baseline or each.period.until > benefit.baseline.on:
                return benefit, each.period
    raise LookupError("the example owes no reading")


def _all_holds(database: Database) -> None:
    with database.read() as reader:
        assert [each for each in check(reader) if not each.holds] == []
