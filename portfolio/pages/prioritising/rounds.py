"""The rounds: every one of them, how far each has come, and the way to its gates, contents and next phase."""

import streamlit as st

from portfolio.lookups.progress import Progress
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.lines import Line, link
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import heading
from portfolio.pages.desk.turning import asked, screen
from portfolio.pages.prioritising import gate_lists, gates, round_contents, round_phases, steps
from portfolio.pages.prioritising.standings import stands_now
from portfolio.people import Person, Verb
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.prioritising.ranking_rows import CHANGED
from portfolio.reports.prioritising.rounds import GateProgress, RoundProgress, round_progress, rounds
from portfolio.reports.prioritising.steps import reopened, round_steps

Row = tuple[Person, Progress]


def show(desk: Desk) -> None:
    """Show the list of rounds, or the one the address names: its progress, the gates of a proposal, or its contents."""
    with screen(desk):
        _screen(desk)


def _screen(desk: Desk) -> None:
    round_, proposal = asked("runde"), asked("forslag")
    if asked("ny") is not None and desk.may(Verb.RUN_ROUNDS):
        round_contents.new(desk)
    elif round_ and proposal:
        gates.show(desk, round_, proposal)
    elif round_ and asked("krav") is not None and desk.may(Verb.ANSWER_GATES):
        gate_lists.show(desk, round_, asked("krav") or "")
    elif round_ and asked("endre") is not None and desk.may(Verb.RUN_ROUNDS):
        round_contents.change(desk, round_)
    elif round_:
        _one(desk, desk.ask(round_progress, round_, viewer=desk.person))
    else:
        _list(desk)


def _list(desk: Desk) -> None:
    words, listed = desk.words, desk.ask(rounds, viewer=desk.person)
    heading(desk, words("Rounds and checks"), example=any(each.example for each in listed))
    if desk.may(Verb.RUN_ROUNDS):
        st.markdown(f"[{words('Make a round')}](/kontroll?ny)")
    if not listed:
        st.info(words("There is no round yet. Make one when the proposals are in."))
        return
    table(
        desk,
        page_of(desk, listed, key="side"),
        [
            Column(words("Round"), line=lambda row: link(row.title, "kontroll", runde=row.id)),
            Column(words("Phase"), text=lambda row: words.name(row.phase)),
            Column(words("Method and version"), text=lambda row: row.method),
            Column(words("Proposals"), number=lambda row: str(len(row.proposals))),
            Column(words("Members"), number=lambda row: str(len(row.members))),
        ],
        alt=words("Rounds with phase and method"),
    )


def _one(desk: Desk, state: RoundProgress) -> None:
    words, round_ = desk.words, state.round
    st.markdown(f"[{words('All rounds')}](/kontroll)")
    heading(desk, round_.title, example=round_.example)
    round_phases.phase(desk, state)
    steps.warned(desk, desk.ask(reopened, round_.id, viewer=desk.person))
    gates_first = round_.phase is RoundPhase.PREPARING
    for part in (_gates, _members) if gates_first else (_members, _gates):
        part(desk, state)
    round_phases.transitions(desk, state)
    round_phases.deleting(desk, state)
    steps.steps(desk, desk.ask(round_steps, round_.id, viewer=desk.person))
    st.markdown(" · ".join(_ways_on(desk, round_)))


def _ways_on(desk: Desk, round_: Round) -> list[str]:
    words = desk.words
    ways = [f"[{words('See the ranking')}](/rangering?runde={round_.id})"] if round_.assessed else []
    if desk.may(Verb.RUN_ROUNDS) and round_.open_for_gates:
        ways.append(f"[{words('Change what is in the round')}](/kontroll?runde={round_.id}&endre)")
    return ways


def _members(desk: Desk, state: RoundProgress) -> None:
    words = desk.words
    st.header(words("How far the members have come"), anchor=False)
    st.caption(words("You see how many proposals are assessed, never the marks."))
    table(
        desk,
        page_of(desk, state.members, key="medlemmer"),
        [
            Column(words("Name"), text=lambda row: row[0].name),
            Column(words("Impartiality"), text=lambda row: _declared(desk, row[1])),
            Column(words("Assessed"), number=lambda row: _how_many(desk, row[1])),
            Column(
                words("State"),
                text=lambda row: _state(desk, row[0], row[1]),
            ),
        ],
        alt=words("Members and how many proposals each has assessed"),
    )


def _state(desk: Desk, person: Person, own: Progress) -> str:
    if own.complete:
        return desk.words("All in")
    return desk.words("Something is left") if person.may(Verb.ASSESS) else desk.words("May no longer assess")


def _declared(desk: Desk, own: Progress) -> str:
    return desk.words("Confirmed") if own.declared else desk.words("Not confirmed")


def _how_many(desk: Desk, own: Progress) -> str:
    return desk.words("{done} of {all}", done=len(own.done), all=own.all)


def _gates(desk: Desk, state: RoundProgress) -> None:
    words, round_ = desk.words, state.round
    st.header(words("The formal check"), anchor=False)
    if desk.may(Verb.ANSWER_GATES) and round_.open_for_gates and any(row.left for row in state.gates):
        where = f"/kontroll?runde={round_.id}&krav="
        st.markdown(f"[{words('Answer one requirement at a time for all the proposals')}]({where})")
    table(
        desk,
        page_of(desk, state.gates, key="krav"),
        [
            Column(
                words("Proposal"),
                line=lambda row: _titled(desk, round_, row),
            ),
            Column(words("Reference"), text=lambda row: row.proposal.reference),
            Column(
                words("Where it stands"),
                text=lambda row: words.name(row.standing) if row.standing else words("You stand aside"),
            ),
            Column(words("Not answered"), number=_left),
        ],
        alt=words("Proposals and how far the check has come"),
    )


def _titled(desk: Desk, round_: Round, row: GateProgress) -> Line:
    """Return a proposal as the round holds it, with what has become of it since; of one stood aside from, its title."""
    words, held = desk.words, row.held
    named = link(row.proposal.title, "kontroll", runde=round_.id, forslag=row.proposal.id)
    if row.standing is None:
        return named
    said = [stands_now(desk, held.phase)] * held.moved + [words(CHANGED)] * held.changed
    return named, *(f" · {each}" for each in said)


def _left(row: GateProgress) -> str:
    return str(row.left) if row.left else "–"
