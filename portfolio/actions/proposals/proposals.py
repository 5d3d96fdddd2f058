"""Putting proposals forward and keeping them up to date."""

from collections.abc import Mapping

from portfolio.messages import N_
from portfolio.money import Money
from portfolio.objections import Objection, raise_any
from portfolio.parties import Party
from portfolio.people import Forbidden, Person, Stamp, allow
from portfolio.proposals.costs import CostLine, cost_line_id
from portfolio.proposals.fields import Kind, named
from portfolio.proposals.keepers import CHANGED_BY, EDITS, may_change
from portfolio.proposals.proposal import FIELDS, Proposal
from portfolio.proposals.years import BACKWARDS, backwards
from portfolio.store.database import Database
from portfolio.store.writing import Writer


class Taken(Objection):
    """A reference that another proposal has."""


class CannotStand(Objection):
    """Something in a proposal's own words or figures that cannot stand."""


def propose(database: Database, proposal: Proposal, *, costs: Mapping[int, Money], stamp: Stamp) -> Proposal:
    """Put forward a proposal with its cost per year.

    Raises:
        Forbidden: the person may not, or may only for their own.
        Objection: a reference that is taken, years the wrong way, a cost below zero.
    """
    _may_edit(proposal, stamp)
    with database.write(stamp) as writer:
        if writer.find(Proposal, proposal.id):
            raise _taken(proposal)
        _free(writer, proposal)
        raise_any([*_wrong(proposal, costs), *_unknown(writer, proposal)])
        writer.add(proposal)
        _keep_costs(writer, proposal.id, costs)
        writer.trace("propose", proposal.id)
    return proposal


def revise_proposal(
    database: Database, proposal: Proposal, *, costs: Mapping[int, Money], stamp: Stamp
) -> Proposal:
    """Change a proposal and its cost per year, seen at `proposal.revision`.

    Raises:
        Stale: somebody changed it in between; nothing is saved.
        Forbidden: the person may not.
        Objection: a reference that is taken, years the wrong way, a cost below zero.
    """
    with database.write(stamp) as writer:
        current = writer.get(Proposal, proposal.id)
        _may_edit(current, stamp)
        _may_edit(proposal, stamp)
        _free(writer, proposal)
        raise_any([*_wrong(proposal, costs), *_unknown(writer, proposal)])
        revised = writer.revise(proposal, always=True)
        _keep_costs(writer, proposal.id, costs)
        writer.trace("revise_proposal", proposal.id)
    return revised


def _may_edit(proposal: Proposal, stamp: Stamp) -> None:
    allow(stamp, *EDITS)
    if not may_change(stamp.person, proposal):
        raise Forbidden(CHANGED_BY, about="owner_person")


def _free(writer: Writer, proposal: Proposal) -> None:
    """See that no other proposal has the reference."""
    if any(each.id != proposal.id for each in writer.all(Proposal, reference=proposal.reference)):
        raise _taken(proposal)


def _taken(proposal: Proposal) -> Taken:
    return Taken(
        N_("The reference {reference} is taken. Choose another."),
        about="reference",
        reference=proposal.reference,
    )


def _wrong(proposal: Proposal, costs: Mapping[int, Money]) -> list[Objection]:
    wrong: list[Objection] = []
    if backwards(proposal.starts, proposal.ends):
        wrong.append(CannotStand(BACKWARDS, about="ends"))
    wrong += [
        CannotStand(N_("A cost cannot be below zero."), about=f"cost.{year}")
        for year, amount in costs.items()
        if amount < Money(0)
    ]
    return wrong


def _unknown(writer: Writer, proposal: Proposal) -> list[Objection]:
    """Return an objection for each body and person that is not in the register."""
    listed = [(field, id) for field in FIELDS for id in named(proposal, field)]
    parties = {each.id for each in writer.all(Party, id=[id for _, id in listed])}
    people = {each.id for each in writer.all(Person, id=[id for _, id in listed])}
    return [
        CannotStand(N_("«{id}» is not in the register. Choose from the list."), about=field.key, id=id)
        for field, id in listed
        if id not in (people if field.kind is Kind.PERSON else parties)
    ]


def _keep_costs(writer: Writer, proposal: str, costs: Mapping[int, Money]) -> None:
    stored = {line.year: line for line in writer.all(CostLine, proposal=proposal)}
    for year in sorted(stored.keys() | costs.keys()):
        line, amount = stored.get(year), costs.get(year, Money(0))
        if line is None and amount:
            writer.add(CostLine(id=cost_line_id(proposal, year), proposal=proposal, year=year, amount=amount))
        elif line is not None and line.amount != amount:
            writer.revise(line.model_copy(update={"amount": amount}))
