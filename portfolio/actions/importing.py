"""Proposals from a workbook: first shown as what would change, then brought in whole or not at all."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.ledger import Place, Position, positions
from portfolio.given import Given
from portfolio.intake import ContributionIn, CostIn, ProposalIn, Upload, proposal_id
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.objections import Objection, raise_any
from portfolio.parties import Party
from portfolio.people import Stamp, Verb, allow
from portfolio.proposals import CostLine, Proposal, cost_line_id
from portfolio.store.database import Database, Reading

STAGES = (Stage.APPLIED, Stage.PROMISED, Stage.AGREED, Stage.PAID)


class DoesNotFit(Objection):
    """A row that does not fit what is stored."""


class Moved(Objection):
    """The stored data changed between the preview and the yes."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row that would change, from what to what."""

    where: str
    reference: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Plan:
    """What an upload would do, before anything is saved. `digest` seals it for the yes.

    `added` and `revised` are the records to write; `changes` is what people read; `faults` stop it all.
    """

    added: tuple[Given, ...] = ()
    revised: tuple[Given, ...] = ()
    changes: tuple[Change, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    faults: tuple[Objection, ...] = ()
    digest: str = field(default="")

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not self.added and not self.revised


def plan(reading: Reading, upload: Upload, *, on: date) -> Plan:
    """Return what the upload would add, change and leave alone, and every row that does not fit."""
    before = _Before(reading, upload)
    faults = [*before.strangers(), *before.uncovered()]
    added: list[Given] = list(before.new_parties())
    revised: list[Given] = []
    changes: list[Change] = []
    for row in upload.proposals:
        _plan_proposal(before, row, added, revised, changes)
    for cost in upload.costs:
        _plan_cost(before, cost, added, revised, changes)
    for place, rows in before.contributions().items():
        entries, moved = before.entries_for(place, rows, on=on)
        added += entries
        changes += moved
    new = [row.reference for row in upload.proposals if before.stored(row.reference) is None]
    touched = {change.reference for change in changes} - set(new)
    known = {row.reference for row in _rows(upload)}
    return Plan(
        added=tuple(added),
        revised=tuple(revised),
        changes=tuple(changes),
        new=tuple(new),
        changed=tuple(sorted(touched)),
        alike=tuple(sorted(known - touched - set(new))),
        faults=tuple(faults),
        digest=_seal([*added, *revised]),
    )


def bring_in(database: Database, upload: Upload, *, seen: str, on: date, stamp: Stamp) -> Plan:
    """Carry out the plan that the person has seen, all or nothing.

    Args:
        seen: the digest of the plan that was shown.

    Raises:
        Moved: the stored data has changed since, so the plan is another; look again.
        DoesNotFit: a row does not fit.
    """
    allow(stamp, Verb.IMPORT_PROPOSALS)
    with database.write(stamp) as writing:
        made = plan(writing, upload, on=on)
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
                writing.add(*records)
        for record in made.revised:
            writing.revise(record)
        writing.trace("import", f"import:{upload.digest[:16]}")
    return made


class _Before:
    """What is stored that the upload speaks of."""

    def __init__(self, reading: Reading, upload: Upload) -> None:
        self.upload = upload
        ids = {proposal_id(row.reference) for row in _rows(upload)}
        self._proposals = {each.reference: each for each in reading.all(Proposal)}
        self._costs = {each.id: each for each in reading.all(CostLine, proposal=ids)}
        entries = reading.all(Entry, proposal=ids)
        self._positions = {each.place: each for each in positions(entries)}
        self._entry_counts: dict[str, int] = {}
        for entry in entries:
            self._entry_counts[entry.proposal] = self._entry_counts.get(entry.proposal, 0) + 1
        self._parties = {each.id for each in reading.all(Party)}

    def stored(self, reference: str) -> Proposal | None:
        """Return the stored proposal people know by this reference."""
        return self._proposals.get(reference)

    def cost(self, id: str) -> CostLine | None:
        """Return the stored cost line."""
        return self._costs.get(id)

    def id_of(self, reference: str) -> str:
        """Return the id of a proposal, stored or on its way in."""
        known = self.stored(reference)
        return known.id if known else proposal_id(reference)

    def new_parties(self) -> Iterator[Party]:
        """Yield the bodies that are not in the register yet."""
        for each in self.upload.parties:
            if each.id not in self._parties:
                yield Party(id=each.id, kind=each.kind, name=each.name)

    def strangers(self) -> Iterator[Objection]:
        """Yield an objection for each row about a proposal that is neither stored nor in the upload."""
        known = self._proposals.keys() | {row.reference for row in self.upload.proposals}
        for row in _rows(self.upload):
            if row.reference not in known:
                yield DoesNotFit(
                    N_("No proposal has the reference {reference}. Add it to the sheet of proposals."),
                    about=row.where,
                    reference=row.reference,
                )

    def uncovered(self) -> Iterator[Objection]:
        """Yield an objection for each amount that has come further already than the row says."""
        for place, rows in self.contributions().items():
            now = self._positions.get(place)
            for stage in STAGES:
                said = Money(sum(_said(row, stage).ore for row in rows))
                if now and now.reached(stage) > said:
                    yield DoesNotFit(
                        N_(
                            "«{stage}» is {stored} already, more than the {said} in the row. Correct it in the ledger, or mend the row."
                        ),
                        about=rows[0].where,
                        stage=stage,
                        stored=now.reached(stage),
                        said=said,
                    )

    def contributions(self) -> Mapping[Place, list[ContributionIn]]:
        """Return the rows by project, party and year."""
        gathered: dict[Place, list[ContributionIn]] = {}
        for row in self.upload.contributions:
            place = Place(self.id_of(row.reference), row.party, row.year)
            gathered.setdefault(place, []).append(row)
        return gathered

    def entries_for(
        self, place: Place, rows: list[ContributionIn], *, on: date
    ) -> tuple[list[Entry], list[Change]]:
        """Return the entries that bring a place to what its rows say, and how that reads."""
        now = self._positions.get(place, Position(place, {}))
        target = {stage: Money(sum(_said(row, stage).ore for row in rows)) for stage in STAGES}
        entries, changes = [], []
        for stage, onward in zip(STAGES, (*STAGES[1:], None), strict=True):
            wanted = target[stage] - (target[onward] if onward else Money(0))
            missing = wanted - now.at.get(stage, Money(0))
            if stage is Stage.APPLIED:
                missing = missing - now.at.get(Stage.LAPSED, Money(0))
            if missing:
                entries.append(self._entry(place, stage, missing, rows[0].note, on=on))
            if target[stage] != now.reached(stage):
                changes.append(
                    Change(rows[0].where, rows[0].reference, stage, now.reached(stage), target[stage])
                )
        return entries, changes

    def _entry(self, place: Place, stage: Stage, amount: Money, note: str, *, on: date) -> Entry:
        number = self._entry_counts.get(place.proposal, 0) + 1
        self._entry_counts[place.proposal] = number
        return Entry(
            id=f"bidrag:{place.proposal}.{number}",
            proposal=place.proposal,
            party=place.party,
            year=place.year,
            stage=stage,
            amount=amount,
            on=on,
            note=note,
        )


def _rows(upload: Upload) -> tuple[ProposalIn | CostIn | ContributionIn, ...]:
    return (*upload.proposals, *upload.costs, *upload.contributions)


def _plan_proposal(
    before: _Before,
    row: ProposalIn,
    added: list[Given],
    revised: list[Given],
    changes: list[Change],
) -> None:
    fields = row.model_dump(exclude={"where"})
    stored = before.stored(row.reference)
    if stored is None:
        added.append(Proposal(id=proposal_id(row.reference), **fields))
        return
    differing = {key: value for key, value in fields.items() if getattr(stored, key) != value}
    if differing:
        revised.append(stored.model_copy(update=differing))
    changes += [
        Change(row.where, row.reference, key, getattr(stored, key), value) for key, value in differing.items()
    ]


def _plan_cost(
    before: _Before,
    row: CostIn,
    added: list[Given],
    revised: list[Given],
    changes: list[Change],
) -> None:
    proposal = before.id_of(row.reference)
    id = cost_line_id(proposal, row.year)
    stored = before.cost(id)
    if stored is None:
        added.append(CostLine(id=id, proposal=proposal, year=row.year, amount=row.amount, note=row.note))
        changes.append(Change(row.where, row.reference, "cost", Money(0), row.amount))
    elif (stored.amount, stored.note) != (row.amount, row.note):
        revised.append(stored.model_copy(update={"amount": row.amount, "note": row.note}))
        changes.append(Change(row.where, row.reference, "cost", stored.amount, row.amount))


def _said(row: ContributionIn, stage: Stage) -> Money:
    return {
        Stage.APPLIED: row.applied,
        Stage.PROMISED: row.promised,
        Stage.AGREED: row.agreed,
        Stage.PAID: row.paid,
    }[stage]


def _seal(records: Iterable[Given]) -> str:
    sealed = hashlib.sha256()
    for record in records:
        sealed.update(type(record).__name__.encode() + record.model_dump_json().encode())
    return sealed.hexdigest()
