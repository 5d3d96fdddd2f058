"""The proposals: a list that can be searched and turned page by page."""

from dataclasses import dataclass

from portfolio.money import Money
from portfolio.parties import Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.search import fits
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """One proposal in the list."""

    id: str
    reference: str
    title: str
    owner: str
    phase: Phase
    cost: Money
    statutory: bool
    example: bool


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One page of the list: `count` is how many there are that fit, `pages` how many pages they fill."""

    rows: tuple[ProposalRow, ...]
    count: int
    page: int
    pages: int


def proposals(
    reader: Reader,
    *,
    search: str = "",
    phase: Phase | None = None,
    owner: str | None = None,
    page: int = 1,
    size: int = 25,
) -> ProposalPage:
    """Return one page of the proposals that fit, in order of reference.

    `search` looks for every word in the reference, title, summary and owner, in any letter case.
    """
    names = {each.id: each.name for each in reader.all(Party)}
    costs: dict[str, int] = {}
    for line in reader.all(CostLine):
        costs[line.proposal] = costs.get(line.proposal, 0) + line.amount.ore
    fitting = [
        each
        for each in sorted(reader.all(Proposal), key=lambda each: each.reference)
        if (phase is None or each.phase is phase)
        and (owner is None or each.owner_person == owner)
        and fits(f"{each.reference} {each.title} {each.summary} {names.get(each.owner_party, '')}", search)
    ]
    pages = max(1, -(-len(fitting) // size))
    shown = min(max(page, 1), pages)
    return ProposalPage(
        rows=tuple(
            ProposalRow(
                id=each.id,
                reference=each.reference,
                title=each.title,
                owner=names.get(each.owner_party, ""),
                phase=each.phase,
                cost=Money(costs.get(each.id, 0)),
                statutory=bool(each.statutory),
                example=each.example,
            )
            for each in fitting[(shown - 1) * size : shown * size]
        ),
        count=len(fitting),
        page=shown,
        pages=pages,
    )
