"""What people call each field of a benefit and of what is measured."""

from collections.abc import Mapping

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.realising.benefits import Baseline, Benefit, Target
from portfolio.realising.readings import Reading
from portfolio.realising.releases import Release

LABELS: Mapping[type[Given], Mapping[str, str]] = {
    Benefit: {
        "proposal": N_("Project"),
        "title": N_("Title"),
        "description": N_("Description"),
        "kind": N_("Kind"),
        "beneficiary": N_("Who benefits"),
        "owner": N_("Benefit owner"),
        "unit": N_("Unit"),
        "indicator": N_("Indicator"),
        "baseline": N_("Baseline"),
        "target": N_("Target"),
        "rhythm": N_("How often"),
        "reported_from": N_("Reported from"),
        "source": N_("Source"),
        "example": N_("Example data (invented)"),
    },
    Baseline: {
        "value": N_("Value"),
        "on": N_("Measured on"),
        "method": N_("How it was measured"),
        "source": N_("Source"),
    },
    Target: {"value": N_("Value"), "on": N_("To be reached by")},
    Reading: {
        "benefit": N_("Benefit"),
        "first": N_("From"),
        "until": N_("Until"),
        "certainty": N_("How it is known"),
        "value": N_("Value"),
        "comment": N_("Comment"),
        "at": N_("Reported"),
        "by": N_("Reported by"),
        "corrects": N_("Corrects"),
    },
    Release: {"benefit": N_("Benefit"), "first": N_("From"), "until": N_("Until")},
}
"""The fields of each noun of the wing, and of the records inside them."""
