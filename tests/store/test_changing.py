"""A change holds whole or not at all, leaves a trace, and never overwrites what somebody else did."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import DBAPIError, StatementError

from portfolio.catalogue.reference import parties
from portfolio.parties import Party, PartyKind
from portfolio.people import Person, Role, Stamp
from portfolio.prioritising.decisions import Decision, Outcome, Recommendation, Resolution
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.changes import MANY
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.trail import BEGINNING
from portfolio.store.writing import Stale, Untraced
from tests.databases import AT, of, put

KARI = Person(id="person:kari", name="Kari Prøve", roles=(Role.SECRETARIAT,), organisation="ks")
OLA = Person(id="person:ola", name="Ola Prøve", roles=(Role.SECRETARIAT,), organisation="ks")
LATER = AT + timedelta(minutes=7)
FIRST = Proposal(id="prosjekt:1", reference="1", title="Først", owner_party="ks")
ROUND = "runde:2026-1"


@pytest.fixture
def two_people(known: Database) -> Database:
    with known.write(Stamp(person=KARI, at=AT)) as writer:
        writer.add(KARI, OLA, FIRST)
        writer.trace("propose", FIRST.id)
    return known


def test_what_is_not_there_is_missing(known: Database):
    with known.read() as reader:
        assert reader.find(Proposal, "prosjekt:borte") is None
        with pytest.raises(Missing, match="prosjekt:borte"):
            reader.get(Proposal, "prosjekt:borte")


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
    assert _title(two_people) == "Karis tittel"


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
    assert _title(two_people) == "Først"


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


def test_an_error_in_the_middle_undoes_everything(two_people: Database):
    def fail() -> None:
        with two_people.write(Stamp(person=KARI, at=AT)) as writer:
            writer.revise(FIRST.model_copy(update={"title": "Halvveis"}))
            writer.trace("revise_proposal", FIRST.id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert _title(two_people) == "Først"


def test_all_or_none_of_the_records_are_added(known: Database):
    there = parties()[0]
    new = Party(id="annet:1", kind=PartyKind.OTHER, name="x")
    with pytest.raises(DBAPIError, match=r"(?i)unique|duplicate"):
        put(known, new, there, stamp=Stamp(person=KARI, at=AT))
    with known.read() as reader:
        assert reader.find(Party, "annet:1") is None


def test_the_trace_says_who_when_and_from_what_to_what(two_people: Database):
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        writer.revise(FIRST.model_copy(update={"title": "Ny", "contact": "kari@prøve.no"}))
        writer.trace("revise_proposal", FIRST.id)
    with two_people.read() as reader:
        newest, *older = reader.traces(subject=FIRST.id)
        assert (newest.person, newest.at, newest.action) == ("person:kari", LATER, "revise_proposal")
        assert newest.changes == (
            '[{"contact":"…","id":"prosjekt:1","table":"proposals","title":["Først","Ny"]}]'
        )
        assert older[0].digest == newest.before != BEGINNING
        assert reader.last_change(FIRST.id) == ("Kari Prøve", LATER)
        assert reader.last_change("ingenting") == ("", None)


def test_names_and_contacts_are_not_kept_in_the_trail(two_people: Database):
    with two_people.write(Stamp(person=KARI, at=LATER)) as writer:
        writer.revise(OLA.model_copy(update={"name": "Ola Omdøpt"}))
        writer.trace("keep_person", OLA.id)
    with two_people.read() as reader:
        told = " ".join(each.changes for each in reader.traces())
    assert "Omdøpt" not in told
    assert "Ola Prøve" not in told


def test_very_many_new_rows_stand_as_a_count_and_a_seal(known: Database):
    several = [Party(id=f"annet:{number}", kind=PartyKind.OTHER, name="x") for number in range(MANY + 1)]
    with known.write(Stamp(person=KARI, at=AT)) as writer:
        writer.add(*several)
        writer.trace("try", "many")
    with known.read() as reader:
        changes = reader.traces(subject="many")[0].changes
    assert '"added":{"parties":51}' in changes
    assert len(changes) < 150


def test_a_moment_without_a_zone_is_refused(known: Database):
    naive = Stamp(person=KARI, at=datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(StatementError, match="time zone"):
        put(known, Party(id="annet:1", kind=PartyKind.OTHER, name="x"), stamp=naive)


def test_marks_are_sealed_so_that_nobody_can_guess_them_from_the_seal(example: Database):
    with example.read() as reader:
        mark = next(each for each in reader.all(Mark) if each.mark is not None)
    digests = set()

    def mark_and_undo() -> None:
        with example.write(Stamp(person=KARI, at=AT)) as writer:
            writer.revise(mark.model_copy(update={"mark": None}))
            writer.trace("assess", mark.proposal)
            digests.add(writer.head().digest)
            raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            mark_and_undo()
    assert len(digests) == 2


def _title(database: Database) -> str:
    with database.read() as reader:
        return reader.get(Proposal, FIRST.id).title


def test_a_moment_is_kept_in_utc_whatever_zone_it_is_given_in(two_people: Database):
    summer = datetime(2026, 7, 1, 0, 30, 0, 1, tzinfo=ZoneInfo("Europe/Oslo"))
    with two_people.write(Stamp(person=KARI, at=summer)) as writer:
        writer.revise(FIRST, always=True)
        writer.trace("revise_proposal", FIRST.id)
    with two_people.read() as reader:
        (newest,) = reader.traces(most=1)
    assert newest.at == summer
    assert newest.at.tzinfo is UTC
