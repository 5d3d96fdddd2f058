"""Benefits as owners keep them."""

from itertools import count

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import Forbidden, Person, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.keepers import ADDED_BY, CHANGED_BY, EDITS, may_add, may_change
from portfolio.realising.readings import Reading
from portfolio.store.database import Database
from portfolio.store.writing import Writer


class UnitInUse(Objection):
    """A unit that cannot change, since readings are given in it."""


def add_benefit(database: Database, benefit: Benefit, *, stamp: Stamp) -> Benefit:
    """Add a benefit under the next free number of its project, whatever id it comes with, and never as an example.

    Raises:
        Forbidden: the project is not the person's own, and they are not the secretariat.
        Missing: the owner is not in the register.
    """
    with database.write(stamp, *EDITS) as writer:
        _check_adding(writer, benefit)
        writer.get(Person, benefit.owner)
        own = {"id": _free_id(writer, benefit.proposal), "revision": 1, "example": False}
        made = benefit.model_copy(update=own)
        writer.add(made)
        writer.trace("add_benefit", made.id)
    return made


def keep_benefit(database: Database, benefit: Benefit, *, stamp: Stamp) -> Benefit:
    """Change a benefit as seen at `benefit.revision`.

    Raises:
        Forbidden: it is not the person's own, and they are not the secretariat.
        UnitInUse: the unit would change under readings.
        Missing: it is not there; `add_benefit` adds one. Or its owner is not in the register.
        Stale: somebody changed it in between.
    """
    with database.write(stamp, *EDITS) as writer:
        current = writer.get(Benefit, benefit.id)
        _check_changing(writer, current)
        writer.get(Person, benefit.owner)
        readings = writer.all(Reading, benefit=benefit.id)
        if readings and current.unit != benefit.unit:
            raise UnitInUse(
                N_("{count} readings are given in «{unit}». Make a new benefit for the new unit."),
                about="unit",
                count=len(readings),
                unit=current.unit,
            )
        kept = writer.revise(benefit)
        writer.trace("keep_benefit", benefit.id)
    return kept


def _free_id(writer: Writer, proposal: str) -> str:
    stem = proposal.replace("prosjekt:", "gevinst:", 1)
    numbers = count(writer.count(Benefit, proposal=proposal) + 1)
    return next(id for id in (f"{stem}-{number}" for number in numbers) if not writer.find(Benefit, id))


def _check_adding(writer: Writer, benefit: Benefit) -> None:
    if not may_add(writer.stamp.person, writer.get(Proposal, benefit.proposal)):
        raise Forbidden(ADDED_BY, about="proposal")


def _check_changing(writer: Writer, benefit: Benefit) -> None:
    if not may_change(writer.stamp.person, benefit, writer.get(Proposal, benefit.proposal)):
        raise Forbidden(CHANGED_BY, about="owner")
