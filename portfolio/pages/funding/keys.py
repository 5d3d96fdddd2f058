"""The sharing key: who shares a joint contribution, by which population, and what each of them carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import streamlit as st

from portfolio.actions.funding.keys import share_by
from portfolio.funding.keys import Sharing
from portfolio.lookups.choices import days_of_population, municipalities
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.filled import NotFilledIn
from portfolio.pages.desk.forms import Form
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import drawn, heading, plain
from portfolio.pages.desk.turning import turn
from portfolio.pages.funding.figures import written
from portfolio.parties import Party, label
from portfolio.people import Verb
from portfolio.reports.funding.project import FundedProject, Key, Part, funded_project
from portfolio.store.reading import Reader


class Who(StrEnum):
    """How those who share are named."""

    EVERYBODY = "everybody"
    COUNTIES = "counties"
    CHOSEN = "chosen"


NAMES = {
    Who.EVERYBODY: N_("All municipalities"),
    Who.COUNTIES: N_("All municipalities in some counties"),
    Who.CHOSEN: N_("Municipalities that I choose"),
}
DIFFERENT_NAMES = {"members": "chosen"}
"""Which of the form's fields an objection is about, where the key calls it something else."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The municipalities by number, their counties, and the days whose population is known."""

    municipalities: tuple[Party, ...]
    days: tuple[date, ...]

    @property
    def counties(self) -> list[str]:
        """The counties by name."""
        return sorted({each.county for each in self.municipalities})

    def members(self, who: Who | None, counties: Sequence[str], chosen: Sequence[str]) -> tuple[str, ...]:
        """Return those who share."""
        if who is Who.CHOSEN:
            return tuple(sorted(chosen))
        return tuple(
            each.id
            for each in self.municipalities
            if who is Who.EVERYBODY or (who is Who.COUNTIES and each.county in counties)
        )


def choices(reader: Reader) -> Choices:
    """Return what a key can be made of."""
    return Choices(municipalities(reader), days_of_population(reader))


def shares(desk: Desk, answer: FundedProject) -> None:
    """Draw how the municipalities share what they give together, and what each of them carries."""
    words, id, key = desk.words, answer.proposal.id, answer.key
    if key is None and not answer.joint and not desk.may(Verb.EDIT_FUNDING):
        return
    st.header(words("What the municipalities share"), anchor=False)
    if key is None:
        st.info(words("It is not said yet which municipalities share a joint contribution."))
    else:
        _rule(desk, key)
    if desk.may(Verb.EDIT_FUNDING):
        onward = words("Say who shares") if key is None else words("Change who shares")
        st.markdown(f"[{onward}](/finansiering?prosjekt={id}&nokkel)")
    if key is not None and answer.parts:
        _parts(desk, answer)
    elif key is not None:
        st.info(words("The municipalities give nothing together in these years."))


def _rule(desk: Desk, key: Key) -> None:
    words = desk.words
    facts = {
        "count": len(key.sharing.members),
        "inhabitants": words.number(key.inhabitants),
        "day": key.sharing.on,
    }
    text = (
        Message(
            N_("All {count} municipalities share, by their population on {day}: {inhabitants} in all."), facts
        )
        if key.everybody
        else Message(
            N_("{count} municipality shares, by its population on {day}: {inhabitants}."),
            facts,
            plural=N_("{count} municipalities share, by their population on {day}: {inhabitants} in all."),
        )
    )
    st.markdown(drawn(desk, text))
    st.markdown(
        words(
            "Each carries its part rounded down to whole øre. The øre left over go one by one to those with the largest remainder, and among equal remainders to the lowest municipality number. The parts always sum to the amount."
        )
    )


def _parts(desk: Desk, answer: FundedProject) -> None:
    words = desk.words
    search = st.text_input(words("Find a municipality by name, number or county"), key="kommunesok")
    found = answer.found(search or "")
    if not found:
        st.info(words("No municipality that shares fits. Try fewer words, or the number."))
        return
    columns: list[Column[Part]] = [
        Column(words("Municipality"), text=lambda row: label(row.party)),
        Column(words("Inhabitants"), number=lambda row: words.number(row.inhabitants)),
        Column(words("Applied for"), number=lambda row: written(desk, row.applied)),
        Column(words("Promised"), number=lambda row: written(desk, row.promised)),
        Column(words("Agreed"), number=lambda row: written(desk, row.agreed)),
        Column(words("Paid"), number=lambda row: written(desk, row.paid)),
    ]
    table(desk, page_of(desk, found, key="kommuneside"), columns, alt=words("What each municipality carries"))


def show(desk: Desk, project: str) -> None:
    """Draw the form for who shares and by the population of which day."""
    words, answer, offered = desk.words, desk.ask(funded_project, project), desk.ask(choices)
    key = answer.key
    st.markdown(f"[{words('Back to the project')}](/finansiering?prosjekt={project})")
    heading(
        desk,
        words("Who shares the joint contribution"),
        Message(N_("Project: {title}"), {"title": answer.proposal.title}),
    )
    if answer.joint:
        st.warning(
            words(
                "A change divides everything anew that the municipalities give together, also what is paid."
            )
        )
    form = Form(desk, f"nokkel.{project}", revision=key.sharing.revision if key else 0)
    who, members = _members(desk, form, offered, key)
    on = form.choice(
        "on",
        words("Population on (required)"),
        [day.isoformat() for day in offered.days],
        key.sharing.on.isoformat() if key else None,
        name=lambda day: words.day(date.fromisoformat(day)),
    )
    if members:
        st.caption(
            drawn(
                desk,
                Message(
                    N_("{count} municipality shares."),
                    {"count": len(members)},
                    plural=N_("{count} municipalities share."),
                ),
            )
        )
    form.give_up()
    if form.save(words("Save")) and form.attempt(
        lambda: _keep(desk, project, members, who, on, revision=form.seen)
    ):
        turn(N_("It is saved who shares."), nokkel=None)


def _members(desk: Desk, form: Form, offered: Choices, key: Key | None) -> tuple[Who | None, tuple[str, ...]]:
    words, named = desk.words, {each.id: each for each in offered.municipalities}
    begun = None if key is None else Who.EVERYBODY if key.everybody else Who.CHOSEN
    who = form.steps(
        "who", words("Who shares (required)"), list(Who), begun, name=lambda each: words(NAMES[each])
    )
    counties: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    if who is Who.COUNTIES:
        counties = form.several("counties", words("Counties (required)"), offered.counties, name=plain)
    elif who is Who.CHOSEN:
        chosen = form.several(
            "chosen",
            words("Municipalities (required)"),
            list(named),
            key.sharing.members if key else (),
            name=lambda each: plain(label(named[each])),
        )
    return who, offered.members(who, counties, chosen)


def _keep(
    desk: Desk, project: str, members: tuple[str, ...], who: Who | None, on: str | None, *, revision: int
) -> None:
    if not members:
        field = {Who.COUNTIES: "counties", Who.CHOSEN: "chosen"}.get(who or Who.EVERYBODY, "who")
        raise NotFilledIn(N_("Fill this in."), about=field)
    if on is None:
        raise NotFilledIn(N_("Fill this in."), about="on")
    sharing = Sharing(
        id=f"fordeling:{project}",
        proposal=project,
        on=date.fromisoformat(on),
        members=members,
        revision=revision,
    )
    try:
        share_by(desk.database, sharing, stamp=desk.stamp)
    except Objection as objection:
        objection.about = DIFFERENT_NAMES.get(objection.about, objection.about)
        raise
