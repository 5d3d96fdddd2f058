"""An import undone: all that it brought, or nothing; and never past what somebody has done since."""

from collections.abc import Callable, Mapping

import pytest

from portfolio.actions.funding.contributions import contribute
from portfolio.actions.prioritising.rounds import begin_round
from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.actions.realising.benefits import add_benefit
from portfolio.actions.undoing import BuiltOn, NoImport, NoWhy, undo_import
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import Entry, Place
from portfolio.funding.stages import Stage
from portfolio.given import Given
from portfolio.money import Money
from portfolio.objections import Objections
from portfolio.parties import JOINT, Party, PartyKind
from portfolio.people import Forbidden, Stamp
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.intake import PartyIn, Upload
from portfolio.proposals.proposal import Phase, Proposal, proposal_id
from portfolio.realising.benefits import Benefit
from portfolio.reports.checking import check
from portfolio.store.database import Database
from tests.actions.uploads import (
    FINANCE,
    FRESH,
    ON,
    SECRETARIAT,
    STORED,
    brought_in,
    cost,
    gives,
    head,
    proposal,
    reached,
    upload,
)

Stamped = Callable[[str], Stamp]
BODY = PartyIn(where="Parter!A6", id="annen:standard", kind=PartyKind.OTHER, name="Standard")
PLACE = Place(proposal_id(FRESH), "ks", 2028)


def everything() -> Upload:
    """Return an upload that brings a new body and a new proposal, and changes one that is stored."""
    return upload(
        BODY,
        proposal(owner_party=BODY.id),
        cost(),
        gives(300, 200, 100, 50, party=BODY.id),
        proposal(STORED, title="Nytt navn", summary="Ny tekst"),
        cost(STORED, 2027, 7_000_000_00),
        cost(STORED, 2035, 5),
        gives(500, reference=STORED, year=2035),
    )


def without_ledger() -> Upload:
    return everything().model_copy(update={"contributions": ()})


def imported(database: Database, sent: Upload) -> int:
    brought_in(database, sent)
    return head(database).seq


def stands(database: Database) -> Mapping[str, tuple[Given, ...]]:
    """Return all that imports touch, but for how many times it has been changed."""
    with database.read() as reader:
        return {
            noun.__name__: tuple(
                each.model_copy(update={"revision": 1}) if hasattr(each, "revision") else each
                for each in reader.all(noun)
            )
            for noun in (Party, Proposal, CostLine, Entry)
        }


def broken(database: Database) -> list[str]:
    with database.read() as reader:
        return [str(each.name) + str(each.faults) for each in check(reader) if not each.holds]


def test_all_that_was_brought_in_goes_and_all_that_was_changed_is_as_before(
    database: Database, stamp: Stamped
) -> None:
    before = stands(database)
    seq = imported(database, without_ledger())
    assert stands(database) != before
    undo_import(database, seq, reason="Feil fil.", stamp=stamp(SECRETARIAT))
    assert stands(database) == before
    assert broken(database) == []
    with database.read() as reader:
        undid, did = reader.traces(most=2)
        assert reader.versions(Proposal, proposal_id(FRESH))[0].record is not None
    assert (did.action, undid.action, undid.reason) == ("import", "undo_import", "Feil fil.")


def test_the_ledger_is_taken_back_by_corrections_and_its_proposal_stays_stopped(
    database: Database, stamp: Stamped
) -> None:
    before, stood = stands(database), reached(database, STORED)
    seq = imported(database, everything())
    undo_import(database, seq, reason="Feil fil.", stamp=stamp(SECRETARIAT))
    after = stands(database)
    assert after["CostLine"] == before["CostLine"]
    assert set(before["Entry"]) < set(after["Entry"])
    back = [each for each in after["Entry"] if each not in before["Entry"] and getattr(each, "corrects")]  # noqa: B009
    assert {getattr(each, "note") for each in back} == {"Feil fil."}  # noqa: B009
    assert {place: ore for place, ore in reached(database, STORED).items() if any(ore)} == stood
    assert not any(map(any, reached(database).values()))
    left = [each for each in after["Proposal"] if each not in before["Proposal"]]
    assert [(each.reference, each.phase) for each in left if isinstance(each, Proposal)] == [
        (FRESH, Phase.STOPPED)
    ]
    assert broken(database) == []


def test_it_can_be_brought_in_again_and_undone_again(database: Database, stamp: Stamped) -> None:
    before = stands(database)
    for _ in range(2):
        seq = imported(database, without_ledger())
        undo_import(database, seq, reason="x", stamp=stamp(SECRETARIAT))
    assert stands(database) == before
    assert broken(database) == []


def test_the_last_of_two_is_undone_first_and_then_the_other(database: Database, stamp: Stamped) -> None:
    before = stands(database)
    first = imported(database, without_ledger())
    second = imported(database, upload(proposal(STORED, title="Enda et navn"), cost(ore=9)))
    with pytest.raises(BuiltOn, match=f"number {second}"):
        undo_import(database, first, reason="x", stamp=stamp(SECRETARIAT))
    for each in (second, first):
        undo_import(database, each, reason="x", stamp=stamp(SECRETARIAT))
    assert stands(database) == before
    assert broken(database) == []


def changed(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        stored = reader.get(Proposal, proposal_id(FRESH))
    revise_proposal(
        database,
        stored.model_copy(update={"title": "Annet"}),
        costs={2027: Money(500)},
        stamp=stamp(SECRETARIAT),
    )


def paid_for(database: Database, stamp: Stamped) -> None:
    contribute(database, PLACE, Money(100), stage=Stage.APPLIED, on=ON, stamp=stamp(FINANCE))


def held_by_a_round(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        (like, *_) = reader.all(Round)
    begin_round(
        database,
        title="Ny runde",
        method=like.method,
        proposals=(proposal_id(FRESH),),
        members=like.members,
        stamp=stamp(SECRETARIAT),
    )


def given_a_benefit(database: Database, stamp: Stamped) -> None:
    with database.read() as reader:
        (like, *_) = reader.all(Benefit)
    add_benefit(
        database,
        like.model_copy(update={"id": "gevinst:ny", "proposal": proposal_id(FRESH)}),
        stamp=stamp(SECRETARIAT),
    )


@pytest.mark.parametrize("since", [changed, paid_for, held_by_a_round, given_a_benefit])
def test_what_somebody_has_done_since_is_named_and_nothing_is_undone(
    database: Database, stamp: Stamped, since: Callable[[Database, Stamped], None]
) -> None:
    seq = imported(database, everything())
    since(database, stamp)
    before, last = stands(database), head(database)
    with pytest.raises(BuiltOn, match=rf"since, .*number {last.seq} in the change log"):
        undo_import(database, seq, reason="x", stamp=stamp(SECRETARIAT))
    assert (stands(database), head(database)) == (before, last)


def test_each_of_several_is_named(database: Database, stamp: Stamped) -> None:
    seq = imported(database, everything())
    changed(database, stamp)
    paid_for(database, stamp)
    with pytest.raises(Objections) as refused:
        undo_import(database, seq, reason="x", stamp=stamp(SECRETARIAT))
    assert [each.message.facts["number"] for each in refused.value.listed] == [str(seq + 1), str(seq + 2)]


def test_what_is_done_elsewhere_stands_in_nobodys_way(database: Database, stamp: Stamped) -> None:
    seq = imported(database, everything())
    contribute(
        database,
        Place(proposal_id("2026-001"), "ks", 2035),
        Money(100),
        stage=Stage.APPLIED,
        on=ON,
        stamp=stamp(FINANCE),
    )
    undo_import(database, seq, reason="x", stamp=stamp(SECRETARIAT))
    assert broken(database) == []


def test_why_must_be_said(database: Database, stamp: Stamped) -> None:
    seq = imported(database, everything())
    with pytest.raises(NoWhy):
        undo_import(database, seq, reason=" \u200b ", stamp=stamp(SECRETARIAT))
    assert head(database).seq == seq


@pytest.mark.parametrize("off", [-1, 0, 1, 1000])
def test_only_an_import_is_undone_and_only_once(database: Database, stamp: Stamped, off: int) -> None:
    seq = imported(database, everything())
    undo_import(database, seq, reason="x", stamp=stamp(SECRETARIAT))
    with pytest.raises(NoImport):
        undo_import(database, seq + off, reason="x", stamp=stamp(SECRETARIAT))


def test_a_payment_of_the_municipalities_together_is_taken_back_as_it_was_shared(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        shared = reader.get(Proposal, reader.all(Sharing)[0].proposal).reference
    seq = imported(database, upload(gives(9, 9, 9, 9, reference=shared, party=JOINT, year=2035)))
    undo_import(database, seq, reason="x", stamp=stamp(SECRETARIAT))
    assert not any(reached(database, shared)[JOINT, 2035])
    assert broken(database) == []


def test_a_contact_that_is_kept_nowhere_is_not_made_up(database: Database, stamp: Stamped) -> None:
    imported(database, upload(proposal(contact="Kari")))
    seq = imported(database, upload(proposal(contact="Ola")))
    with pytest.raises(NoImport, match="contact"):
        undo_import(database, seq, reason="x", stamp=stamp(SECRETARIAT))


def test_only_the_secretariat_undoes(database: Database, stamp: Stamped) -> None:
    seq = imported(database, everything())
    with pytest.raises(Forbidden):
        undo_import(database, seq, reason="x", stamp=stamp(FINANCE))
