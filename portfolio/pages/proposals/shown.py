"""A proposal as it is read: every declared field that something stands in, one way of showing each kind."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from portfolio.catalogue.strategy import goals
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.texts import paragraphs, plain
from portfolio.proposals.fields import Field, Kind, named
from portfolio.proposals.proposal import FIELDS, Proposal

Names = Mapping[str, str]
"""What those that a proposal names are called, by id."""
Above = Callable[[str], object]
"""Draws what a longer text is called, above it."""


def filled(proposal: Proposal, *, but: Collection[str] = ()) -> tuple[Field, ...]:
    """Return the fields that a page shows of a proposal, in their order, but for those with these keys."""
    return tuple(each for each in FIELDS if each.page and each.key not in but and getattr(proposal, each.key))


def briefly(desk: Desk, proposal: Proposal, names: Names, among: Iterable[Field]) -> list[tuple[str, str]]:
    """Return the fields that are said on a line: what each is called, and what stands in it."""
    return [
        (desk.words(each.name), BRIEF[each.kind](desk, proposal, names, each))
        for each in among
        if each.kind in BRIEF
    ]


def at_length(desk: Desk, proposal: Proposal, among: Iterable[Field], *, head: Above) -> None:
    """Draw the fields that need room, each under its name."""
    for each in among:
        if each.kind in LONG:
            LONG[each.kind](desk, head, desk.words(each.name), getattr(proposal, each.key))


def _plainly(desk: Desk, proposal: Proposal, _: Names, field: Field) -> str:
    return desk.words.put(getattr(proposal, field.key))


def _called(_: Desk, proposal: Proposal, names: Names, field: Field) -> str:
    return ", ".join(names[id] for id in named(proposal, field) if id in names)


def _text(_: Desk, head: Above, label: str, text: str) -> None:
    head(label)
    paragraphs(text)


def _goals(desk: Desk, head: Above, label: str, keys: Sequence[str]) -> None:
    listed = [each for each in goals() if each.key in keys]
    if listed:
        head(label)
        st.markdown("\n".join(f"- {plain(desk.words.put(each.text))}" for each in listed))


BRIEF: Mapping[Kind, Callable[[Desk, Proposal, Names, Field], str]] = {
    Kind.LINE: _plainly,
    Kind.YEAR: _plainly,
    Kind.PHASE: _plainly,
    Kind.OWNER: _called,
    Kind.PERSON: _called,
    Kind.PARTIES: _called,
}
"""How what is said on a line is written."""
LONG: Mapping[Kind, Callable[[Desk, Above, str, Any], None]] = {Kind.PARAGRAPH: _text, Kind.GOALS: _goals}
"""How what needs room is drawn."""
