"""What people call each field of a proposal and of what it costs."""

from collections.abc import Mapping

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import FIELDS, Proposal

LABELS: Mapping[type[Given], Mapping[str, str]] = {
    Proposal: {each.key: each.name for each in FIELDS} | {"example": N_("Example data (invented)")},
    CostLine: {
        "proposal": N_("Proposal"),
        "year": N_("Year"),
        "amount": N_("Amount"),
        "note": N_("Note"),
    },
}
"""The fields of each noun of the wing; those of a proposal as they are declared."""
