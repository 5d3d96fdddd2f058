"""What stands in a field, as people read it."""

from datetime import date
from decimal import Decimal

import pytest

from portfolio.given import Given
from portfolio.parties import Population
from portfolio.proposals.proposal import Proposal
from portfolio.reports.labels import LABELS
from portfolio.reports.naming import Naming
from portfolio.reports.telling import EMPTY, told
from portfolio.store.database import Database
from portfolio.store.tables import TABLES
from portfolio.words import words


@pytest.mark.parametrize("noun", TABLES)
def test_every_field_of_every_record_of_the_example_is_put_in_words(
    noun: type[Given], database: Database
) -> None:
    with database.read() as reader:
        naming = Naming(reader)
        for record in reader.all(noun)[:20]:
            for field in LABELS[noun]:
                said = words("nb").put(told(naming, record, field))
                assert said
                assert (
                    not said.startswith(("person:", "prosjekt:", "runde:", "kommune:", "("))
                    or said == "(tomt)"
                )


def test_nothing_is_told_as_empty(database: Database) -> None:
    with database.read() as reader:
        naming, proposal = Naming(reader), reader.all(Proposal)[0]
        bare = proposal.model_copy(update={"goals": (), "contact": "", "starts": None})
        assert all(told(naming, bare, field) == EMPTY for field in ("goals", "contact", "starts"))
        assert told(naming, None, "title") == EMPTY


def test_inhabitants_are_written_as_a_count_and_a_year_is_not(database: Database) -> None:
    with database.read() as reader:
        people = Population(party="kommune:0301", on=date(2026, 1, 1), inhabitants=1000)
        assert told(Naming(reader), people, "inhabitants") == Decimal(1000)
