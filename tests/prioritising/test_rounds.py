from datetime import date

import pytest

from portfolio.people import Person, Role
from portfolio.prioritising.rounds import (
    NotAStep,
    NotInRound,
    NotOpen,
    NotYours,
    Round,
    RoundPhase,
    asks_why,
    let_assess,
    let_change,
    let_go,
    let_record,
    newest_first,
)

PREPARING, SCORING, MEETING, CLOSED = RoundPhase


def in_phase(phase):
    return Round(
        id="runde:1", title="Våren", method="felles/1.0", phase=phase, proposals=("p",), members=("m",)
    )


def test_a_round_goes_from_gates_to_marks_to_what_comes_of_them():
    rounds = [in_phase(each) for each in RoundPhase]
    assert [each.open_for_gates for each in rounds] == [True, True, False, False]
    assert [each.open_for_marks for each in rounds] == [False, True, False, False]
    assert [each.assessed for each in rounds] == [False, False, True, True]


def test_a_member_assesses_while_the_round_takes_marks():
    let_assess(in_phase(SCORING), "m")


@pytest.mark.parametrize("phase", [PREPARING, MEETING, CLOSED])
def test_no_marks_are_taken_in_another_phase(phase):
    with pytest.raises(NotOpen):
        let_assess(in_phase(phase), "m")


@pytest.mark.parametrize("phase", RoundPhase)
def test_whoever_is_not_in_the_round_is_told_so_in_every_phase(phase):
    with pytest.raises(NotYours):
        let_assess(in_phase(phase), "somebody else")


@pytest.mark.parametrize("phase", RoundPhase)
def test_a_word_is_recorded_only_in_the_phases_named(phase):
    if phase in (MEETING, CLOSED):
        let_record(in_phase(phase), "p", MEETING, CLOSED)
    else:
        with pytest.raises(NotOpen) as told:
            let_record(in_phase(phase), "p", MEETING, CLOSED)
        assert told.value.message.facts["phase"] is phase


def test_a_word_is_recorded_only_on_what_is_in_the_round():
    with pytest.raises(NotInRound) as told:
        let_record(in_phase(MEETING), "another", MEETING)
    assert told.value.about == "proposal"


@pytest.mark.parametrize("phase", RoundPhase)
def test_a_round_goes_one_step_onward_or_one_step_back(phase):
    order = list(RoundPhase)
    near = {each for each in order if abs(order.index(each) - order.index(phase)) == 1}
    assert {phase.following, phase.preceding} - {None} == near
    for to in RoundPhase:
        if to in near:
            let_go(in_phase(phase), to)
        else:
            with pytest.raises(NotAStep) as told:
                let_go(in_phase(phase), to)
            assert told.value.message.facts == {"phase": phase, "to": to}


def test_the_round_begun_last_comes_first_whatever_it_is_called():
    def begun(id, on):
        return in_phase(CLOSED).model_copy(update={"id": id, "begun_on": on})

    spring, autumn = (
        begun("runde:våren-2026", date(2026, 2, 9)),
        begun("runde:høsten-2026", date(2026, 10, 5)),
    )
    same, before, unknown = begun("runde:a", date(2026, 2, 9)), begun("runde:x", None), begun("runde:b", None)
    assert newest_first([same, spring, unknown, autumn, before]) == (autumn, spring, same, before, unknown)


@pytest.mark.parametrize("phase", RoundPhase)
def test_what_is_in_a_round_is_changed_before_its_assessment_is_over(phase):
    if phase in (PREPARING, SCORING):
        let_change(in_phase(phase))
    else:
        with pytest.raises(NotOpen):
            let_change(in_phase(phase))


@pytest.mark.parametrize("phase", RoundPhase)
def test_a_round_is_known_of_by_all_but_while_it_is_prepared(phase):
    def somebody(role):
        return Person(id="person:x", name="Kari", roles=(role,), organisation="ks")

    assert {role for role in Role if in_phase(phase).seen_by(somebody(role))} == (
        {Role.SECRETARIAT} if phase is PREPARING else set(Role)
    )


@pytest.mark.parametrize(
    ("phase", "to", "unfinished", "silent", "departing", "stopped", "asked"),
    [
        (PREPARING, SCORING, 9, 9, 0, 0, False),
        (SCORING, PREPARING, 9, 9, 0, 0, False),
        (SCORING, MEETING, 0, 9, 0, 0, False),
        (SCORING, MEETING, 1, 0, 0, 0, True),
        (MEETING, SCORING, 0, 0, 0, 0, True),
        (MEETING, CLOSED, 9, 0, 0, 0, False),
        (MEETING, CLOSED, 0, 1, 0, 0, True),
        (MEETING, CLOSED, 0, 0, 1, 0, True),
        (MEETING, CLOSED, 0, 0, 0, 1, True),
        (SCORING, MEETING, 0, 0, 1, 1, False),
        (CLOSED, MEETING, 0, 0, 0, 0, True),
    ],
)
def test_a_reason_is_asked_for_where_a_round_goes_back_or_on_before_its_time(
    phase, to, unfinished, silent, departing, stopped, asked
):
    said = asks_why(
        in_phase(phase), to, unfinished=unfinished, silent=silent, departing=departing, stopped=stopped
    )
    assert (said is not None) is asked
