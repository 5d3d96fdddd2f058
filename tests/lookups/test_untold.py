"""What a round says of a proposal that is not told, to whom and for how long."""

import pytest

from portfolio.actions.prioritising.gates import answer_gates
from portfolio.lookups.untold import ASIDE, LATER, reason_told, record_untold, untold
from portfolio.people import Person
from portfolio.prioritising.gates import Answer, GateAnswer
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.database import Database
from tests.rounds import COLLEAGUE, DONE, FIRST, OPEN, READER, SECRETARIAT, TOLK, Stamped, of, stand_aside


@pytest.mark.parametrize("phase", RoundPhase)
def test_what_is_recommended_is_told_when_the_assessment_is_over_and_never_to_whoever_stands_aside(
    database: Database, phase: RoundPhase
) -> None:
    round_ = of(database).model_copy(update={"phase": phase})
    with database.read() as reader:
        all_ = untold(reader, round_, FIRST, viewer=reader.get(Person, READER))
        aside = untold(reader, round_, FIRST, viewer=reader.get(Person, DONE))
    assert all_ == (None if round_.assessed else LATER)
    assert aside == ASIDE


def test_an_answer_to_a_requirement_is_told_to_all_but_whoever_stands_aside(database: Database) -> None:
    with database.read() as reader:
        answer = reader.all(GateAnswer, round=OPEN, proposal=FIRST)[0]
        told = [record_untold(reader, answer, viewer=reader.get(Person, who)) for who in (READER, DONE)]
        own = reader.all(Impartiality, round=OPEN, proposal=FIRST, member=DONE)[0]
        assert record_untold(reader, own, viewer=reader.get(Person, DONE)) is None
        assert record_untold(reader, reader.get(Round, OPEN), viewer=reader.get(Person, DONE)) is None
    assert told == [None, ASIDE]


def test_a_reason_is_told_to_all_but_whoever_stands_aside(database: Database, stamp: Stamped) -> None:
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    no = {"problem": (Answer.NO, "Uklart.")}
    answer_gates(database, OPEN, TOLK, answers=no, seen=9, why="Ny lesning.", stamp=stamp(COLLEAGUE))
    with database.read() as reader:
        (trace, *_) = reader.traces(subject=TOLK, actions=("answer_gates",))
        told = [
            reason_told(reader, trace, viewer=reader.get(Person, who)) for who in (COLLEAGUE, SECRETARIAT)
        ]
    assert told == ["Ny lesning.", ""]
