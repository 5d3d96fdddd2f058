"""A round reads its proposals as it holds them, with their money, whatever has become of them since."""

import pytest

from portfolio.actions.funding.contributions import contribute
from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.rounds import begin_round
from portfolio.funding.ledger import Place
from portfolio.funding.stages import Stage
from portfolio.lookups.basis import as_judged, bases, in_round, texts_judged, version_judged
from portfolio.money import Money
from portfolio.prioritising.rounds import NotInRound
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.rounds import CLOSED, FRESH, OPEN, SECRETARIAT, TOLK, Stamped, of, rewritten

DECIDED = "prosjekt:2026-001"
FINANCE = "person:geir-mosengtun"


@pytest.mark.parametrize(("round_", "proposal"), [(CLOSED, DECIDED), (OPEN, TOLK)])
def test_a_later_change_of_text_cost_and_money_leaves_what_a_round_holds(
    database: Database, stamp: Stamped, round_: str, proposal: str
) -> None:
    with database.read() as reader:
        before = as_judged(reader, of(database, round_))
    rewritten(database, stamp, proposal, cost=119_000_000, owner_party="ks")
    place = Place(proposal, "ks", 2026)
    contribute(database, place, Money(500), stage=Stage.PROMISED, on=NOW.date(), stamp=stamp(FINANCE))
    with database.read() as reader:
        after, now = as_judged(reader, of(database, round_)), reader.get(Proposal, proposal)
    assert list(after) == list(before) == list(of(database, round_).proposals)
    held = after.pop(proposal)
    assert (held.proposal, held.costs, held.applied, held.promised, held.basis) == (
        before[proposal].proposal,
        before[proposal].costs,
        before[proposal].applied,
        before[proposal].promised,
        before[proposal].basis,
    )
    assert (held.now, held.changed, before.pop(proposal).changed) == (now, True, False)
    assert after == before


def test_where_it_stands_now_is_told_beside_what_was_judged(database: Database, stamp: Stamped) -> None:
    rewritten(database, stamp, DECIDED, phase=Phase.STOPPED)
    with database.read() as reader:
        held = in_round(reader, of(database, CLOSED), DECIDED)
    assert (held.phase, held.proposal.phase) == (Phase.STOPPED, Phase.CARRY_OUT)


def test_a_round_that_is_prepared_reads_its_proposals_as_they_stand(
    database: Database, stamp: Stamped
) -> None:
    made = begin_round(
        database,
        title="Ny",
        method="felles/1.0",
        proposals=[TOLK],
        members=[FRESH],
        stamp=stamp(SECRETARIAT),
    )
    rewritten(database, stamp, cost=1)
    with database.read() as reader:
        held = in_round(reader, made, TOLK)
        assert bases(reader, made) == {}
        assert (held.proposal, held.upon) == (reader.get(Proposal, TOLK), 0)
        assert Money(100) in [line.amount for line in held.costs]


def test_what_a_round_has_taken_in_is_read_as_it_then_stood(database: Database, stamp: Stamped) -> None:
    rewritten(database, stamp)
    take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    rewritten(database, stamp, title="Et tredje")
    with database.read() as reader:
        assert texts_judged(reader, of(database))[TOLK].title == "Et annet"
        assert list(texts_judged(reader, of(database), TOLK)) == [TOLK]


def test_the_version_that_is_judged_is_the_newest_that_the_round_holds(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        held = bases(reader, of(database))[TOLK]
        first = version_judged(reader, TOLK, basis=held)
    rewritten(database, stamp)
    with database.read() as reader:
        assert version_judged(reader, TOLK, basis=held) == first == 2
        assert version_judged(reader, TOLK, basis=None) == reader.head().seq
        assert version_judged(reader, "prosjekt:borte", basis=None) == 0


def test_what_is_not_in_a_round_is_not_judged_in_it(database: Database) -> None:
    with database.read() as reader, pytest.raises(NotInRound):
        in_round(reader, of(database), DECIDED)
