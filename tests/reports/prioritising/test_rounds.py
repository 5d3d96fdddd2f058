"""The rounds, whose they are, and how far each has come."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from portfolio.actions.people import NEW, first_person
from portfolio.actions.prioritising.rounds import begin_round
from portfolio.people import Person, Role, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.reports.prioritising.assessment import queue
from portfolio.reports.prioritising.gates import proposal_gates
from portfolio.reports.prioritising.impartiality import impartiality
from portfolio.reports.prioritising.marks import proposal_marks
from portfolio.reports.prioritising.recorded import recorded
from portfolio.reports.prioritising.rounds import (
    RoundProgress,
    contents,
    open_rounds,
    round_progress,
    rounds,
)
from portfolio.reports.story import proposal_story
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from tests.databases import AT, put
from tests.rounds import CLOSED, DONE, FRESH, OPEN, READER, TOLK, Stamped, met, stand_aside
from tests.rounds import SECRETARIAT as OURS

People = Callable[[str], Person]
SECRETARIAT = Person(id=NEW, name="Åse", roles=(Role.SECRETARIAT,), organisation="ks")
SPRING = datetime(2026, 2, 9, 23, 30, tzinfo=UTC)
"""Half past twelve at night in Norway, which is the day after."""
AUTUMN = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


def test_the_newest_round_comes_first(database: Database, person: People) -> None:
    with database.read() as reader:
        assert [each.id for each in rounds(reader, viewer=person(READER))] == [OPEN, CLOSED]


@pytest.mark.parametrize("who", [FRESH, READER])
def test_a_round_that_is_prepared_is_in_nobodys_list_but_theirs_who_prepare_it(
    database: Database, person: People, stamp: Stamped, who: str
) -> None:
    made = begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=(TOLK,),
        members=(FRESH,),
        stamp=stamp(OURS),
    )
    with database.read() as reader:
        assert made in rounds(reader, viewer=person(OURS))
        assert made not in rounds(reader, viewer=person(who))
        for ask in (round_progress, contents):
            with pytest.raises(Missing):
                ask(reader, made.id, viewer=person(who))
        with pytest.raises(Missing):
            proposal_gates(reader, made.id, TOLK, viewer=person(who))
        with pytest.raises(Missing):
            queue(reader, made.id, member=person(who))
        with pytest.raises(Missing):
            proposal_marks(reader, made.id, TOLK, member=person(who))
        with pytest.raises(Missing):
            recorded(reader, made.id, TOLK, viewer=person(who))
        assert made.id not in {
            each.round.id for each in proposal_story(reader, TOLK, viewer=person(who), on=AT.date()).rounds
        }


def test_the_round_begun_last_is_the_newest_whatever_it_is_called(known: Database) -> None:
    secretariat = first_person(known, SECRETARIAT, at=AT)
    member = Person(id="person:m", name="M", roles=(Role.MEMBER,), organisation="ks")
    proposal = Proposal(id="prosjekt:x", reference="x", title="X", owner_party="ks")
    put(known, member, proposal, stamp=Stamp(person=secretariat, at=AT))
    for title, moment in (("Våren 2026", SPRING), ("Høsten 2026", AUTUMN)):
        begin_round(
            known,
            title=title,
            method="felles/1.0",
            proposals=("prosjekt:x",),
            members=(member.id,),
            stamp=Stamp(person=secretariat, at=moment),
        )
    with known.read() as reader:
        listed = rounds(reader, viewer=secretariat)
        assert [each.title for each in listed] == ["Høsten 2026", "Våren 2026"]
        assert [f"{each.begun_on}" for each in listed] == ["2026-10-05", "2026-02-10"]


def test_only_members_have_rounds_to_assess_in_and_only_those_open_for_marks(
    database: Database, person: People
) -> None:
    with database.read() as reader:
        assert [each.id for each in open_rounds(reader, member=person(FRESH))] == [OPEN]
        assert open_rounds(reader, member=person(READER)) == ()


def test_the_progress_of_a_round_names_who_is_not_done(database: Database) -> None:
    state = how_far(database, OPEN)
    assert DONE not in {each.id for each in state.unfinished}
    assert len(state.unfinished) == 8


def test_what_the_council_has_not_recommended_on_is_named(database: Database) -> None:
    assert how_far(database, OPEN).without_recommendation == how_far(database, OPEN).round.proposals
    assert how_far(database, CLOSED).without_recommendation == ()


def test_a_gate_without_an_answer_makes_its_proposal_wait(database: Database) -> None:
    assert how_far(database, OPEN).waiting == 0
    with database.alone() as connection:
        lost = "DELETE FROM gate_answers WHERE round = :round AND proposal = :proposal AND gate = 'problem'"
        assert connection.execute(text(lost), {"round": OPEN, "proposal": TOLK}).rowcount == 1
    state = how_far(database, OPEN)
    assert state.waiting == 1
    assert {each.proposal.id: each.left for each in state.gates if each.left} == {TOLK: 1}


def how_far(database: Database, id: str) -> RoundProgress:
    with database.read() as reader:
        return round_progress(reader, id, viewer=reader.get(Person, OURS))


def test_whoever_stands_aside_is_told_its_title_and_not_how_far_it_has_come(
    database: Database, stamp: Stamped
) -> None:
    stand_aside(database, stamp, OURS, TOLK)
    met(database, stamp)
    with database.read() as reader:
        mine, theirs = (
            round_progress(reader, OPEN, viewer=reader.get(Person, who)) for who in (OURS, READER)
        )
    (own,) = [each for each in mine.gates if each.proposal.id == TOLK]
    assert (own.standing, own.left) == (None, 0)
    assert len(mine.gates) == len(theirs.gates)
    assert set(theirs.without_recommendation) - set(mine.without_recommendation) == {TOLK}
    assert mine.silent == theirs.silent == len(theirs.without_recommendation)


def test_a_member_who_is_lost_is_left_out_of_the_progress(database: Database) -> None:
    before = how_far(database, OPEN)
    lose(database, "members", DONE)
    state = how_far(database, OPEN)
    assert "person:borte" in state.round.members
    assert [person.id for person, _ in state.members] == [
        person.id for person, _ in before.members if person.id != DONE
    ]


def test_a_proposal_that_is_lost_is_left_out_of_every_list(database: Database, person: People) -> None:
    lose(database, "proposals", TOLK)
    with database.read() as reader:
        listed = impartiality(reader, OPEN, member=person(FRESH))
        assert TOLK not in {each.proposal.id for each in listed}
        assert (
            len(listed)
            == len(round_progress(reader, OPEN, viewer=person(OURS)).gates)
            == len(contents(reader, OPEN, viewer=person(OURS)).proposals) - 1
        )


def lose(database: Database, field: str, id: str) -> None:
    """Make a round point at something that is not there, behind the app's back."""
    kind = id.partition(":")[0]
    command = f"UPDATE rounds SET {field} = replace({field}, :id, '{kind}:borte') WHERE id = :round"
    with database.alone() as connection:
        assert connection.execute(text(command), {"id": id, "round": OPEN}).rowcount == 1
