"""What no person may write, whatever the action."""

import pytest

from portfolio.people import OPERATOR, RESERVED, Stamp, Verb
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.guarding import Reserved, SetAtStart, let_stand
from tests.databases import AT
from tests.store.conftest import FIRST

NEW = FIRST.model_copy(update={"id": "prosjekt:2", "reference": "2"})


@pytest.mark.parametrize("id", sorted(RESERVED))
def test_no_record_has_an_id_that_the_trail_uses_for_itself(id: str) -> None:
    with pytest.raises(Reserved):
        let_stand(NEW.model_copy(update={"id": id}))
    with pytest.raises(Reserved):
        let_stand(NEW.model_copy(update={"id": id}), before=NEW)


def test_the_mark_of_an_example_is_neither_put_on_nor_taken_off() -> None:
    example = NEW.model_copy(update={"example": True})
    for before, after in ((None, example), (NEW, example), (example, NEW)):
        with pytest.raises(SetAtStart):
            let_stand(after, before=before)
    let_stand(example, before=example)
    let_stand(NEW)


def test_it_is_held_in_every_change_that_somebody_was_asked_for(two_people: Database) -> None:
    stamp = Stamp(person=OPERATOR, at=AT)
    refused = (
        lambda writer: writer.add(NEW.model_copy(update={"id": "example"})),
        lambda writer: writer.keep(NEW.model_copy(update={"example": True})),
        lambda writer: writer.revise(writer.get(Proposal, FIRST.id).model_copy(update={"example": True})),
    )
    for attempt in refused:
        with pytest.raises((Reserved, SetAtStart)), two_people.write(stamp, Verb.EDIT_ANY_PROPOSAL) as writer:
            attempt(writer)
    with two_people.read() as reader:
        assert reader.all(Proposal) == (FIRST,)


def test_the_program_puts_the_example_in_place(two_people: Database) -> None:
    with two_people.write(Stamp(person=OPERATOR, at=AT)) as writer:
        writer.add(NEW.model_copy(update={"example": True}))
        writer.trace("demo", "example")
    with two_people.read() as reader:
        assert reader.get(Proposal, NEW.id).example
