"""A benefit: what gets better, for whom, measured how, from which baseline to which target."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from pydantic import model_validator

from portfolio.given import Given, Key, Line, OptionalLine, Paragraph


class BenefitKind(StrEnum):
    """Kinds that are never summed with each other."""

    BUDGET = "budget"
    AVOIDED_COST = "avoided_cost"
    FREED_TIME = "freed_time"
    QUALITY = "quality"
    DISBENEFIT = "disbenefit"


class Beneficiary(StrEnum):
    """Where the benefit arises."""

    OWN_ORGANISATION = "own_organisation"
    STATE = "state"
    MUNICIPALITIES = "municipalities"
    COUNTIES = "counties"
    CITIZENS = "citizens"
    BUSINESS = "business"


class Rhythm(StrEnum):
    """How often a value is reported."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class Baseline(Given):
    """The value before the project has effect: when it was measured, how, and where it comes from."""

    value: Decimal
    on: date
    method: OptionalLine
    source: OptionalLine


class Target(Given):
    """The value to reach, and when."""

    value: Decimal
    on: date


class Benefit(Given):
    """A benefit of a project. The target shows which way is forward; the unit is said here, once.

    A disbenefit is measured in how much there is of it, so that less is better whatever its target is.
    """

    id: Key
    proposal: Key
    title: Line
    description: Paragraph = ""
    kind: BenefitKind
    beneficiary: Beneficiary
    owner: Key
    unit: Line
    indicator: Line
    baseline: Baseline | None = None
    target: Target
    rhythm: Rhythm = Rhythm.QUARTERLY
    reported_from: date
    source: OptionalLine = ""
    example: bool = False
    revision: int = 1

    @property
    def kept_within(self) -> bool:
        """Whether the target is as much as there may be: a disbenefit that is not to be less than at the baseline."""
        if self.kind is not BenefitKind.DISBENEFIT or self.baseline is None:
            return False
        return self.target.value >= self.baseline.value

    @model_validator(mode="after")
    def _target_after_baseline(self) -> "Benefit":
        if self.baseline and self.target.on <= self.baseline.on:
            raise ValueError("the target date is after the baseline date")
        return self
