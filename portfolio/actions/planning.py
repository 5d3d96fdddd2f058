"""A plan in the making: what each row would add or change, held against what is stored."""

from collections import Counter
from datetime import date

from portfolio.actions.comparing import Stored, joined, lines, rows, said
from portfolio.actions.plans import COST, Change, Fresh, Plan
from portfolio.funding.ledger import Place
from portfolio.funding.stages import STAGES, Stage
from portfolio.given import Given
from portfolio.money import Money
from portfolio.parties import Party
from portfolio.proposals.costs import CostLine, cost_line_id
from portfolio.proposals.intake import ContributionIn, CostIn, ProposalIn
from portfolio.proposals.proposal import Proposal


class Planning:
    """Takes the rows one by one, and gathers what comes of them."""

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
            made = Proposal(id=self._stored.id_of(row.reference), **fields)
            self._added.append(made)
            for key, value in (fields | {"phase": made.phase}).items():
                self._change(row, key, None, value)
            return
        differing = {key: value for key, value in fields.items() if getattr(stored, key) != value}
        for key, value in differing.items():
            self._change(row, key, getattr(stored, key), value)
        if differing:
            self._revised[stored.id] = stored.model_copy(update=differing)

    def take_cost(self, row: CostIn) -> None:
        """Add the cost, or change it where the row differs."""
        stored = self._stored.cost(row.reference, row.year)
        amount = row.amount if row.amount is not None else stored.amount if stored else Money(0)
        note = row.note or (stored.note if stored else "")
        self._cost[row.reference] += amount.ore
        if stored is None:
            proposal = self._stored.id_of(row.reference)
            id = cost_line_id(proposal, row.year)
            self._added.append(
                CostLine(id=id, proposal=proposal, year=row.year, amount=amount, note=row.note)
            )
            self._change(row, COST, Money(0), amount, year=row.year)
        elif (stored.amount, stored.note) != (amount, note):
            self._revised[stored.id] = stored.model_copy(update={"amount": amount, "note": note})
            if stored.amount != amount:
                self._change(row, COST, stored.amount, amount, year=row.year)
            if stored.note != note:
                self._change(row, "note", stored.note, note, year=row.year)
        else:
            return
        self._guard(row.reference)

    def take_contributions(self, place: Place, contributions: list[ContributionIn]) -> None:
        """Add the ledger lines that bring a place to what its rows say."""
        first, now = contributions[0], self._stored.position(place)
        target, note = said(now, contributions), joined(each.note for each in contributions)
        self._applied[first.reference] += target[Stage.APPLIED].ore
        for together in lines(now, target):
            self._added += self._stored.entries(place, together, note=note, on=self._on)
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
