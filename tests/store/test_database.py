"""A change holds whole or not at all, and whatever goes wrong, the next may try."""

import pytest

from portfolio.parties import Party, PartyKind
from portfolio.people import Stamp
from portfolio.store.database import Database
from tests.databases import AT, of, put
from tests.store.conftest import FIRST, KARI, title


def test_an_error_in_the_middle_undoes_everything(two_people: Database):
    def fail() -> None:
        with two_people.write(Stamp(person=KARI, at=AT)) as writer:
            writer.revise(FIRST.model_copy(update={"title": "Halvveis"}))
            writer.trace("revise_proposal", FIRST.id)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert title(two_people) == "Først"


def test_a_failed_change_leaves_the_way_open_for_the_next(example: Database):
    for _ in range(30):
        with pytest.raises(ZeroDivisionError), example.write(of(example, "person:are-tangneset")):
            raise ZeroDivisionError
    put(
        example,
        Party(id="annet:x", kind=PartyKind.OTHER, name="x"),
        stamp=of(example, "person:are-tangneset"),
    )
