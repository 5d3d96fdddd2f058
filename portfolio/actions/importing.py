"""Proposals from a workbook: first shown as what would change, then brought in whole or not at all."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from portfolio.actions.comparing import STAGES, DoesNotFit, Stored, misfits, rows, said, steps
from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.ledger import Place
from portfolio.given import Given
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.objections import Objection, raise_any
from portfolio.parties import Party
from portfolio.people import Stamp, Verb, allow
from portfolio.proposals.costs import CostLine, cost_line_id
from portfolio.proposals.intake import ContributionIn, CostIn, ProposalIn, Upload
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from portfolio.store.reading import Reader

__all__ = ["Change", "DoesNotFit", "Fresh", "Moved", "Plan", "bring_in", "plan"]


class Moved(Objection):
    """The stored data changed between the preview and the yes."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row that would change, from what to what; an amount is of a year, and of a party if any."""

    where: str
    reference: str
    field: str
    before: object
    after: object
    year: int | None = None
    party: str = ""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A proposal that is not stored yet, with what its rows say that it costs and is applied for in all."""

    where: str
    reference: str
    title: str
    owner_party: str
    cost: Money
    applied: Money


@dataclass(frozen=True, slots=True)
class Plan:
    """What an upload would do, before anything is saved. `digest` seals it for the yes.

    `added` and `revised` are the records to write; `fresh` and `changes` are what people read; `faults` stop
    it all. `new`, `changed` and `alike` are the references of the proposals.
    """

    added: tuple[Given, ...] = ()
    revised: tuple[Given, ...] = ()
    changes: tuple[Change, ...] = ()
    new: tuple[str, ...] = ()
    fresh: tuple[Fresh, ...] = ()
    changed: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    faults: tuple[Objection, ...] = ()
    digest: str = field(default="")

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not self.added and not self.revised


def plan(reader: Reader, upload: Upload, *, on: date) -> Plan:
    """Return what the upload would add, change and leave alone, and every row that does not fit.

    What the workbook does not say, in an empty cell or a row that is not there, stays as it is.
    """
    stored = Stored(reader, upload)
    faults = tuple(misfits(stored))
    if faults:
        return Plan(faults=faults)
    draft = _Draft(stored, on)
    for row in upload.proposals:
        draft.take_proposal(row)
    for cost in upload.costs:
        draft.take_cost(cost)
    for place, contributions in stored.contributions().items():
        draft.take_contributions(place, contributions)
    return draft.finished()


def bring_in(database: Database, upload: Upload, *, seen: str, on: date, stamp: Stamp) -> Plan:
    """Carry out the plan that the person has seen, all or nothing.

    Args:
        seen: the digest of the plan that was shown.

    Raises:
        Moved: the stored data has changed since, so the plan is another; look again.
        DoesNotFit: a row does not fit.
    """
    allow(stamp, Verb.IMPORT_PROPOSALS)
    with database.write(stamp) as writer:
        made = plan(writer, upload, on=on)
        raise_any(made.faults)
        if made.digest != seen:
            raise Moved(
                N_("The stored data changed after you looked. Look through the list again, then say yes.")
            )
        if made.empty:
            return made
        for noun in (Party, Proposal, CostLine, Entry):
            records = [record for record in made.added if isinstance(record, noun)]
            if records:
                writer.add(*records)
        for record in made.revised:
            writer.revise(record, always=True)
        writer.trace("import", f"import:{upload.digest[:16]}")
    return made


class _Draft:
    """A plan in the making."""

    def __init__(self, stored: Stored, on: date) -> None:
        self._stored, self._on = stored, on
        self._parties = [
            Party(id=each.id, kind=each.kind, name=each.name)
            for each in stored.upload.parties
            if each.id not in stored.parties
        ]
        self._added: list[Given] = []
        self._revised: dict[str, Proposal | CostLine] = {}
        self._changes: list[Change] = []
        self._cost: Counter[str] = Counter()
        self._applied: Counter[str] = Counter()

    def take_proposal(self, row: ProposalIn) -> None:
        """Add the proposal, or change each field in which the row differs; an empty cell changes nothing."""
        dumped = row.model_dump(exclude={"where"})
        fields = {key: value for key, value in dumped.items() if value not in (None, "", ())}
        stored = self._stored.proposal(row.reference)
        if stored is None:
            self._added.append(Proposal(id=self._stored.id_of(row.reference), **fields))
            return
        differing = {key: value for key, value in fields.items() if getattr(stored, key) != value}
        for key, value in differing.items():
            self._change(row, key, getattr(stored, key), value)
        if differing:
            self._revised[stored.id] = stored.model_copy(update=differing)

    def take_cost(self, row: CostIn) -> None:
        """Add the cost, or change it where the row differs."""
        self._cost[row.reference] += row.amount.ore
        stored = self._stored.cost(row.reference, row.year)
        note = row.note or (stored.note if stored else "")
        if stored is None:
            proposal = self._stored.id_of(row.reference)
            id = cost_line_id(proposal, row.year)
            self._added.append(
                CostLine(id=id, proposal=proposal, year=row.year, amount=row.amount, note=row.note)
            )
            self._change(row, "cost", Money(0), row.amount, year=row.year)
        elif (stored.amount, stored.note) != (row.amount, note):
            self._revised[stored.id] = stored.model_copy(update={"amount": row.amount, "note": note})
            if stored.amount != row.amount:
                self._change(row, "cost", stored.amount, row.amount, year=row.year)
            if stored.note != note:
                self._change(row, "note", stored.note, note, year=row.year)
        else:
            return
        self._guard(row.reference)

    def take_contributions(self, place: Place, contributions: list[ContributionIn]) -> None:
        """Add the ledger lines that bring a place to what its rows say."""
        first, target, now = contributions[0], said(contributions), self._stored.position(place)
        self._applied[first.reference] += target[Stage.APPLIED].ore
        for step in steps(now, target):
            self._added += self._stored.entries(place, step, note=first.note, on=self._on)
        for stage in STAGES:
            if target[stage] != now.reached(stage):
                self._change(
                    first, stage, now.reached(stage), target[stage], year=place.year, party=place.party
                )

    def finished(self) -> Plan:
        """Return the plan."""
        upload, stored = self._stored.upload, self._stored
        added, revised = (*self._parties, *self._added), tuple(self._revised.values())
        unknown = [row for row in upload.proposals if stored.proposal(row.reference) is None]
        new = tuple(row.reference for row in unknown)
        touched = {change.reference for change in self._changes} - set(new)
        known = {row.reference for row in rows(upload)}
        return Plan(
            added=added,
            revised=revised,
            changes=tuple(self._changes),
            new=new,
            fresh=tuple(map(self._fresh, unknown)),
            changed=tuple(sorted(touched)),
            alike=tuple(sorted(known - touched - set(new))),
            digest=_seal([*added, *revised]),
        )

    def _fresh(self, row: ProposalIn) -> Fresh:
        return Fresh(
            where=row.where,
            reference=row.reference,
            title=row.title,
            owner_party=row.owner_party,
            cost=Money(self._cost[row.reference]),
            applied=Money(self._applied[row.reference]),
        )

    def _change(
        self,
        row: ProposalIn | CostIn | ContributionIn,
        what: str,
        before: object,
        after: object,
        *,
        year: int | None = None,
        party: str = "",
    ) -> None:
        self._changes.append(Change(row.where, row.reference, what, before, after, year, party))

    def _guard(self, reference: str) -> None:
        """Give the proposal a new revision, so that whoever is changing its costs meanwhile is told."""
        stored = self._stored.proposal(reference)
        if stored is not None:
            self._revised.setdefault(stored.id, stored)


def _seal(records: Iterable[Given]) -> str:
    sealed = hashlib.sha256()
    for record in records:
        sealed.update(type(record).__name__.encode() + record.model_dump_json().encode())
    return sealed.hexdigest()
