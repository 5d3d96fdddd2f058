"""Every noun has its table, with the noun's own fields, and what is stored in one leaves the others alone."""

import pytest

from portfolio.catalogue.demo.demo import demo
from portfolio.catalogue.reference import parties, populations
from portfolio.funding.divisions import Division, is_divided
from portfolio.given import Given
from portfolio.people import Role
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.rounds import RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.tables import TABLES
from tests.databases import of, put
from tests.store.conftest import NOBODY
from tests.store.tables.records import EVERYTHING, key


def test_there_is_something_awkward_of_every_noun():
    assert {type(each) for each in EVERYTHING} == set(TABLES)


@pytest.mark.parametrize("noun", TABLES, ids=lambda noun: noun.__name__)
def test_the_columns_are_the_fields_of_the_noun(noun: type[Given]):
    assert sorted(each.name for each in TABLES[noun].columns) == sorted(noun.model_fields)


def test_a_revision_changes_the_row_and_nothing_else(known: Database):
    put(known, *EVERYTHING, stamp=NOBODY)
    before = _dump(known)
    proposal = next(each for each in EVERYTHING if isinstance(each, Proposal))
    with known.write(NOBODY) as writer:
        revised = writer.revise(proposal.model_copy(update={"title": "Ny tittel", "ends": 2030}))
        writer.trace("try", proposal.id)
    after = _dump(known)
    assert revised.revision == proposal.revision + 1
    assert after.pop(Proposal) == (revised,)
    assert before.pop(Proposal) == (proposal,)
    assert after == before


def test_the_whole_example_is_stored_as_it_was_written(example: Database):
    written = demo()
    stored = _dump(example)
    paid = {each.id for each in written.entries if is_divided(each)}
    assert {each.id for each in stored.pop(Division)} == paid
    whole = [getattr(written, name) for name in written.__dataclass_fields__ if name != "parties"]
    given = [*parties(), *written.parties, *populations(), *(each for several in whole for each in several)]
    held, frozen = stored.pop(Basis), stored.pop(Pack)
    assert [each.round for each in frozen] == [
        each.id for each in written.rounds if each.phase is RoundPhase.CLOSED
    ]
    assert [(each.round, each.proposal, each.seq) for each in held] == sorted(
        (round_.id, proposal, 2) for round_ in written.rounds for proposal in round_.proposals
    )
    for noun, records in stored.items():
        upon = {"upon": 2} if "upon" in noun.model_fields else {}
        assert set(records) == {each.model_copy(update=upon) for each in given if type(each) is noun}, noun
        assert len(records) == len({tuple(key(each).items()) for each in records})


def test_a_closed_choice_comes_back_as_the_choice_and_not_as_its_word(example: Database):
    assert isinstance(of(example, "person:geir-mosengtun").person.roles[0], Role)
    assert of(example, "person:geir-mosengtun").person.roles == (Role.FINANCE,)


def _dump(database: Database) -> dict[type, tuple[object, ...]]:
    with database.read() as reader:
        return {noun: reader.all(noun) for noun in TABLES}
