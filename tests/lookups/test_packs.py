"""What a pack holds of a round: all that it rests on, and nothing about a person."""

import json

from portfolio.lookups.packs import packed
from portfolio.people import Person
from portfolio.prioritising.packs import digest_of
from portfolio.prioritising.rounds import Round
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from tests.rounds import CLOSED


def test_the_same_round_gives_the_same_however_often_it_is_asked(database: Database) -> None:
    with database.read() as reader:
        round_ = reader.get(Round, CLOSED)
        assert digest_of(packed(reader, round_)) == digest_of(packed(reader, round_))


def test_it_holds_every_proposal_of_the_round_and_the_place_of_each_that_has_one(database: Database) -> None:
    with database.read() as reader:
        round_ = reader.get(Round, CLOSED)
        content = packed(reader, round_)
    assert {each["id"] for each in content["records"]["Proposal"]} == set(round_.proposals)
    placed = [each["proposal"] for each in content["result"]["order"]]
    ready = [id for id, where in content["result"]["standings"].items() if where == "ready"]
    assert sorted(placed) == sorted(ready) != []
    assert [each["place"] for each in content["result"]["order"]] == sorted(
        each["place"] for each in content["result"]["order"]
    )


def test_nobody_is_named_in_it(database: Database) -> None:
    with database.read() as reader:
        told = json.dumps(packed(reader, reader.get(Round, CLOSED)), ensure_ascii=False)
        people, proposals = reader.all(Person), reader.all(Proposal)
    assert [each.name for each in people if each.name in told] == []
    assert [
        each.contact for each in proposals if each.contact and f'"contact": "{each.contact}"' in told
    ] == []
