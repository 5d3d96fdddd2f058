"""What must always hold of the ledger, the shares and the keys."""

from collections.abc import Iterator

from portfolio.funding.days import shorts
from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import Stage
from portfolio.lookups.carrying import Carrying
from portfolio.messages import N_, Message
from portfolio.money import Money, total
from portfolio.parties import JOINT
from portfolio.reports.funding import divided
from portfolio.reports.funding.covering import covering
from portfolio.reports.funding.parties import carriers
from portfolio.reports.funding.reconciliation import reconcile
from portfolio.reports.invariants import Rule
from portfolio.store.reading import Reader


def _below_zero(reader: Reader) -> Iterator[Message]:
    """Yield each stage of a party, project and year at which less than nothing stands."""
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


def _onward_too_early(reader: Reader) -> Iterator[Message]:
    """Yield each stage of a party, project and year that an amount left on a day before it had come there."""
    for short in shorts(reader.all(Entry)):
        yield Message(
            N_("{proposal}, {party}, {year}: «{stage}» was {amount} on {day}"),
            {
                "proposal": short.place.proposal,
                "party": short.place.party,
                "year": str(short.place.year),
                "stage": short.stage,
                "amount": short.amount,
                "day": short.on,
            },
        )


def _unbalanced_moves(reader: Reader) -> Iterator[Message]:
    """Yield each move whose entries do not sum to nothing: what it takes is not what it gives."""
    sums: dict[str, int] = {}
    for entry in reader.all(Entry):
        if entry.move:
            sums[entry.move] = sums.get(entry.move, 0) + entry.amount.ore
    yield from (Message(N_("Move {id} does not balance"), {"id": id}) for id, left in sums.items() if left)


def _shares_that_differ(reader: Reader) -> Iterator[Message]:
    """Yield each joint contribution whose shares do not sum to it at every stage; none where some cannot be made."""
    carrying = Carrying(reader)
    if carrying.uncounted:
        return
    for position in positions(reader.all(Entry, party=JOINT)):
        split = carrying.split(position)
        if any(total(split[stage].values()) != position.reached(stage) for stage in Stage):
            yield Message(
                N_("{proposal}, {year}: the shares do not sum"),
                {"proposal": position.place.proposal, "year": str(position.place.year)},
            )


def _sums_that_differ(reader: Reader) -> Iterator[Message]:
    """Yield each place where the ledger, the parties and the projects come apart; none where a share cannot be made."""
    carrying = Carrying(reader)
    if carrying.uncounted:
        return
    yield from reconcile(
        positions(reader.all(Entry)),
        carrying,
        projects=covering(reader).rows,
        parties=carriers(reader),
    )


def _unknown_populations(reader: Reader) -> Iterator[Message]:
    """Yield each key that counts inhabitants, with municipalities whose inhabitants on its day are not known."""
    for proposal, count in Carrying(reader).uncounted.items():
        yield Message(N_("{proposal}: {count} have none"), {"proposal": proposal, "count": count})


RULES = (
    Rule(N_("No stage in the ledger is below zero"), _below_zero),
    Rule(N_("Every move in the ledger takes as much as it gives"), _unbalanced_moves),
    Rule(N_("The municipalities' shares sum to what they carry together"), _shares_that_differ),
    Rule(N_("Parties sum to the project, and years to the party"), _sums_that_differ),
    Rule(N_("Every municipality that shares has inhabitants on the day"), _unknown_populations),
    Rule(N_("No amount goes onward on a day before it came to where it stood"), _onward_too_early),
    *divided.RULES,
)
