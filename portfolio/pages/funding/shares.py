"""What the municipalities share: by which key, and what each of them carries."""

from collections.abc import Iterator, Sequence

import streamlit as st

from portfolio.messages import N_, Message
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.tables import Column, page_of, table
from portfolio.pages.desk.texts import drawn
from portfolio.pages.funding.figures import amount_columns
from portfolio.parties import label
from portfolio.people import Verb
from portfolio.reports.funding.project import FundedProject
from portfolio.reports.funding.shares import Part, SharedBy


def show(desk: Desk, answer: FundedProject) -> None:
    """Draw how the municipalities share what they give together, and what each of them carries."""
    words, id, key = desk.words, answer.proposal.id, answer.shared_by
    if key is None and not answer.joint and not desk.may(Verb.EDIT_FUNDING):
        return
    st.header(words("What the municipalities share"), anchor=False)
    if key is None:
        st.info(words("It is not said yet which municipalities share a joint contribution."))
    else:
        _keys(desk, answer.keys)
    if desk.may(Verb.EDIT_FUNDING):
        onward = words("Say who shares") if key is None else words("Change who shares")
        st.markdown(f"[{onward}](/finansiering?prosjekt={id}&nokkel)")
    if key is not None and answer.parts:
        _parts(desk, answer)
    elif key is not None:
        st.info(words("The municipalities give nothing together in these years."))


def _keys(desk: Desk, keys: Sequence[SharedBy]) -> None:
    """Draw the key, or each of several with what it applies to, the newest first."""
    newest, *older = keys
    who, *how = newest.told
    if older:
        st.markdown(
            desk.words(
                "What is paid stays as it was shared. What is not paid of a budget year is shared by the key that applies on its last day."
            )
        )
        st.markdown("\n".join(line for each in keys for line in _listed(desk, each)))
    else:
        st.markdown(drawn(desk, who))
        if newest.said:
            st.markdown(drawn(desk, newest.said.told))
        st.markdown("\n".join(_before(desk, newest)))
    for sentence in how:
        st.markdown(drawn(desk, sentence))


def _listed(desk: Desk, key: SharedBy) -> Iterator[str]:
    """Yield the lines of a list that tell what a key applies to, who shares and who said so, and what it said before."""
    said = (key.since, key.told[0], *([key.said.told] if key.said else []))
    yield f"- {' '.join(drawn(desk, each) for each in said)}"
    yield from (f"  {line}" for line in _before(desk, key))


def _before(desk: Desk, key: SharedBy) -> Iterator[str]:
    """Yield a line for each that a key has replaced."""
    for each in key.before:
        if each.said:
            facts = {"who_shares": each.told[0], "saying": each.said.told}
            yield f"- {drawn(desk, Message(N_('Replaced: {who_shares} {saying}'), facts))}"


def _parts(desk: Desk, answer: FundedProject) -> None:
    words = desk.words
    search = st.text_input(words("Find a municipality by name, number or county"), key="kommunesok")
    found = answer.found(search or "")
    if not found:
        st.info(words("No municipality that shares fits. Try fewer words, or the number."))
        return
    columns: list[Column[Part]] = [
        Column(words("Municipality"), text=lambda row: label(row.party)),
        Column(
            words("Inhabitants"),
            number=lambda row: "" if row.inhabitants is None else words.number(row.inhabitants),
        ),
    ]
    columns += amount_columns(desk, lambda row: row)
    table(desk, page_of(desk, found, key="kommuneside"), columns, alt=words("What each municipality carries"))
