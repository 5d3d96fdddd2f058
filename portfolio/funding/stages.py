"""The stages that an amount comes through, and where it may go from each."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise


class Stage(StrEnum):
    """How far an amount has come. Every krone stands at exactly one stage."""

    APPLIED = "applied"
    PROMISED = "promised"
    AGREED = "agreed"
    PAID = "paid"
    LAPSED = "lapsed"


STAGES = (Stage.APPLIED, Stage.PROMISED, Stage.AGREED, Stage.PAID)
"""The way of an amount, one step at a time. At each it may lapse instead, until it is paid."""

BEGINS = (Stage.APPLIED, Stage.PROMISED)
"""Where a new contribution may begin: somebody asks for it, or somebody promises it unasked. All else is reached from there."""

REACHED: Mapping[Stage, tuple[Stage, ...]] = {
    **{stage: STAGES[at:] for at, stage in enumerate(STAGES)},
    Stage.APPLIED: (*STAGES, Stage.LAPSED),
    Stage.LAPSED: (Stage.LAPSED,),
}
"""Where the money stands that has come at least this far: what is paid is also applied for, promised and agreed.

What has lapsed stays applied for, since what somebody once asked for does not change by what came of it.
"""

ONWARD: Mapping[Stage, tuple[Stage, ...]] = {
    **{stage: (following, Stage.LAPSED) for stage, following in pairwise(STAGES)},
    Stage.PAID: (),
    Stage.LAPSED: (),
}
"""Where an amount may go from here."""
