"""What a proposal lacks before the council can assess it."""

from collections.abc import Iterable

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.proposals.years import BACKWARDS, backwards


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
    if backwards(proposal.starts, proposal.ends):
        gaps.append(Unready(BACKWARDS, about="ends"))
    return tuple(gaps)
