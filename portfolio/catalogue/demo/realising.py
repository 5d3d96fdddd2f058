"""The benefits of the example, and what was measured of them."""

from portfolio.catalogue.demo.files import LABELS, CsvRow, or_none, rows
from portfolio.realising.benefits import Benefit
from portfolio.realising.readings import Reading


def benefits() -> tuple[Benefit, ...]:
    """Return every benefit in the register."""
    return tuple(map(_benefit, rows("benefits")))


def readings() -> tuple[Reading, ...]:
    """Return every reading, with those that were corrected later."""
    return tuple(Reading.model_validate(or_none(row, "value", "corrects")) for row in rows("readings"))


def _benefit(row: CsvRow) -> Benefit:
    flat = {key: value for key, value in row.items() if not key.startswith(("baseline_", "target_"))}
    baseline = _part(row, "baseline_")
    return Benefit.model_validate(
        flat | LABELS | {"baseline": baseline if baseline["value"] else None, "target": _part(row, "target_")}
    )


def _part(row: CsvRow, prefix: str) -> CsvRow:
    return {key.removeprefix(prefix): value for key, value in row.items() if key.startswith(prefix)}
