"""The benefits of the example, what was measured of them, and what they are let off."""

from collections.abc import Mapping
from datetime import date

from portfolio.catalogue.demo.files import LABELS, CsvRow, or_none, rows
from portfolio.periods import Period
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading
from portfolio.realising.releases import Release, release_of


def benefits() -> tuple[Benefit, ...]:
    """Return every benefit in the register."""
    return tuple(map(_benefit, rows("benefits")))


def readings() -> tuple[Reading, ...]:
    """Return every reading, with those that were corrected later."""
    return tuple(Reading.model_validate(or_none(row, "value", "corrects")) for row in rows("readings"))


def releases() -> tuple[Release, ...]:
    """Return what is let go of."""
    return tuple(map(_release, rows("releases")))


def reasons() -> Mapping[str, str]:
    """Return why each of it is let go of, by its id."""
    return {_release(row).id: row["reason"] for row in rows("releases")}


def _benefit(row: CsvRow) -> Benefit:
    flat = {key: value for key, value in row.items() if not key.startswith(("baseline_", "target_"))}
    baseline = _part(row, "baseline_")
    return Benefit.model_validate(
        flat | LABELS | {"baseline": baseline if baseline["value"] else None, "target": _part(row, "target_")}
    )


def _part(row: CsvRow, prefix: str) -> CsvRow:
    return {key.removeprefix(prefix): value for key, value in row.items() if key.startswith(prefix)}


def _release(row: CsvRow) -> Release:
    first = date.fromisoformat(row["first"])
    return release_of(row["benefit"], Period.holding(first, months=int(row["months"])))
