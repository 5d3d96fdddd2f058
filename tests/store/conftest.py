"""Two people who work on the same proposal."""

from datetime import timedelta

import pytest

from portfolio.people import Person, Role, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from tests.databases import AT

KARI = Person(id="person:kari", name="Kari Prøve", roles=(Role.SECRETARIAT,), organisation="ks")
OLA = Person(id="person:ola", name="Ola Prøve", roles=(Role.SECRETARIAT,), organisation="ks")
LATER = AT + timedelta(minutes=7)
FIRST = Proposal(id="prosjekt:1", reference="1", title="Først", owner_party="ks")
NOBODY = Stamp(person=Person(id="nobody", name="Nobody", roles=(), organisation="ks"), at=AT)


@pytest.fixture
def two_people(known: Database) -> Database:
    """A database in which Kari has put herself, Ola and a first proposal."""
    with known.write(Stamp(person=KARI, at=AT)) as writer:
        writer.add(KARI, OLA, FIRST)
        writer.trace("propose", FIRST.id)
    return known


def title(database: Database) -> str:
    """Return what the first proposal is called now."""
    with database.read() as reader:
        return reader.get(Proposal, FIRST.id).title
