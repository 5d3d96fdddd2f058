"""What people call that which a field points at."""

import re

import pytest

from portfolio.catalogue.strategy import goals
from portfolio.funding.keys import Sharing
from portfolio.given import Given
from portfolio.people import Person
from portfolio.prioritising.gates import GateAnswer
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.reports.naming import ERASED, Naming, pointing
from portfolio.store import personal
from portfolio.store.database import Database
from portfolio.store.tables import TABLES
from portfolio.words import words
from tests.databases import of

INGRID = "person:ingrid-solbakken"


def test_bodies_people_proposals_rounds_and_benefits_are_called_by_name(database: Database) -> None:
    with database.read() as reader:
        naming = Naming(reader)
        proposal, round_, benefit = (reader.all(noun)[0] for noun in (Proposal, Round, Benefit))
        assert naming.pointed_at(proposal, "partners", "kommune:0301") == "0301 Oslo"
        assert naming.pointed_at(proposal, "owner_person", INGRID) == "Ingrid Solbakken"
        assert naming.pointed_at(benefit, "proposal", proposal.id) == f"{proposal.reference} {proposal.title}"
        assert naming.pointed_at(round_, "round", round_.id) == round_.title
        assert naming.pointed_at(benefit, "benefit", benefit.id) == benefit.title


def test_goals_methods_criteria_and_requirements_are_called_as_they_are_published(database: Database) -> None:
    with database.read() as reader:
        naming = Naming(reader)
        proposal, round_, mark, answer = (reader.all(noun)[0] for noun in (Proposal, Round, Mark, GateAnswer))
        assert naming.pointed_at(proposal, "goals", goals()[0].key) == goals()[0].text
        for record, field in ((round_, "method"), (mark, "criterion"), (answer, "gate")):
            key = getattr(record, field)
            said = words("nb").put(naming.pointed_at(record, field, key))
            assert said[0].isupper()
            assert said != key


def test_what_is_not_there_is_called_by_its_id(database: Database) -> None:
    with database.read() as reader:
        naming, mark = Naming(reader), reader.all(Mark)[0]
        for field in ("goals", "method", "criterion", "proposal"):
            assert naming.pointed_at(mark, field, "borte") == "borte"
        assert naming.pointed_at(mark.model_copy(update={"round": "runde:borte"}), "criterion", "x") == "x"


def test_somebody_who_is_erased_is_told_as_erased(database: Database) -> None:
    with database.write(of(database, INGRID)) as writer:
        writer.revise(personal.erased(writer.get(Person, INGRID)))
        writer.trace("erase", INGRID)
    with database.read() as reader:
        assert Naming(reader).person(INGRID) == ERASED


def test_an_old_trace_names_somebody_by_a_former_id(database: Database) -> None:
    with database.write(of(database, INGRID)) as writer:
        writer.revise(writer.get(Person, INGRID).model_copy(update={"former": "person:gammel"}))
        writer.trace("keep_person", INGRID)
    with database.read() as reader:
        assert Naming(reader).person("person:gammel") == "Ingrid Solbakken"
        assert Naming(reader).person("program") == "program"


@pytest.mark.parametrize("noun", TABLES)
def test_every_record_of_the_example_has_a_name_and_none_by_an_id(
    database: Database, noun: type[Given]
) -> None:
    with database.read() as reader:
        naming = Naming(reader)
        for record in reader.all(noun)[:20]:
            named = words("nb").put(naming.record(record))
            assert named
            assert not re.search(r"(person|prosjekt|runde|kommune|gevinst|bidrag):", named)


def test_what_points_at_others_is_known_by_its_type() -> None:
    assert [field for field in Sharing.model_fields if pointing(Sharing, field)] == [
        "id",
        "proposal",
        "members",
    ]
    assert not pointing(Proposal, "title")
    assert pointing(Proposal, "owner_person")
