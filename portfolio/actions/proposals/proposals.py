"""Putting proposals forward and keeping them up to date."""

from collections.abc import Mapping

from portfolio.actions.proposals.standing import cannot_stand
from portfolio.lookups.paid import let_undercut, undercut_of
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.objections import Objection, raise_any
from portfolio.people import Forbidden, Stamp
from portfolio.proposals.costs import CostLine, cost_line_id
from portfolio.proposals.keepers import CHANGED_BY, EDITS, may_change
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.store.database import Database
from portfolio.store.writing import Writer


class Taken(Objection):
    """A reference that another proposal has."""


def propose(database: Database, proposal: Proposal, *, costs: Mapping[int, Money], stamp: Stamp) -> Proposal:
    """Put forward a proposal with its cost per year, under the id of its reference, whatever id it comes with.

    Raises:
        Forbidden: the person may not, or may only for their own.
        Objection: a reference that is taken, or something that cannot stand in a proposal.
    """
    with database.write(stamp, *EDITS) as writer:
        _may_edit(writer, proposal)
        made = proposal.model_copy(update={"id": proposal_id(proposal.reference), "revision": 1})
        if writer.find(Proposal, made.id):
            raise _taken(proposal)
        _free(writer, made)
        raise_any([*cannot_stand(writer, made, costs)])
        writer.add(made)
        _keep_costs(writer, made.id, costs)
        writer.trace("propose", made.id)
    return made


def revise_proposal(
    database: Database,
    proposal: Proposal,
    *,
    costs: Mapping[int, Money],
    reason: str = "",
    stamp: Stamp,
) -> Proposal:
    """Change a proposal and its cost per year, seen at `proposal.revision`, and say why if one likes.

    Args:
        reason: why; it must be said where a cost is lowered below what is paid of it.

    Raises:
        Stale: somebody changed it in between; nothing is saved.
        Forbidden: the person may not.
        BelowPaid: a cost would be lowered below what is paid, and it is not said why.
        Objection: a reference that is taken, or something that cannot stand in a proposal.
    """
    with database.write(stamp, *EDITS) as writer:
        current = writer.get(Proposal, proposal.id)
        _may_edit(writer, current)
        _may_edit(writer, proposal)
        _free(writer, proposal)
        raise_any([*cannot_stand(writer, proposal, costs, before=current)])
        revised = writer.revise(proposal, always=True)
        let_undercut(undercut_of(writer, proposal.id, tuple(costs.items())), reason=reason)
        _keep_costs(writer, proposal.id, costs)
        writer.trace("revise_proposal", proposal.id, reason=reason)
    return revised


def _may_edit(writer: Writer, proposal: Proposal) -> None:
    if not may_change(writer.stamp.person, proposal):
        raise Forbidden(CHANGED_BY, about="owner_person")


def _free(writer: Writer, proposal: Proposal) -> None:
    """See that no other proposal has the reference, or one that cannot be told from it."""
    alike = (writer.find(Proposal, proposal_id(proposal.reference)),)
    if any(
        each and each.id != proposal.id
        for each in (*alike, *writer.all(Proposal, reference=proposal.reference))
    ):
        raise _taken(proposal)


def _taken(proposal: Proposal) -> Taken:
    return Taken(
        N_("The reference {reference} is taken. Choose another."),
        about="reference",
        reference=proposal.reference,
    )


def _keep_costs(writer: Writer, proposal: str, costs: Mapping[int, Money]) -> None:
    stored = {line.year: line for line in writer.all(CostLine, proposal=proposal)}
    for year in sorted(stored.keys() | costs.keys()):
        line, amount = stored.get(year), costs.get(year, Money(0))
        if line is None and amount:
            writer.add(CostLine(id=cost_line_id(proposal, year), proposal=proposal, year=year, amount=amount))
        elif line is not None and line.amount != amount:
            writer.revise(line.model_copy(update={"amount": amount}))
