"""The secretariat's answers to the gates: some now and some later, each with its reason, none overwritten."""

import pytest

from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.gates import answer_gate, answer_gates
from portfolio.actions.prioritising.rounds import begin_round, keep_round
from portfolio.lookups.judging import gate_as_whole, standings
from portfolio.objections import Objections
from portfolio.people import Forbidden, Person, Stamp
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.gates import Answer, GateAnswer, Standing
from portfolio.prioritising.marks import NotAnswered
from portfolio.prioritising.rounds import NeedsReason, NotInRound, NotOpen, Round, RoundPhase
from portfolio.reports.prioritising.gates import answered_at, gate_list, proposal_gates
from portfolio.reports.prioritising.rounds import round_progress
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.rounds import (
    CLOSED,
    COLLEAGUE,
    FIRST,
    FRESH,
    OPEN,
    OUTSIDE,
    SECRETARIAT,
    STOPPED,
    TOLK,
    Stamped,
    of,
    rewritten,
    stand_aside,
    step,
)


def test_a_check_may_be_half_done_but_every_answer_that_is_no_yes_has_its_reason(
    database: Database, stamp: Stamped
) -> None:
    begun = begun_round(database, stamp)
    check(database, begun, {"ordning": (Answer.YES, "")}, stamp(SECRETARIAT), seen=0)
    with database.read() as reader:
        assert standings(reader, reader.get(Round, begun))[TOLK] is Standing.WAITING
    with pytest.raises(Objections) as refused:
        check(
            database,
            begun,
            {"problem": (Answer.NO, " "), "ordning": (Answer.UNCLEAR, ""), "modenhet": (None, "Uklart")},
            stamp(SECRETARIAT),
            seen=2,
        )
    assert [each.about for each in refused.value.listed] == ["reason.problem", "reason.ordning", "modenhet"]


def test_a_no_to_an_absolute_requirement_stops_the_proposal(database: Database, stamp: Stamped) -> None:
    no = {"eier-drift": (Answer.NO, "Ingen eier.")}
    check(database, OPEN, no, stamp(SECRETARIAT), seen=seen(database), why="Eieren trakk seg.")
    with database.read() as reader:
        assert standings(reader, reader.get(Round, OPEN))[TOLK] is Standing.STOPPED


def test_a_check_seen_before_a_colleague_answered_is_stale_and_names_the_colleague(
    database: Database, stamp: Stamped
) -> None:
    before = seen(database)
    unclear = {"problem": (Answer.NO, "Uklart.")}
    check(database, OPEN, unclear, stamp(COLLEAGUE), seen=before, why="Ny lesning.")
    with pytest.raises(Stale, match="Torvald Myrhaug"):
        check(database, OPEN, {"problem": (Answer.YES, "Klart.")}, stamp(SECRETARIAT), seen=before)


@pytest.mark.parametrize("prepared", [True, False])
def test_a_check_of_a_version_that_another_has_taken_the_place_of_is_stale(
    database: Database, stamp: Stamped, prepared: bool
) -> None:
    if prepared:
        step(database, stamp, RoundPhase.PREPARING)
        with database.write(stamp(SECRETARIAT)) as writer:
            (held,) = writer.all(Basis, round=OPEN, proposal=TOLK)
            writer.remove(Basis, held.id)
            writer.trace("try", OPEN)
    before, same = seen(database), {"problem": (Answer.YES, "Klart.")}
    rewritten(database, stamp)
    if not prepared:
        take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    with pytest.raises(Stale, match="Ingrid Solbakken"):
        check(database, OPEN, same, stamp(COLLEAGUE), seen=before)
    check(database, OPEN, same, stamp(COLLEAGUE), seen=before + 1)


def test_the_check_is_closed_when_the_assessment_is_over(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotOpen, match="assessment is over"):
        check(database, CLOSED, {}, stamp(SECRETARIAT), seen=0)


@pytest.mark.parametrize("proposal", ["prosjekt:finnes-ikke", OUTSIDE])
def test_the_requirements_of_what_is_not_in_the_round_are_not_answered(
    database: Database, stamp: Stamped, proposal: str
) -> None:
    with pytest.raises(NotInRound):
        answer_gates(
            database,
            OPEN,
            proposal,
            answers={"problem": (Answer.YES, "Ja.")},
            seen=0,
            stamp=stamp(SECRETARIAT),
        )
    with database.read() as reader:
        assert reader.all(GateAnswer, round=OPEN, proposal=proposal) == ()


def test_an_answer_turned_under_marks_has_a_reason_of_its_own_that_is_kept(
    database: Database, stamp: Stamped
) -> None:
    no, before = {"eier-drift": (Answer.NO, "Ingen eier.")}, seen(database)
    for nothing in ("", " \u200b"):
        with pytest.raises(NeedsReason, match="given marks by the answer") as refused:
            check(database, OPEN, no, stamp(SECRETARIAT), seen=before, why=nothing)
        assert refused.value.about == "why"
    assert seen(database) == before
    check(database, OPEN, no, stamp(SECRETARIAT), seen=before, why="Eieren trakk seg.")
    with database.read() as reader:
        (last, *_) = reader.traces(subject=TOLK, actions=("answer_gates",))
    assert last.reason == "Eieren trakk seg."


def test_an_answer_that_is_only_put_otherwise_needs_no_reason_of_its_own(
    database: Database, stamp: Stamped
) -> None:
    with database.read() as reader:
        (stands,) = reader.all(GateAnswer, round=OPEN, proposal=TOLK, gate="problem")
    same = {"problem": (stands.answer, "Sagt på en annen måte.")}
    check(database, OPEN, same, stamp(SECRETARIAT), seen=seen(database))


def test_where_nobody_has_marked_an_answer_is_changed_freely(database: Database, stamp: Stamped) -> None:
    begun = begun_round(database, stamp)
    check(database, begun, {"problem": (Answer.YES, "Klart.")}, stamp(SECRETARIAT), seen=0)
    check(database, begun, {"problem": (Answer.NO, "Uklart.")}, stamp(SECRETARIAT), seen=2)


@pytest.mark.parametrize("phase", [RoundPhase.PREPARING, RoundPhase.SCORING])
def test_a_proposal_that_is_put_back_as_another_waits_until_its_answers_are_confirmed(
    database: Database, stamp: Stamped, phase: RoundPhase
) -> None:
    if phase is RoundPhase.PREPARING:
        step(database, stamp, phase)
    own, whole = stamp(SECRETARIAT), of(database).proposals
    out(database, own)
    rewritten(database, stamp, STOPPED, statutory="")
    keep_round(database, of(database).model_copy(update={"proposals": whole}), stamp=own)
    assert stands(database) is Standing.WAITING
    with database.read() as reader:
        answers = reader.all(GateAnswer, round=OPEN, proposal=STOPPED)
        state = round_progress(reader, OPEN, viewer=own.person)
        assert len(proposal_gates(reader, OPEN, STOPPED, viewer=own.person).earlier) == len(answers) == 9
    assert [each.left for each in state.gates if each.proposal.id == STOPPED] == [9]
    same: dict[str, tuple[Answer | None, str]] = {each.gate: (each.answer, each.reason) for each in answers}
    answer_gates(database, OPEN, STOPPED, answers=same, seen=10, stamp=own)
    assert stands(database) is Standing.STOPPED


def test_a_proposal_that_is_put_back_as_it_was_keeps_its_answers(database: Database, stamp: Stamped) -> None:
    own, whole = stamp(SECRETARIAT), of(database).proposals
    out(database, own)
    keep_round(database, of(database).model_copy(update={"proposals": whole}), stamp=own)
    assert stands(database) is Standing.STOPPED


def test_a_secretary_who_stands_aside_leaves_the_check_to_a_colleague(
    database: Database, stamp: Stamped
) -> None:
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    no = {"eier-drift": (Answer.NO, "Ingen eier.")}
    with pytest.raises(Forbidden, match="another of the secretariat"):
        check(database, OPEN, no, stamp(SECRETARIAT), seen=seen(database), why="Ny lesning.")
    check(database, OPEN, no, stamp(COLLEAGUE), seen=seen(database), why="Ny lesning.")


def test_a_requirement_is_answered_for_several_proposals_each_with_its_trace(
    database: Database, stamp: Stamped
) -> None:
    begun, own = begun_round(database, stamp, TOLK, FIRST), stamp(SECRETARIAT)
    with database.read() as reader:
        before = gate_list(reader, begun, "problem", viewer=own.person)
    assert [each.proposal.id for each in before.held] == [TOLK, FIRST]
    both = {TOLK: (Answer.YES, ""), FIRST: (Answer.NO, "Uklart problem.")}
    answer_gate(database, begun, "problem", answers=both, seen=before.revision, stamp=own)
    with database.read() as reader:
        after = gate_list(reader, begun, "problem", viewer=own.person)
        said = {each.proposal: (each.answer, each.reason) for each in reader.all(GateAnswer, round=begun)}
        traced = {reader.traces(subject=each, most=1)[0].action for each in both}
    assert (after.held, said, traced) == ((), both, {"answer_gates"})


def test_a_no_among_several_has_its_reason_and_nothing_is_saved_without(
    database: Database, stamp: Stamped
) -> None:
    begun, own = begun_round(database, stamp, TOLK, FIRST), stamp(SECRETARIAT)
    both = {TOLK: (Answer.YES, ""), FIRST: (Answer.UNCLEAR, " ")}
    with pytest.raises(NotAnswered) as refused:
        answer_gate(database, begun, "problem", answers=both, seen=at(database, begun), stamp=own)
    assert refused.value.about == f"reason.{FIRST}"
    with database.read() as reader:
        assert reader.all(GateAnswer, round=begun) == ()


def test_an_answer_that_stands_is_not_made_another_among_several(database: Database, stamp: Stamped) -> None:
    for round_ in (begun_round(database, stamp), OPEN):
        own, yes = stamp(SECRETARIAT), {TOLK: (Answer.YES, "")}
        if round_ != OPEN:
            answer_gate(database, round_, "problem", answers=yes, seen=at(database, round_), stamp=own)
        no = {TOLK: (Answer.NO, "Likevel ikke.")}
        with pytest.raises(NeedsReason, match="under the proposal"):
            answer_gate(database, round_, "problem", answers=no, seen=at(database, round_), stamp=own)


def test_an_answer_that_is_put_over_another_has_been_seen_to_stand_and_is_not_under_marks(
    database: Database, stamp: Stamped
) -> None:
    begun, own = begun_round(database, stamp), stamp(SECRETARIAT)
    yes, no = {TOLK: (Answer.YES, "")}, {TOLK: (Answer.NO, "Likevel ikke.")}
    answer_gate(database, begun, "problem", answers=yes, seen=at(database, begun), stamp=own)
    answer_gate(database, begun, "problem", answers=no, seen=at(database, begun), over=(TOLK,), stamp=own)
    with database.read() as reader:
        (stands,) = answered_at(reader, begun, "problem", (TOLK, FIRST), viewer=own.person).values()
    assert (stands.answer.answer, stands.who) == (Answer.NO, "Ingrid Solbakken")
    with pytest.raises(NeedsReason, match="under the proposal"):
        answer_gate(database, OPEN, "problem", answers=no, seen=at(database, OPEN), over=(TOLK,), stamp=own)


def test_several_answered_after_a_colleague_are_stale_and_name_the_colleague(
    database: Database, stamp: Stamped
) -> None:
    begun = begun_round(database, stamp, TOLK, FIRST)
    before = at(database, begun)
    one, other = {TOLK: (Answer.YES, "")}, {FIRST: (Answer.YES, "")}
    answer_gate(database, begun, "problem", answers=one, seen=before, stamp=stamp(COLLEAGUE))
    with pytest.raises(Stale, match="Torvald Myrhaug"):
        answer_gate(database, begun, "problem", answers=other, seen=before, stamp=stamp(SECRETARIAT))


def test_several_are_answered_by_whoever_may_and_stands_aside_from_none(
    database: Database, stamp: Stamped
) -> None:
    begun = begun_round(database, stamp, TOLK, FIRST)
    both: dict[str, tuple[Answer | None, str]] = {TOLK: (Answer.YES, ""), FIRST: (Answer.YES, "")}
    with pytest.raises(Forbidden):
        answer_gate(database, begun, "problem", answers=both, seen=at(database, begun), stamp=stamp(FRESH))
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    marked = {TOLK: both[TOLK]}
    with pytest.raises(Forbidden, match="another of the secretariat"):
        answer_gate(
            database, OPEN, "problem", answers=marked, seen=at(database, OPEN), stamp=stamp(SECRETARIAT)
        )
    outside = {OUTSIDE: (Answer.YES, "")}
    with pytest.raises(NotInRound):
        answer_gate(
            database, begun, "problem", answers=outside, seen=at(database, begun), stamp=stamp(SECRETARIAT)
        )
    with pytest.raises(NotOpen):
        answer_gate(database, CLOSED, "problem", answers={}, seen=0, stamp=stamp(SECRETARIAT))


def out(database: Database, stamp: Stamp) -> None:
    now = of(database)
    left = tuple(each for each in now.proposals if each != STOPPED)
    keep_round(database, now.model_copy(update={"proposals": left}), stamp=stamp)


def stands(database: Database) -> Standing:
    with database.read() as reader:
        return standings(reader, reader.get(Round, OPEN))[STOPPED]


def check(
    database: Database,
    round_: str,
    answers: dict[str, tuple[Answer | None, str]],
    stamp: Stamp,
    *,
    seen: int,
    why: str = "",
) -> None:
    answer_gates(database, round_, TOLK, answers=answers, seen=seen, why=why, stamp=stamp)


def at(database: Database, round_: str) -> int:
    with database.read() as reader:
        return gate_as_whole(
            reader, reader.get(Round, round_), "problem", person=reader.get(Person, SECRETARIAT)
        ).revision


def begun_round(database: Database, stamp: Stamped, *proposals: str) -> str:
    return begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=proposals or (TOLK,),
        members=(FRESH,),
        stamp=stamp(SECRETARIAT),
    ).id


def seen(database: Database) -> int:
    with database.read() as reader:
        return sum(each.revision for each in reader.all(GateAnswer, round=OPEN, proposal=TOLK))
