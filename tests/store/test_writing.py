"""A change leaves a trace, and never overwrites what somebody else did."""

import pytest
from sqlalchemy.exc import DBAPIError

from portfolio.catalogue.reference import parties
from portfolio.parties import Party, PartyKind
from portfolio.people import Stamp
from portfolio.prioritising.decisions import Decision, Resolution
from portfolio.prioritising.recommendations import Outcome, Recommendation
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Stale, Untraced
from tests.databases import AT, of, put
from tests.store.conftest import FIRST, KARI, LATER, OLA, title

ROUND = "runde:2026-1"


def test_what_is_removed_cannot_be_revised(two_people: Database):
    with two_people.write(Stamp(person=KARI, at=AT)) as writer:
        writer.remove(Proposal, FIRST.id)
        writer.trace("remove", FIRST.id)
    with pytest.raises(Missing), two_people.write(Stamp(person=OLA, at=AT)) as writer:
        writer.revise(FIRST.model_copy(update={"title": "Sent ute"}))


def test_the_second_of_two_is_told_who_and_when_and_what_stands_there(two_people: Database):
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        theirs = writer.revise(FIRST.model_copy(update={"title": "Karis tittel"}))
        writer.trace("revise_proposal", FIRST.id)
    with pytest.raises(Stale) as told, two_people.write(Stamp(person=OLA, at=LATER)) as writer:
        writer.revise(FIRST.model_copy(update={"title": "Olas tittel"}))
    assert told.value.current == theirs
    assert told.value.message.facts == {"who": "Kari Prøve", "when": LATER}
    assert title(two_people) == "Karis tittel"


def test_who_changed_a_row_is_found_where_the_trace_is_about_something_else(example: Database):
    with example.read() as reader:
        word = reader.all(Recommendation, round=ROUND)[0]
        decision = reader.all(Decision, round=ROUND)[0].model_copy(update={"id": word.id})
    ingrid, torvald = (
        of(example, f"person:{each}", at=LATER) for each in ("ingrid-solbakken", "torvald-myrhaug")
    )
    with example.write(ingrid) as writer:
        writer.revise(word.model_copy(update={"reason": "Ny grunn"}))
        writer.trace("recommend", word.proposal)
    with example.write(torvald) as writer:
        writer.revise(decision.model_copy(update={"note": "Ny merknad", "resolution": Resolution.REJECTED}))
        writer.trace("record_decision", word.proposal)
    with pytest.raises(Stale) as told, example.write(torvald) as writer:
        writer.revise(word.model_copy(update={"outcome": Outcome.LOOK_FURTHER}))
    assert told.value.message.facts == {"who": ingrid.person.name, "when": LATER}


def test_two_who_both_begin_from_nothing_are_not_let_overwrite_each_other(example: Database):
    with example.read() as reader:
        round_ = reader.all(Round)[0].model_copy(update={"id": "runde:ny", "revision": 1})
    stamp = of(example, "person:ingrid-solbakken", at=LATER)
    with example.write(stamp) as writer:
        kept = writer.keep(round_)
        writer.trace("keep_round", round_.id)
    with pytest.raises(Stale) as told, example.write(stamp) as writer:
        writer.keep(round_.model_copy(update={"title": "En annen"}))
    assert told.value.current == kept
    assert told.value.message.facts == {"who": "Ingrid Solbakken", "when": LATER}
    with example.write(stamp) as writer:
        again = writer.keep(kept.model_copy(update={"title": "Samme, endret"}))
        writer.trace("keep_round", round_.id)
    assert again.revision == kept.revision + 1


def test_nothing_new_makes_no_revision_and_no_trace(two_people: Database):
    with two_people.read() as reader:
        before = reader.head()
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        assert writer.revise(FIRST) == FIRST
        writer.trace("revise_proposal", FIRST.id)
    with two_people.read() as reader:
        assert reader.head() == before


def test_a_guarding_record_gets_a_revision_though_nothing_in_it_differs(two_people: Database):
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        assert writer.revise(FIRST, always=True).revision == FIRST.revision + 1
        writer.trace("revise_proposal", FIRST.id)
    with pytest.raises(Stale), two_people.write(Stamp(person=OLA, at=LATER)) as writer:
        writer.revise(FIRST, always=True)


def test_a_change_without_a_trace_is_undone(two_people: Database):
    with pytest.raises(Untraced), two_people.write(Stamp(person=KARI, at=AT)) as writer:
        writer.revise(FIRST.model_copy(update={"title": "Sporløs"}))
    assert title(two_people) == "Først"


def test_a_change_after_the_trace_is_undone_with_all_before_it(two_people: Database):
    with two_people.read() as reader:
        before = reader.head()

    def trace_too_early() -> None:
        with two_people.write(Stamp(person=KARI, at=AT)) as writer:
            writer.add(Party(id="annet:1", kind=PartyKind.OTHER, name="x"))
            writer.trace("try", "annet:1")
            writer.remove(Proposal, FIRST.id)

    with pytest.raises(Untraced):
        trace_too_early()
    with two_people.read() as reader:
        assert reader.find(Party, "annet:1") is None
        assert reader.head() == before


def test_all_or_none_of_the_records_are_added(known: Database):
    there = parties()[0]
    new = Party(id="annet:1", kind=PartyKind.OTHER, name="x")
    with pytest.raises(DBAPIError, match=r"(?i)unique|duplicate"):
        put(known, new, there, stamp=Stamp(person=KARI, at=AT))
    with known.read() as reader:
        assert reader.find(Party, "annet:1") is None
