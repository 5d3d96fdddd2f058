"""The store's own tables: one draft for each person and form, and one trace for each number and seal."""

from dataclasses import asdict

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from portfolio.store.database import Database
from portfolio.store.tables.keeping import drafts, trail
from tests.databases import AT


def test_a_person_has_one_draft_of_a_form(known: Database):
    row = {"person": "p", "form": "f", "content": "{}", "at": AT}
    with pytest.raises(DBAPIError, match=r"(?i)unique"), known.alone() as connection:
        connection.execute(insert(drafts), [row, row])


@pytest.mark.parametrize("change", [{"seq": 1}, {"seq": 2}], ids=["number", "seal"])
def test_no_two_traces_have_the_same_number_or_seal(known: Database, change: dict[str, int]):
    with known.read() as reader:
        (first,) = reader.traces()
    again = insert(trail).values(**asdict(first) | change)
    with pytest.raises(DBAPIError, match=r"(?i)unique"), known.alone() as connection:
        connection.execute(again)
