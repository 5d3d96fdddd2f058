"""How each project is covered in each year: what it costs, who has promised what, and what is lacking."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portfolio.funding.cover import Cover, cover
from portfolio.funding.ledger import Position
from portfolio.funding.stages import STAGES, Stage
from portfolio.money import Money, total
from portfolio.parties import Party, Side
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal


@dataclass(frozen=True, slots=True)
class ProjectYear:
    """How one project is covered in one year. `state`, `local` and `other` are what each side has promised.

    The shares are parts of what is promised, from 0 to 1, as near as a workbook holds them, and None where nothing
    is promised; `Sums` has them exact. Cost less promised is `lacking` where above zero, and `beyond` where below.
    """

    proposal: str
    reference: str
    title: str
    year: int
    cost: Money
    applied: Money
    state: Money
    local: Money
    other: Money
    promised: Money
    agreed: Money
    paid: Money
    state_share: float | None
    local_share: float | None
    lacking: Money
    beyond: Money


def project_years(
    proposals: Mapping[str, Proposal],
    parties: Mapping[str, Party],
    costs: Iterable[CostLine],
    stood: Iterable[Position],
) -> Iterator[ProjectYear]:
    """Yield each project in each year in which it costs or is given something."""
    cost: dict[tuple[str, int], Money] = {(line.proposal, line.year): line.amount for line in costs}
    given: dict[tuple[str, int], list[Position]] = defaultdict(list)
    for position in stood:
        given[position.place.proposal, position.place.year].append(position)
    for proposal, year in sorted(cost.keys() | given.keys()):
        own = given.get((proposal, year), [])
        covered = cover(
            cost.get((proposal, year), Money(0)),
            [(parties[each.place.party].side, each.reached(Stage.PROMISED)) for each in own],
        )
        yield _project_year(proposals[proposal], year, covered, own)


def _project_year(proposal: Proposal, year: int, covered: Cover, given: list[Position]) -> ProjectYear:
    state, local = covered.share_of(Side.STATE), covered.share_of(Side.LOCAL)
    return ProjectYear(
        proposal=proposal.id,
        reference=proposal.reference,
        title=proposal.title,
        year=year,
        cost=covered.cost,
        state=covered.by_side[Side.STATE],
        local=covered.by_side[Side.LOCAL],
        other=covered.by_side[Side.OTHER],
        state_share=None if state is None else float(state),
        local_share=None if local is None else float(local),
        lacking=covered.lacking,
        beyond=covered.beyond,
        **{stage: total(each.reached(stage) for each in given) for stage in STAGES},
    )
