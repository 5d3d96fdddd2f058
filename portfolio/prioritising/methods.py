"""A method: what is judged, on which scale, how marks become points; published versions never change."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, NonNegativeInt, StringConstraints, model_validator

from portfolio.given import LANGUAGES, Given, InLanguages, Key, Line

MOST_DECIMALS = 4
"""Finer than this, points would only tell apart what whole marks by a handful of members cannot."""
LONGEST_SOURCE = 1000
"""Signs in a source: room for a few works with their addresses, and too little for the text itself."""


def _in_all(text: InLanguages) -> InLanguages:
    silent = [language for language in LANGUAGES if not text.in_(language).strip()]
    if silent:
        raise ValueError(f"the text is empty in {', '.join(silent)}")
    return text


Authored = Annotated[InLanguages, AfterValidator(_in_all)]
"""Authored text that is there in every language."""
Source = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_SOURCE)]
"""Where a rule comes from: who wrote it, when, and the address where there is one."""


class Step(Given):
    """One step of the scale for one criterion: the mark and the written anchor that goes with it.

    A high mark is always better. Where low is good, as for risk, the anchors say so.
    """

    mark: int
    anchor: Authored


class Criterion(Given):
    """One thing that is judged. `weight` is a whole number; the council owns it."""

    key: Key
    name: Authored
    question: Authored
    weight: NonNegativeInt
    steps: tuple[Step, ...]
    source: Source


class Gate(Given):
    """A requirement answered before any mark; where it `stops`, a no keeps the proposal out of the order."""

    key: Key
    name: Authored
    question: Authored
    stops: bool
    source: Source


class Band(Given):
    """A named range of published points, from `at_least` up to the next band."""

    key: Key
    name: Authored
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
    """A larger share of the council's answers is in, where «don't know» too is an answer."""
    OPINIONS = "opinions"
    """A larger share of the opinions that could be given is given; «don't know» is none."""


class Tie(Given):
    """What is looked at, in its turn, where points are equal; `criterion` is named where it is about one."""

    by: TieBreak
    criterion: Key | None = None


class Method(Given):
    """A versioned way of judging proposals. Marks outside the scale do not exist.

    `decimals` is how points are published: ranks and bands are made on published points, never finer. An
    assessment is in when a member has marked every criterion, or said «don't know» to it.
    """

    key: Key
    version: Annotated[str, Field(pattern=r"^\d+\.\d+$")]
    name: Authored
    purpose: Authored
    owner: Line
    source: Source
    lowest: int
    highest: int
    points: Annotated[WeightedMean | WeightedSum, Field(discriminator="kind")]
    decimals: Annotated[int, Field(ge=0, le=MOST_DECIMALS)]
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
        for fault in (
            *_unlike_keys(self),
            *_off_the_scale(self),
            *_unnamed_ties(self),
            *_crooked_bands(self),
        ):
            raise ValueError(fault)
        return self


def _unlike_keys(method: Method) -> Iterator[str]:
    if not _all_unlike([each.key for each in method.criteria]):
        yield "two criteria have the same key"
    if not _all_unlike([each.key for each in method.gates]):
        yield "two gates have the same key"


def _off_the_scale(method: Method) -> Iterator[str]:
    if method.highest <= method.lowest:
        yield "the scale needs at least two steps"
    if method.weight <= 0:
        yield "the weights sum to zero"
    scale = list(range(method.lowest, method.highest + 1))
    if any([step.mark for step in each.steps] != scale for each in method.criteria):
        yield "every criterion has an anchor for every step of the scale, in order"


def _unnamed_ties(method: Method) -> Iterator[str]:
    keys = {each.key for each in method.criteria}
    if any((tie.by is TieBreak.CRITERION) != (tie.criterion in keys) for tie in method.ties):
        yield "a tie-break by criterion names one of the criteria"


def _crooked_bands(method: Method) -> Iterator[str]:
    starts = [band.at_least for band in method.bands]
    if starts != sorted(set(starts)):
        yield "bands rise, each from a points level of its own"
    if any(start != round(start, method.decimals) for start in starts):
        yield "a band starts at points that can be published, with no more decimals than the method has"


def _all_unlike(keys: Sequence[str]) -> bool:
    return len(set(keys)) == len(keys)
