"""What the trail tells of a change: from what to what, but nothing about a person, and many as a seal."""

import pytest

from portfolio.parties import Party, PartyKind
from portfolio.people import Stamp
from portfolio.prioritising.marks import Mark
from portfolio.store.changes import MANY
from portfolio.store.database import Database
from portfolio.store.trail import BEGINNING
from tests.databases import AT
from tests.store.conftest import FIRST, KARI, LATER, OLA


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
        assert reader.who_and_when(newest) == ("Kari Prøve", LATER)
        assert reader.traces(subject="ingenting") == ()


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
