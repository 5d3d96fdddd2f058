"""Every invariant of the stored data, checked: what must always hold, and what does not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portfolio.funding.contributions import Entry, Stage
from portfolio.funding.keys import Sharing
from portfolio.funding.ledger import positions
from portfolio.lookups.carried import Register
from portfolio.lookups.judging import UnknownMethod, method_of
from portfolio.messages import N_, Message
from portfolio.money import Money, total
from portfolio.parties import JOINT, Population
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.marks import Mark, off_scale
from portfolio.prioritising.rounds import Round
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading, standing
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.parties import carriers
from portfolio.store import trail
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold, and each place where it does not."""

    name: Message
    faults: tuple[Message, ...]

    @property
    def holds(self) -> bool:
        """Whether it holds everywhere."""
        return not self.faults


def check(reader: Reader) -> tuple[Check, ...]:
    """Return every check of the stored data."""
    checks: tuple[tuple[str, Callable[[Reader], Iterator[Message]]], ...] = (
        (N_("The trail is whole: nobody has changed what was written"), _trail),
        (N_("No stage in the ledger is below zero"), _ledger),
        (N_("Every move in the ledger takes as much as it gives"), _moves),
        (N_("The municipalities' shares sum to what they carry together"), _shares),
        (N_("Parties sum to the project, and years to the party"), _sums),
        (N_("No cost is below zero"), _costs),
        (N_("Every round points at a method and at proposals that are there"), _rounds),
        (N_("Every mark is on the scale, and from a member who is impartial"), _marks),
        (N_("A period has one reading that holds"), _readings),
        (N_("Every municipality that shares has inhabitants on the day"), _populations),
    )
    return tuple(Check(Message(name), tuple(find(reader))) for name, find in checks)


def _trail(reader: Reader) -> Iterator[Message]:
    broken = trail.broken_at(reader.connection)
    if broken is not None:
        yield Message(N_("The chain breaks at trace {number}"), {"number": broken})


def _ledger(reader: Reader) -> Iterator[Message]:
    for position in positions(reader.all(Entry)):
        for stage in Stage:
            if position.at.get(stage, Money(0)) < Money(0):
                yield Message(
                    N_("{proposal}, {party}, {year}: «{stage}» is {amount}"),
                    {
                        "proposal": position.place.proposal,
                        "party": position.place.party,
                        "year": str(position.place.year),
                        "stage": stage,
                        "amount": position.at[stage],
                    },
                )


def _moves(reader: Reader) -> Iterator[Message]:
    sums: dict[str, int] = {}
    for entry in reader.all(Entry):
        if entry.move:
            sums[entry.move] = sums.get(entry.move, 0) + entry.amount.ore
    yield from (Message(N_("Move {id} does not balance"), {"id": id}) for id, left in sums.items() if left)


def _shares(reader: Reader) -> Iterator[Message]:
    register = Register(reader)
    for position in positions(reader.all(Entry, party=JOINT)):
        place, parts = position.place, register.split(position)["promised"]
        if total(parts.values()) != position.reached(Stage.PROMISED):
            yield Message(
                N_("{proposal}, {year}: the shares do not sum"),
                {"proposal": place.proposal, "year": str(place.year)},
            )


def _sums(reader: Reader) -> Iterator[Message]:
    parties, projects = carriers(reader), covering(reader).rows
    ledger = positions(reader.all(Entry))
    for name, stage in (("applied", Stage.APPLIED), ("promised", Stage.PROMISED), ("paid", Stage.PAID)):
        from_ledger = total(position.reached(stage) for position in ledger)
        by_party = total(getattr(row, name) for row in parties)
        by_project = total(getattr(row, name) for row in projects)
        if not from_ledger == by_party == by_project:
            yield Message(
                N_("{stage}: the ledger has {ledger}, the parties {parties}, the projects {projects}"),
                {
                    "stage": stage,
                    "ledger": from_ledger,
                    "parties": by_party,
                    "projects": by_project,
                },
            )


def _costs(reader: Reader) -> Iterator[Message]:
    for line in reader.all(CostLine):
        if line.amount < Money(0):
            yield Message(N_("{id}: {amount}"), {"id": line.id, "amount": line.amount})


def _rounds(reader: Reader) -> Iterator[Message]:
    known = {each.id for each in reader.all(Proposal)}
    for round_ in reader.all(Round):
        try:
            method_of(round_)
        except UnknownMethod as unknown:
            yield unknown.message
        for lost in set(round_.proposals) - known:
            yield Message(N_("{round} points at {id}"), {"round": round_.id, "id": lost})


def _marks(reader: Reader) -> Iterator[Message]:
    aside = {
        (word.round, word.proposal, word.member)
        for word in reader.all(Impartiality)
        if word.interest is not None
    }
    for round_ in reader.all(Round):
        method = method_of(round_)
        for mark in reader.all(Mark, round=round_.id):
            off = off_scale(method, {mark.criterion: mark.mark})
            if off or (mark.round, mark.proposal, mark.member) in aside:
                yield Message(N_("Mark {id}"), {"id": mark.id})


def _readings(reader: Reader) -> Iterator[Message]:
    readings: dict[str, list[Reading]] = {}
    for reading in reader.all(Reading):
        readings.setdefault(reading.benefit, []).append(reading)
    for benefit in reader.all(Benefit):
        holding = standing(readings.get(benefit.id, []))
        if len({each.period for each in holding}) != len(holding):
            yield Message(N_("Benefit {id} has a period with two"), {"id": benefit.id})


def _populations(reader: Reader) -> Iterator[Message]:
    known = {(each.party, each.on) for each in reader.all(Population)}
    for sharing in reader.all(Sharing):
        lost = [member for member in sharing.members if (member, sharing.on) not in known]
        if lost:
            yield Message(
                N_("{proposal}: {count} have none"),
                {"proposal": sharing.proposal, "count": len(lost)},
            )
