"""What a round needs looked up: its method, where each proposal stands, and the marks that count."""

from fractions import Fraction

import pytest
from sqlalchemy import text

from portfolio.actions.prioritising.impartiality import declare
from portfolio.lookups.judging import UnknownMethod, gate_answers, judged, method_of, standings
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.impartiality import Interest
from portfolio.prioritising.ranking import Judged
from portfolio.store.database import Database
from tests.rounds import CRITERIA, DONE, FRESH, HALFWAY, OPEN, STATUTORY, STOPPED, TOLK, Stamped, of


def test_a_method_that_is_not_published_is_asked_back_by_name(database: Database) -> None:
    assert method_of(of(database)).id == "felles/1.0"
    with pytest.raises(UnknownMethod, match=r"felles/9\.9"):
        method_of(of(database).model_copy(update={"method": "felles/9.9"}))


def test_every_proposal_stands_somewhere_in_the_order_of_the_round(database: Database) -> None:
    with database.read() as reader:
        found = standings(reader, of(database))
    assert tuple(found) == of(database).proposals
    apart = {id: where for id, where in found.items() if where is not Standing.READY}
    assert apart == {STATUTORY: Standing.STATUTORY, STOPPED: Standing.STOPPED}


def test_a_proposal_that_is_no_longer_there_stands_nowhere(database: Database) -> None:
    more = of(database).model_copy(update={"proposals": ("prosjekt:borte", TOLK)})
    with database.read() as reader:
        assert standings(reader, more) == {TOLK: Standing.READY}


def test_answers_are_found_by_their_proposal(database: Database) -> None:
    with database.read() as reader:
        found = gate_answers(reader, of(database))
    assert found.keys() == set(of(database).proposals)
    assert all(each.proposal == id for id, answers in found.items() for each in answers)


def test_only_what_is_ready_is_judged(database: Database) -> None:
    found = everything(database)
    assert found.keys() == set(of(database).proposals) - {STATUTORY, STOPPED}
    assert tuple(found) == tuple(id for id in of(database).proposals if id in found)


def test_whoever_stands_aside_is_neither_counted_nor_expected(database: Database, stamp: Stamped) -> None:
    before = everything(database)[TOLK]
    interests: dict[str, Interest | None] = dict.fromkeys(of(database).proposals)
    declare(database, OPEN, interests=interests | {TOLK: Interest.OTHER}, stamp=stamp(DONE))
    after = everything(database)[TOLK]
    assert after.expected == before.expected - len(CRITERIA)
    assert after.given == before.given - len(CRITERIA)


def test_dont_know_is_an_answer_and_no_opinion(database: Database) -> None:
    before = everything(database)[TOLK]
    with database.alone() as connection:
        silenced = "UPDATE marks SET mark = NULL WHERE proposal = :proposal AND member = :member"
        changed = connection.execute(text(silenced), {"proposal": TOLK, "member": DONE})
    after = everything(database)[TOLK]
    assert after.given == before.given
    assert after.answered == before.answered
    assert after.coverage == before.coverage - Fraction(changed.rowcount, before.expected)
    assert sum(map(len, after.marks.values())) == sum(map(len, before.marks.values())) - changed.rowcount


def test_whoever_has_left_the_round_is_not_counted(database: Database) -> None:
    before = everything(database)[TOLK]
    rest = tuple(each for each in of(database).members if each != HALFWAY)
    with database.read() as reader:
        (after,) = (
            each
            for each in judged(reader, of(database).model_copy(update={"members": rest}))
            if each.proposal == TOLK
        )
    assert after.given == before.given - 3
    assert after.expected < before.expected


def test_a_member_who_has_not_begun_is_expected_all_the_same(database: Database) -> None:
    found = everything(database)[TOLK]
    assert FRESH in of(database).members
    assert found.given < found.expected


def everything(database: Database) -> dict[str, Judged]:
    with database.read() as reader:
        return {each.proposal: each for each in judged(reader, of(database))}
