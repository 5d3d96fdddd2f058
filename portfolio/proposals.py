"""Proposals for joint projects, their cost plan, and what keeps one from being assessed."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from portfolio.given import Given, Key, Line, OptionalLine, Paragraph
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.objections import Objection

Year = Annotated[int, Field(ge=2000, le=2100)]
"""A budget year."""


class Phase(StrEnum):
    """Where the project stands, after Prosjektveiviseren."""

    IDEA = "idea"
    CONCEPT = "concept"
    PLAN = "plan"
    CARRY_OUT = "carry_out"
    CLOSE = "close"
    REALISE = "realise"
    STOPPED = "stopped"


class Proposal(Given):
    """A joint project that somebody proposes or runs.

    `reference` is the number people use (`2026-014`); `goals` point at goals of the strategy;
    `statutory` names the law or order when the project is one that cannot be chosen away.
    """

    id: Key
    reference: Line
    title: Line
    summary: Paragraph = ""
    need: Paragraph = ""
    solution: Paragraph = ""
    zero_alternative: Paragraph = ""
    owner_party: Key
    owner_person: Key | None = None
    contact: OptionalLine = ""
    phase: Phase = Phase.IDEA
    statutory: OptionalLine = ""
    goals: tuple[Key, ...] = ()
    partners: tuple[Key, ...] = ()
    starts: Year | None = None
    ends: Year | None = None
    source: OptionalLine = ""
    example: bool = False
    revision: int = 1


class CostLine(Given):
    """What a proposal costs in a budget year, in current kroner without VAT."""

    id: Key
    proposal: Key
    year: Year
    amount: Money
    note: OptionalLine = ""
    revision: int = 1


def cost_line_id(proposal: str, year: int) -> str:
    """Return the stable id of a proposal's cost in a year."""
    return f"{proposal}.{year}"


class Unready(Objection):
    """Something a proposal lacks before it can be assessed."""


def unready(proposal: Proposal, costs: Iterable[CostLine]) -> tuple[Objection, ...]:
    """Return what a proposal lacks before the council can assess it, one objection a gap."""
    gaps = []
    if not proposal.summary:
        gaps.append(Unready(N_("Write a short summary of the proposal."), about="summary"))
    if not proposal.need:
        gaps.append(Unready(N_("Describe the need the proposal answers."), about="need"))
    if not proposal.goals:
        gaps.append(Unready(N_("Choose at least one goal of the strategy that it serves."), about="goals"))
    if not any(line.amount for line in costs):
        gaps.append(Unready(N_("Give the cost per year."), about="costs"))
    if proposal.starts and proposal.ends and proposal.ends < proposal.starts:
        gaps.append(Unready(N_("The last year is before the first."), about="ends"))
    return tuple(gaps)
