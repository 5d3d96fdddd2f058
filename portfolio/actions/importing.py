"""Proposals from a workbook: first shown as what would change, then brought in whole or not at all."""

from dataclasses import replace
from datetime import date

from portfolio.actions.comparing import Stored, misfits
from portfolio.actions.funding.divisions import divide_paid
from portfolio.actions.planning import Planning
from portfolio.actions.plans import Plan
from portfolio.funding.ledger import Entry
from portfolio.lookups.beyond import Beyond, beyond
from portfolio.lookups.imports import IMPORT
from portfolio.lookups.paid import Undercut, let_undercut, undercut
from portfolio.messages import N_
from portfolio.objections import Objection, raise_any
from portfolio.parties import Party
from portfolio.people import Stamp, Verb
from portfolio.proposals.costs import CostLine
from portfolio.proposals.intake import Upload
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.reading import Reader


class Moved(Objection):
    """The stored data changed between the preview and the yes."""


def plan(reader: Reader, upload: Upload, *, on: date) -> Plan:
    """Return what the upload would add, change and leave alone, and every row that does not fit.

    What the workbook does not say, in an empty cell or a row that is not there, stays as it is.
    """
    stored = Stored(reader, upload)
    faults = tuple(misfits(stored))
    if faults:
        return Plan(faults=faults)
    planning = Planning(stored, on)
    for row in upload.proposals:
        planning.take_proposal(row)
    for cost in upload.costs:
        planning.take_cost(cost)
    for place, contributions in stored.contributions().items():
        planning.take_contributions(place, contributions)
    made = planning.finished()
    return replace(made, asks=_asks(reader, made), beyond=_beyond(reader, made))


def bring_in(
    database: Database, upload: Upload, *, seen: str, on: date, reason: str = "", stamp: Stamp
) -> Plan:
    """Carry out the plan that the person has seen, all or nothing.

    Args:
        seen: the digest of the plan that was shown.
        reason: why; it must be said where a cost is lowered below what is paid of it.

    Raises:
        BelowPaid: a cost would be lowered below what is paid, and it is not said why.
        Moved: the stored data has changed since, so the plan is another; look again.
        DoesNotFit: a row does not fit.
    """
    with database.write(stamp, Verb.IMPORT_PROPOSALS) as writer:
        made = plan(writer, upload, on=on)
        raise_any(made.faults)
        if made.digest != seen:
            raise Moved(
                N_("The stored data changed after you looked. Look through the list again, then say yes.")
            )
        if made.empty:
            return made
        let_undercut(made.asks, reason=reason)
        for noun in (Party, Proposal, CostLine, Entry):
            records = [record for record in made.added if isinstance(record, noun)]
            if records:
                writer.add(*records)
        divide_paid(writer, *(each for each in made.added if isinstance(each, Entry)))
        for record in made.revised:
            writer.revise(record, always=True)
        writer.trace(IMPORT, f"{IMPORT}:{upload.digest[:16]}", reason=reason)
    return made


def _asks(reader: Reader, made: Plan) -> tuple[Undercut, ...]:
    lowered = [each for each in made.revised if isinstance(each, CostLine)]
    coming = [each for each in made.added if isinstance(each, Entry)]
    return undercut(reader, {(each.proposal, each.year): each.amount for each in lowered}, coming=coming)


def _beyond(reader: Reader, made: Plan) -> tuple[Beyond, ...]:
    kept = (*made.added, *made.revised)
    coming = [each for each in made.added if isinstance(each, Entry)]
    references = {each.id: each.reference for each in made.added if isinstance(each, Proposal)}
    found = beyond(reader, coming, costs=[each for each in kept if isinstance(each, CostLine)])
    return tuple(replace(each, reference=references.get(each.reference, each.reference)) for each in found)
