"""What one trace changed: the versions it made and those before them, or what it tells itself if it is older."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portfolio.given import Given
from portfolio.reports.differing import Difference, between, differences
from portfolio.reports.naming import Naming
from portfolio.store.reading import Reader
from portfolio.store.tables import TABLES
from portfolio.store.trail import Trace
from portfolio.store.versions import Version


@dataclass(frozen=True, slots=True)
class Step:
    """One record taken from one version to the next; `was` is None where it is new, `now` where it was removed."""

    noun: type[Given]
    id: str
    was: Given | None
    now: Given | None
    versions: tuple[Version[Any] | None, Version[Any] | None] | None = None

    @property
    def record(self) -> Given | None:
        """The record as it became, or as it was before it was removed."""
        return self.now or self.was

    def differences(self, reader: Reader, *, naming: Naming) -> tuple[Difference, ...]:
        """Return what became other in it."""
        if self.versions:
            return between(reader, *self.versions, naming=naming)
        return differences(reader, self.was, self.now, naming=naming)


def step_of(reader: Reader, noun: type[Given], id: str, *, seq: int) -> Step:
    """Return how a trace that made a version of a record changed it."""
    known = [each for each in reader.versions(noun, id) if each.seq <= seq]
    was, now = (known[-2] if len(known) > 1 else None), known[-1]
    return Step(noun, id, was.record if was else None, now.record, (was, now))


def told_then(reader: Reader, trace: Trace) -> tuple[Step, ...]:
    """Return what a trace from before versions were kept tells of each row; of many new ones it only has the count."""
    return tuple(_steps(reader, json.loads(trace.changes)))


def _steps(reader: Reader, changes: list[Mapping[str, Any]]) -> Iterator[Step]:
    nouns = {table.name: noun for noun, table in TABLES.items()}
    for change in changes:
        noun = nouns.get(str(change.get("table")))
        if noun is None:
            continue
        try:
            yield _step(reader, noun, change)
        except ValueError:  # it told of fields that a record no longer has, or of values they no longer take
            continue


def _step(reader: Reader, noun: type[Given], change: Mapping[str, Any]) -> Step:
    id = str(change["id"])
    if "added" in change:
        return Step(noun, id, None, noun.model_validate(change["added"]))
    stands = reader.find(noun, id) if "id" in noun.model_fields else None
    if stands is None:
        raise ValueError(id)
    if change.get("removed"):
        return Step(noun, id, stands, None)
    base = stands.model_dump(mode="json")
    turned = {key: value for key, value in change.items() if isinstance(value, list)}
    was, now = (base | {key: value[at] for key, value in turned.items()} for at in (0, 1))
    return Step(noun, id, noun.model_validate(was), noun.model_validate(now))
