"""The proposals of the example, and what they cost."""

from portfolio.catalogue.demo.files import LABELS, CsvRow, Item, amount, items, rows
from portfolio.proposals.costs import CostLine, cost_line_id
from portfolio.proposals.proposal import Proposal, proposal_id


def proposals() -> tuple[Proposal, ...]:
    """Return every proposal, in order of reference."""
    return tuple(map(_proposal, items("proposals")))


def costs() -> tuple[CostLine, ...]:
    """Return what each proposal costs in each budget year."""
    return tuple(map(_cost, rows("costs")))


def _proposal(item: Item) -> Proposal:
    return Proposal.model_validate({"id": proposal_id(item["reference"])} | LABELS | item)


def _cost(row: CsvRow) -> CostLine:
    key = cost_line_id(row["proposal"], int(row["year"]))
    return CostLine.model_validate(row | {"id": key, "amount": amount(row)})
