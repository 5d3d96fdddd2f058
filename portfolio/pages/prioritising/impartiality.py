"""Where a council member says, for the whole list at once, which proposals to stand aside from."""

from collections.abc import Mapping

import streamlit as st

from portfolio.actions.prioritising.impartiality import declare
from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.differing import differing
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.texts import drawn, heading, plain
from portfolio.pages.desk.turning import turn
from portfolio.prioritising.impartiality import Interest
from portfolio.reports.changes import Changed, since_read
from portfolio.reports.prioritising.assessment import Queue
from portfolio.reports.prioritising.impartiality import ImpartialityRow

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
    form = Form(desk, f"habilitet.{mine.round.id}", revision=mine.held)
    with st.container(width=WIDTH):
        said = _choices(desk, form, mine)
        form.give_up()
        if mine.progress.declared:
            st.warning(words("If you now stand aside from a proposal, your marks on it are taken away."))
        _confirm(desk, form, mine, said)


def _choices(desk: Desk, form: Form, mine: Queue) -> Mapping[str, str | None]:
    words, moved = desk.words, _moved(desk, form, mine)
    anew = [row for row in mine.rows if not row.said] if any(row.said for row in mine.rows) else []
    near = [row for row in mine.rows if row.suggested and row not in anew]
    others = [row for row in mine.rows if not row.suggested and row not in anew]
    said: dict[str, str | None] = {}
    if anew:
        st.header(words("New since you confirmed"), anchor=False)
        st.markdown(
            words("They have come into the round, or have another owner or other partners than before.")
        )
        said |= {row.proposal.id: _choice(desk, form, row, moved) for row in anew}
    if near:
        st.header(words("Look at these first"), anchor=False)
        st.markdown(words("Your organisation has a part in them, so we suggest that you stand aside."))
        said |= {row.proposal.id: _choice(desk, form, row, moved) for row in near}
    if near or anew:
        st.header(words("The other proposals"), anchor=False)
    return said | {row.proposal.id: _choice(desk, form, row, moved) for row in others}


def _moved(desk: Desk, form: Form, mine: Queue) -> Mapping[str, Changed]:
    """Return how the proposals that the round holds another version of since the member began have changed."""
    if form.began == mine.held:
        return {}
    return desk.ask(since_read, mine.round.id, seen=form.began)


def _choice(desk: Desk, form: Form, row: ImpartialityRow, moved: Mapping[str, Changed]) -> str | None:
    interest = row.interest or (None if row.said else row.suggested)
    chosen = form.choice(
        row.proposal.id,
        plain(f"{row.proposal.reference} {row.proposal.title}"),
        CHOICES,
        interest.value if interest else IMPARTIAL,
        name=lambda choice: _name(desk, choice),
    )
    if row.suggested:
        suggestion = desk.words("Suggested: {interest}.", interest=desk.words.name(row.suggested))
        st.caption(plain(f"{row.owner}. {suggestion}"))
    else:
        st.caption(plain(row.owner))
    if row.proposal.id in moved:
        st.markdown(desk.words("It has changed since you opened this list."))
        differing(desk, moved[row.proposal.id].differences, otherwise=N_("Nothing in it differs."))
    return chosen


def _name(desk: Desk, choice: str) -> str:
    if choice == IMPARTIAL:
        return desk.words("I am impartial")
    return desk.words.name(Interest(choice))


def _confirm(desk: Desk, form: Form, mine: Queue, said: Mapping[str, str | None]) -> None:
    label = Message(
        N_("Confirm for {count} proposal"),
        {"count": len(mine.rows)},
        plural=N_("Confirm for all {count} proposals"),
    )
    if not form.save(drawn(desk, label)):
        return

    def act() -> None:
        interests = {
            id: None if choice == IMPARTIAL else Interest(choice)
            for id, choice in said.items()
            if choice is not None
        }
        declare(desk.database, mine.round.id, interests=interests, seen=form.seen, stamp=desk.stamp)

    if form.attempt(act):
        turn(N_("Your impartiality is confirmed."), habilitet=None)
