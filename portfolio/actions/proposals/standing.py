"""Whether all that a proposal says can stand: its years, its costs, and whoever and whatever it names."""

from collections.abc import Iterator, Mapping

from portfolio.catalogue.strategy import goals
from portfolio.given import WORDLESS, wordless
from portfolio.messages import N_
from portfolio.money import Money, too_large
from portfolio.objections import Objection
from portfolio.parties import JOINT, Party
from portfolio.people import Person
from portfolio.periods import FIRST_YEAR, LAST_YEAR
from portfolio.proposals.fields import Kind, named
from portfolio.proposals.proposal import FIELDS, Proposal
from portfolio.proposals.years import BACKWARDS, backwards
from portfolio.store.reading import Reader


class CannotStand(Objection):
    """Something in a proposal that cannot stand."""


def cannot_stand(
    reader: Reader, proposal: Proposal, costs: Mapping[int, Money], *, before: Proposal | None = None
) -> Iterator[Objection]:
    """Yield what cannot stand in a proposal and its costs, by its field; an owner who has left may stay its owner."""
    if backwards(proposal.starts, proposal.ends):
        yield CannotStand(BACKWARDS, about="ends")
    for field in ("reference", "title"):
        said = getattr(proposal, field)
        if wordless(said) and said != getattr(before, field, None):
            yield CannotStand(WORDLESS, about=field)
    yield from _costs(costs)
    yield from _unknown(reader, proposal)
    yield from _goals(proposal)
    yield from _owner(reader, proposal, before)


def _costs(costs: Mapping[int, Money]) -> Iterator[Objection]:
    for year, amount in costs.items():
        yield from too_large(amount, about=f"cost.{year}")
        if amount < Money(0):
            yield CannotStand(N_("A cost cannot be below zero."), about=f"cost.{year}")
        if not FIRST_YEAR <= year <= LAST_YEAR:
            yield CannotStand(
                N_("{year} is not a budget year. Choose one from {first} to {last}."),
                about=f"cost.{year}",
                year=year,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )


def _unknown(reader: Reader, proposal: Proposal) -> Iterator[Objection]:
    """Yield each body and person that is not in the register, and the municipalities where one body is meant."""
    listed = [(field, id) for field in FIELDS for id in named(proposal, field)]
    parties = {each.id for each in reader.all(Party, id=[id for _, id in listed])} - {JOINT}
    people = {each.id for each in reader.all(Person, id=[id for _, id in listed])}
    for field, id in listed:
        if id not in (people if field.kind is Kind.PERSON else parties):
            said = N_("«{id}» is not in the register. Choose from the list.")
            yield CannotStand(said, about=field.key, id=id)


def _goals(proposal: Proposal) -> Iterator[Objection]:
    for key in sorted(set(proposal.goals) - {each.key for each in goals()}):
        yield CannotStand(
            N_("«{id}» is no goal of the strategy. Choose from the list."), about="goals", id=key
        )


def _owner(reader: Reader, proposal: Proposal, before: Proposal | None) -> Iterator[Objection]:
    """Yield that somebody is made owner who may no longer come in."""
    stays = before is not None and before.owner_person == proposal.owner_person
    owner = None if stays or not proposal.owner_person else reader.find(Person, proposal.owner_person)
    if owner and not owner.active:
        said = N_("{name} may no longer come in. Choose another owner.")
        yield CannotStand(said, about="owner_person", name=owner.name)
