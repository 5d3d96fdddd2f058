"""The phase of a round: what it means, what is missing, and the way to the next or back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import streamlit as st

from portfolio.actions.prioritising.rounds import advance, delete_round
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.seen import yes
from portfolio.pages.desk.texts import drawn
from portfolio.pages.desk.turning import turn
from portfolio.people import Verb
from portfolio.prioritising.rounds import RoundPhase, asks_why
from portfolio.reports.prioritising.rounds import RoundProgress


@dataclass(frozen=True, slots=True)
class Transition:
    """The way to another phase: what the button says, and what happens."""

    label: str
    meaning: str


MEANING: Mapping[RoundPhase, str] = {
    RoundPhase.PREPARING: N_(
        "The secretariat checks the requirements. The members do not see the round yet."
    ),
    RoundPhase.SCORING: N_(
        "The members assess. Nobody sees others' marks or the ranking before the assessment is over."
    ),
    RoundPhase.MEETING: N_("The assessment is over. All see the ranking, and the council recommends."),
    RoundPhase.CLOSED: N_("The round is concluded. KS's decisions may still be recorded."),
}
FORTH: Mapping[RoundPhase, Transition] = {
    RoundPhase.PREPARING: Transition(N_("Open for assessment now"), N_("The members are asked to assess.")),
    RoundPhase.SCORING: Transition(
        N_("End the assessment"),
        N_("No more marks can be given, and everyone sees the ranking."),
    ),
    RoundPhase.MEETING: Transition(N_("Conclude the round"), N_("No more recommendations can be recorded.")),
}
BACK: Mapping[RoundPhase, Transition] = {
    RoundPhase.SCORING: Transition(
        N_("Back to preparation"),
        N_("The members can give no marks until you open again. Marks already given are kept."),
    ),
    RoundPhase.MEETING: Transition(
        N_("Open the assessment again"),
        N_(
            "The members may change their marks, and have seen the ranking by now. It is hidden until you end the assessment."
        ),
    ),
    RoundPhase.CLOSED: Transition(
        N_("Open the round again"),
        N_("Recommendations may be changed again."),
    ),
}
"""How the step onward, and the step back, is said to whoever stands at each phase."""


def phase(desk: Desk, state: RoundProgress) -> None:
    """Draw the phase and what it means."""
    words, now = desk.words, state.round.phase
    st.markdown(f"**{words.name(now)}.** {words(MEANING[now])}")


def transitions(desk: Desk, state: RoundProgress) -> None:
    """Draw the way to the next phase and the way back, for those who may take them."""
    words, round_ = desk.words, state.round
    if not desk.may(Verb.RUN_ROUNDS):
        return
    following, preceding = round_.phase.following, round_.phase.preceding
    st.header(words("The next step"), anchor=False)
    if following:
        st.markdown(words(FORTH[round_.phase].meaning))
        for missing in _missing(state):
            st.warning(drawn(desk, missing))
        _step(desk, state, FORTH[round_.phase], following)
    if preceding:
        with st.expander(words("Go a step back")):
            st.markdown(words(BACK[round_.phase].meaning))
            _step(desk, state, BACK[round_.phase], preceding)


def deleting(desk: Desk, state: RoundProgress) -> None:
    """Draw the way to delete a round that never was opened, with what goes with it, for those who may."""
    words = desk.words
    if not (state.deletable and desk.may(Verb.RUN_ROUNDS)):
        return
    with st.expander(words("Delete the round")):
        st.markdown(drawn(desk, _going(state)))
        st.markdown(words("The proposals stay. The change log keeps what was done."))
        going = (state.round.revision, state.answered)
        seen = yes(words("Yes, delete the round"), going, name=f"delete.{state.round.id}")
        if seen is not None:
            _delete(desk, state, *seen)


def _going(state: RoundProgress) -> Message:
    """Return what goes with a round that is deleted."""
    title, count = state.round.title, state.answered
    if not count:
        return Message(N_("«{title}» is deleted. No requirement is answered in it."), {"title": title})
    return Message(
        N_("«{title}» is deleted with {count} answer to its requirements."),
        {"title": title, "count": count},
        plural=N_("«{title}» is deleted with {count} answers to its requirements."),
    )


def _delete(desk: Desk, state: RoundProgress, seen: int, answered: int) -> None:
    round_ = state.round
    try:
        delete_round(desk.database, round_.id, seen=seen, answered=answered, stamp=desk.stamp)
    except Objection as objection:
        st.error(drawn(desk, objection.message))
    else:
        turn(Message(N_("«{title}» is deleted."), {"title": round_.title}), runde=None)


def _missing(state: RoundProgress) -> Iterator[Message]:
    """Yield what is not in place yet, where the round may go on all the same."""
    if state.round.phase is RoundPhase.SCORING and state.unfinished:
        names = ", ".join(person.name for person in state.unfinished)
        yield Message(
            N_("{count} member has something left: {names}."),
            {"count": len(state.unfinished), "names": names},
            plural=N_("{count} members have something left: {names}."),
        )
    if state.round.phase is RoundPhase.MEETING and state.without_recommendation:
        names = ", ".join(state.reference(each) for each in state.without_recommendation)
        yield Message(
            N_("{count} proposal has no recommendation yet: {names}."),
            {"count": len(state.without_recommendation), "names": names},
            plural=N_("{count} proposals have no recommendation yet: {names}."),
        )
    if state.round.phase is RoundPhase.MEETING:
        yield from (each.said for each in state.unexplained)


def _step(desk: Desk, state: RoundProgress, way: Transition, to: RoundPhase) -> None:
    """Draw the way to another phase, with a field for the reason where one is asked for."""
    words, round_ = desk.words, state.round
    form = Form(desk, f"steg.{round_.id}.{to}", revision=round_.revision)
    asked = asks_why(
        round_,
        to,
        unfinished=len(state.unfinished),
        silent=state.silent,
        departing=state.departing,
        stopped=state.stopped,
    )
    reason = form.paragraph("reason", words("Reason (required)")) if asked else ""
    form.give_up()
    onward = to is round_.phase.following
    seen = yes(words(way.label), round_.revision, name=f"{round_.id}.{to}", primary=onward)
    if seen is not None and form.attempt(
        lambda: advance(desk.database, round_.id, to=to, seen=seen, reason=reason, stamp=desk.stamp)
    ):
        turn(Message(N_("The round is now: {phase}."), {"phase": to}))
