"""What a proposal costs, budget year by budget year."""

from portfolio.given import Given, Key, OptionalLine
from portfolio.money import Money
from portfolio.periods import Year


class CostLine(Given):
    """What a proposal costs in a budget year, in current kroner without VAT."""

    id: Key
    proposal: Key
    year: Year
    amount: Money
    note: OptionalLine = ""
    revision: int = 1


def cost_line_id(proposal: str, year: int) -> str:
    """Return the stable id of a proposal's cost in a year."""
    return f"{proposal}.{year}"
