"""Where a council member says, for the whole list at once, which proposals to stand aside from."""

from collections.abc import Mapping

import streamlit as st

from portfolio.actions.prioritising.impartiality import declare
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, heading, plain
from portfolio.pages.desk.turning import turn
from portfolio.prioritising.impartiality import Interest
from portfolio.reports.prioritising.marks import Queue, Tie

IMPARTIAL = "impartial"
CHOICES = (IMPARTIAL, *(each.value for each in Interest))
WIDTH = 720
"""How wide a list of fields is, in pixels, so that the eye keeps the line."""


def show(desk: Desk, mine: Queue) -> None:
    """Show every proposal with what is suggested chosen, and one button that confirms them all."""
    words = desk.words
    if mine.progress.declared:
        st.markdown(f"[{words('Back to the assessment')}](/vurdering?runde={mine.round.id})")
    heading(
        desk,
        words("Are you impartial?"),
        N_("You give no marks to proposals you stand aside from. Confirm the whole list to go on."),
        example=mine.round.example,
    )
    form = Form(desk, f"habilitet.{mine.round.id}")
    with st.container(width=WIDTH):
        said = _choices(desk, form, mine)
        form.give_up()
        if mine.progress.declared:
            st.warning(words("If you now stand aside from a proposal, your marks on it are taken away."))
        _confirm(desk, form, mine, said)


def _choices(desk: Desk, form: Form, mine: Queue) -> Mapping[str, str | None]:
    words = desk.words
    near = [tie for tie in mine.ties if tie.suggested]
    others = [tie for tie in mine.ties if not tie.suggested]
    said: dict[str, str | None] = {}
    if near:
        st.header(words("Look at these first"), anchor=False)
        st.markdown(words("Your organisation has a part in them, so we suggest that you stand aside."))
        said |= {tie.proposal.id: _choice(desk, form, tie) for tie in near}
        st.header(words("The other proposals"), anchor=False)
    return said | {tie.proposal.id: _choice(desk, form, tie) for tie in others}


def _choice(desk: Desk, form: Form, tie: Tie) -> str | None:
    interest = tie.interest if tie.said else tie.suggested
    chosen = form.choice(
        tie.proposal.id,
        plain(f"{tie.proposal.reference} {tie.proposal.title}"),
        CHOICES,
        interest.value if interest else IMPARTIAL,
        name=lambda choice: _name(desk, choice),
    )
    if tie.suggested:
        suggestion = desk.words("Suggested: {interest}.", interest=desk.words.name(tie.suggested))
        st.caption(plain(f"{tie.owner}. {suggestion}"))
    else:
        st.caption(plain(tie.owner))
    return chosen


def _name(desk: Desk, choice: str) -> str:
    if choice == IMPARTIAL:
        return desk.words("I am impartial")
    return desk.words.name(Interest(choice))


def _confirm(desk: Desk, form: Form, mine: Queue, said: Mapping[str, str | None]) -> None:
    label = Message(
        N_("Confirm for {count} proposal"),
        {"count": len(mine.ties)},
        plural=N_("Confirm for all {count} proposals"),
    )
    if not st.button(drawn(desk, label), type="primary"):
        return

    def act() -> None:
        interests = {
            id: None if choice == IMPARTIAL else Interest(choice)
            for id, choice in said.items()
            if choice is not None
        }
        declare(desk.database, mine.round.id, interests=interests, stamp=desk.stamp)

    if form.attempt(act):
        turn(N_("Your impartiality is confirmed."), habilitet=None)
