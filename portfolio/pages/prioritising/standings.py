"""Why a proposal in a round gets no marks."""

from collections.abc import Mapping

from portfolio.messages import N_
from portfolio.prioritising.gates import Standing

WHY_NOT: Mapping[Standing, str] = {
    Standing.WAITING: N_("The secretariat has not checked it yet."),
    Standing.STOPPED: N_("It does not meet a must-have requirement."),
    Standing.STATUTORY: N_("It is statutory and cannot be chosen away."),
}
"""Why a proposal gets no marks, for every standing but the ready."""
