"""A method: what is judged, on which scale, how marks become points; published versions never change."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, NonNegativeInt, StringConstraints, model_validator

from portfolio.given import LANGUAGES, Given, InLanguages, Key, Line


def _in_all(text: InLanguages) -> InLanguages:
    silent = [language for language in LANGUAGES if not text.in_(language).strip()]
    if silent:
        raise ValueError(f"the text is empty in {', '.join(silent)}")
    return text


Said = Annotated[InLanguages, AfterValidator(_in_all)]
"""Authored text that is there in every language."""
Source = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
"""Where a rule comes from: who wrote it, when, and the address where there is one."""


class Step(Given):
    """One step of the scale for one criterion: the mark and the written anchor that goes with it.

    A high mark is always better. Where low is good, as for risk, the anchors say so.
    """

    mark: int
    anchor: Said


class Criterion(Given):
    """One thing that is judged. `weight` is a whole number; the council owns it."""

    key: Key
    name: Said
    question: Said
    weight: NonNegativeInt
    steps: tuple[Step, ...]
    source: Source


class Gate(Given):
    """A requirement answered before any mark; where it `stops`, a no keeps the proposal out of the order."""

    key: Key
    name: Said
    question: Said
    stops: bool
    source: Source


class Band(Given):
    """A named range of published points, from `at_least` up to the next band."""

    key: Key
    name: Said
    at_least: Decimal


class WeightedMean(Given):
    """Points from 0 to 100: the weighted mean of the marks, stretched over the scale."""

    kind: Literal["weighted_mean"]


class WeightedSum(Given):
    """Points are the sum of mark times weight."""

    kind: Literal["weighted_sum"]


class TieBreak(StrEnum):
    """What settles equal points before a place is shared."""

    CRITERION = "criterion"
    """The better mean mark on a named criterion; without marks there, the mean of the other criteria."""
    COVERAGE = "coverage"
    """A larger share of the council's answers is in."""


class Tie(Given):
    """One step of the tie-break; `criterion` is named where the step is about one."""

    by: TieBreak
    criterion: Key | None = None


class Method(Given):
    """A versioned way of judging proposals. Marks outside the scale do not exist.

    `decimals` is how points are published: ranks and bands are made on published points, never finer. An
    assessment is in when a member has marked every criterion, or said «don't know» to it.
    """

    key: Key
    version: Annotated[str, Field(pattern=r"^\d+\.\d+$")]
    name: Said
    purpose: Said
    owner: Line
    source: Source
    lowest: int
    highest: int
    points: Annotated[WeightedMean | WeightedSum, Field(discriminator="kind")]
    decimals: Annotated[int, Field(ge=0, le=4)]
    statutory_outside: bool
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    gates: tuple[Gate, ...]
    ties: tuple[Tie, ...]
    bands: tuple[Band, ...] = ()

    @property
    def id(self) -> str:
        """The method and its version in one word, as rounds point at it."""
        return f"{self.key}/{self.version}"

    @property
    def weight(self) -> int:
        """The sum of all weights."""
        return sum(each.weight for each in self.criteria)

    def criterion(self, key: str) -> Criterion:
        """Return the criterion with this key."""
        return next(each for each in self.criteria if each.key == key)

    @model_validator(mode="after")
    def _hangs_together(self) -> "Method":
        keys = [each.key for each in self.criteria]
        gates = [each.key for each in self.gates]
        scale = list(range(self.lowest, self.highest + 1))
        faults = [
            (self.highest <= self.lowest, "the scale needs at least two steps"),
            (len(set(keys)) != len(keys), "two criteria have the same key"),
            (len(set(gates)) != len(gates), "two gates have the same key"),
            (self.weight <= 0, "the weights sum to zero"),
            (
                any([step.mark for step in each.steps] != scale for each in self.criteria),
                "every criterion has an anchor for every step of the scale, in order",
            ),
            (
                any((tie.by is TieBreak.CRITERION) != (tie.criterion in keys) for tie in self.ties),
                "a tie-break by criterion names one of the criteria",
            ),
            (
                [band.at_least for band in self.bands] != sorted({band.at_least for band in self.bands}),
                "bands rise, each from a points level of its own",
            ),
            (
                any(band.at_least != round(band.at_least, self.decimals) for band in self.bands),
                "a band starts at points that can be published, with no more decimals than the method has",
            ),
        ]
        for wrong, sentence in faults:
            if wrong:
                raise ValueError(sentence)
        return self
