"""Benefits as owners keep them."""

from itertools import count

from portfolio.lookups.benefits import Background, background
from portfolio.messages import N_
from portfolio.objections import raise_any
from portfolio.people import Forbidden, Person, Stamp
from portfolio.periods import day_in_norway
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.changes import explained, fixed, made_unsound, unagreed, unexplained
from portfolio.realising.keepers import ADDED_BY, CHANGED_BY, EDITS, REPORTS, may_add, may_change
from portfolio.realising.promises import Unsound, unsound, unwhole
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Writer


def add_benefit(database: Database, benefit: Benefit, *, stamp: Stamp) -> Benefit:
    """Add a benefit under the next free number of its project, whatever id it comes with, and never as an example.

    Raises:
        Forbidden: the project is not the person's own, and they are not the secretariat.
        Missing: the project or the owner is not in the register.
        Unsound: something of it cannot be so.
    """
    with database.write(stamp, *EDITS) as writer:
        _check_adding(writer, benefit)
        raise_any(tuple(unwhole(benefit)))
        _check_owner(writer, benefit)
        raise_any(unsound(benefit, (), on=day_in_norway(stamp.at)))
        own = {"id": _free_id(writer, benefit.proposal), "revision": 1, "example": False}
        made = benefit.model_copy(update=own)
        writer.add(made)
        writer.trace("add_benefit", made.id)
    return made


def keep_benefit(database: Database, benefit: Benefit, *, reason: str = "", stamp: Stamp) -> Benefit:
    """Change a benefit as seen at `benefit.revision`; `reason` is why, where others are to understand it.

    Once something is reported or owed, what the benefit promises, to whom, by whom and how it is measured is moved by the
    project's owner or the secretariat, with a reason. Before that it is handed over with a reason by whoever may change it.

    Raises:
        Forbidden: it is not the person's own, or something is reported or owed, and they are not the secretariat.
        UnitInUse: the unit would change under readings.
        Unsound: something of it cannot be so, by itself or beside what is reported.
        Fixed: it would go to another project, or no longer be called what it is, an example.
        NoReason: it is moved once something is reported or owed, or handed over, and nobody says why.
        Missing: it is not there; `add_benefit` adds one. Or its owner is not in the register.
        Stale: somebody changed it in between.
    """
    with database.write(stamp, *EDITS) as writer:
        current = writer.get(Benefit, benefit.id)
        _check_changing(writer, current)
        if benefit.revision == current.revision:
            _check_change(writer, current, benefit, reason=reason)
        kept = writer.revise(benefit)
        writer.trace("keep_benefit", benefit.id, reason=reason)
    return kept


def _free_id(writer: Writer, proposal: str) -> str:
    stem = proposal.replace("prosjekt:", "gevinst:", 1)
    numbers = count(writer.count(Benefit, proposal=proposal) + 1)
    return next(id for id in (f"{stem}-{number}" for number in numbers) if not writer.find(Benefit, id))


def _check_adding(writer: Writer, benefit: Benefit) -> None:
    project = writer.find(Proposal, benefit.proposal)
    if project is None:
        raise Missing(N_("The project is not there. Choose one from the list."), about="proposal")
    if not may_add(writer.stamp.person, project):
        raise Forbidden(ADDED_BY, about="proposal")


def _check_changing(writer: Writer, benefit: Benefit) -> None:
    if not may_change(writer.stamp.person, benefit, writer.get(Proposal, benefit.proposal)):
        raise Forbidden(CHANGED_BY, about="owner")


def _check_change(writer: Writer, current: Benefit, benefit: Benefit, *, reason: str) -> None:
    """See that the benefit may become this, and that it is said why where others are to understand it."""
    raise_any((*fixed(current, benefit), *unwhole(benefit)))
    if current.owner != benefit.owner:
        _check_owner(writer, benefit)
    behind, on = background(writer, (current,)), day_in_norway(writer.stamp.at)
    readings, bound = behind.readings[current.id], behind.bound(current, on=on)
    raise_any(made_unsound(current, benefit, readings, on=on))
    if bound:
        _check_agreed(current, benefit, behind, by=writer.stamp.person)
    if explained(current, benefit, bound=bound):
        raise_any(tuple(unexplained(reason)))


def _check_agreed(current: Benefit, benefit: Benefit, behind: Background, *, by: Person) -> None:
    """See that what is held to is moved only by those who may."""
    readings, project = behind.readings[current.id], behind.project(current)
    owner = behind.names.get(project.owner_person or "", "")
    raise_any(tuple(unagreed(current, benefit, readings, by=by, project=project, owner=owner)))


def _check_owner(writer: Writer, benefit: Benefit) -> None:
    """See that the owner is somebody who may report on it."""
    owner = writer.find(Person, benefit.owner)
    if owner is None:
        raise Missing(N_("The owner is not in the register. Choose one from the list."), about="owner")
    if not any(map(owner.may, REPORTS)):
        said = N_("{who} may not report on benefits. Choose somebody from the list.")
        raise Unsound(said, about="owner", who=owner.name)
