"""A look at the database finds what is there, says what is not, and who changed it last."""

import pytest

from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.people import OPERATOR, PROGRAM, Person, Stamp
from portfolio.prioritising.impartiality import Impartiality
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.databases import AT, put
from tests.store.conftest import FIRST, LATER, NOBODY, OLA


def test_what_is_not_there_is_missing(known: Database):
    with known.read() as reader:
        assert reader.find(Proposal, "prosjekt:borte") is None
        with pytest.raises(Missing, match="prosjekt:borte"):
            reader.get(Proposal, "prosjekt:borte")


def test_records_are_chosen_by_what_their_fields_hold(example: Database):
    with example.read() as reader:
        finance = [each for each in reader.all(Entry) if each.stage is Stage.PAID]
        assert reader.all(Entry, stage=Stage.PAID) == tuple(finance)
        assert reader.count(Entry, stage=Stage.PAID) == len(finance) > 0
        assert reader.all(Entry, stage=Stage.PAID, amount=finance[0].amount, on=finance[0].on)
        assert reader.all(Entry, id=[]) == ()
        assert reader.count(Impartiality, interest=None) == len(
            [each for each in reader.all(Impartiality) if each.interest is None]
        )


def test_what_is_read_twice_in_one_look_is_asked_for_once_and_whoever_writes_sees_what_they_wrote(
    two_people: Database,
):
    with two_people.read() as reader:
        assert reader.all(Person, id=OLA.id) is reader.all(Person, id=OLA.id)
        assert reader.all(Person) is not reader.all(Person, id=OLA.id)
    with two_people.write(Stamp(person=OLA, at=LATER)) as writer:
        assert writer.get(Person, OLA.id).name == OLA.name
        writer.revise(OLA.model_copy(update={"name": "Ola Omdøpt"}))
        assert writer.get(Person, OLA.id).name == "Ola Omdøpt"
        writer.trace("keep_person", OLA.id)
    with two_people.read() as reader:
        assert reader.get(Person, OLA.id).name == "Ola Omdøpt"


def test_who_left_a_trace_is_named_as_they_are_called_now(two_people: Database):
    with two_people.write(Stamp(person=OLA, at=LATER)) as writer:
        writer.revise(OLA.model_copy(update={"name": "Ola Omdøpt"}))
        writer.trace("keep_person", OLA.id)
    with two_people.read() as reader:
        assert reader.who_and_when(reader.traces(subject=OLA.id)[0]) == ("Ola Omdøpt", LATER)
        assert reader.who_and_when(reader.traces(subject=FIRST.id)[0]) == ("Kari Prøve", AT)


@pytest.mark.parametrize("person", [OPERATOR, PROGRAM], ids=lambda each: each.id)
def test_who_writes_without_being_entered_is_named_as_they_are_called(two_people: Database, person: Person):
    with two_people.write(Stamp(person=person, at=LATER)) as writer:
        writer.revise(OLA.model_copy(update={"name": "Ola Omdøpt"}))
        writer.trace("keep_person", OLA.id)
    with two_people.read() as reader:
        assert reader.who_and_when(reader.traces(subject=OLA.id)[0]) == (person.name, LATER)


def test_who_is_no_longer_there_is_named_by_id(known: Database):
    put(known, FIRST, stamp=NOBODY)
    with known.read() as reader:
        assert reader.who_and_when(reader.traces(subject="records")[0]) == ("nobody", AT)
