"""Where a proposal in a round stands: why it gets no marks, and what has become of it since."""

from collections.abc import Mapping

from portfolio.messages import N_
from portfolio.pages.desk.desk import Desk
from portfolio.prioritising.gates import Standing
from portfolio.proposals.proposal import Phase

WHY_NOT: Mapping[Standing, str] = {
    Standing.WAITING: N_("The secretariat has not checked it yet."),
    Standing.STOPPED: N_("It does not meet a must-have requirement."),
    Standing.STATUTORY: N_("It is statutory and cannot be chosen away."),
}
"""Why a proposal gets no marks, for every standing but the ready."""


def stands_now(desk: Desk, phase: Phase) -> str:
    """Return where a proposal stands now, whatever it was when it was judged."""
    return desk.words("Now: {phase}", phase=phase)
