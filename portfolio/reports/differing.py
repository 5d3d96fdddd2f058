"""What differs between two versions of a record, field by field, in the reader's words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from portfolio.given import Given
from portfolio.messages import N_, Message
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.labels import LABELS
from portfolio.reports.naming import ERASED, Naming
from portfolio.reports.passages import passages
from portfolio.reports.telling import in_parts, told
from portfolio.store.reading import Reader
from portfolio.store.versions import Version

OPEN: Mapping[str, str] = MappingProxyType({})
"""The seals of a version that tells all that it ever told."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two versions tell differently: what it is called, what stood there, and what stands there now.

    `was` and `now` are as `words` puts them: names for ids, money, days, choices, a tuple of what is in a list; of a
    long text only where it differs. `added` and `taken` are what was put into a list and what was taken out of it.
    """

    label: Message
    was: object
    now: object
    added: tuple[object, ...] = ()
    taken: tuple[object, ...] = ()

    @property
    def said(self) -> Message:
        """The difference in a sentence."""
        facts = {"field": self.label, "was": _quoted(self.was), "now": _quoted(self.now)}
        lists = {"added": self.added, "taken": self.taken}
        return Message(_SAID[bool(self.added), bool(self.taken)], facts | lists)

    @property
    def alone(self) -> Message:
        """What stands there now, in a sentence, for a record that was not there before."""
        return Message(N_("{field}: {now}"), {"field": self.label, "now": self.now})


_SAID: Mapping[tuple[bool, bool], str] = {
    (False, False): N_("{field}: from {was} to {now}"),
    (True, False): N_("{field}: {added} put in"),
    (False, True): N_("{field}: {taken} taken out"),
    (True, True): N_("{field}: {added} put in, {taken} taken out"),
}


def _quoted(value: object) -> object:
    """Return a text within marks, so that it shows where it begins and ends."""
    return Message(N_("«{text}»"), {"text": value}) if type(value) is str else value


def differences(
    reader: Reader, was: Given | None, now: Given | None, *, naming: Naming | None = None
) -> tuple[Difference, ...]:
    """Return every field in which two records of a noun differ; of one that is new or gone, all that it tells.

    Of a mark, what was given is told once its round is surely closed, and whose it is never.
    """
    return tuple(_Compared(reader, was, now, naming=naming).differences())


def between(
    reader: Reader, was: Version[Any] | None, now: Version[Any] | None, *, naming: Naming | None = None
) -> tuple[Difference, ...]:
    """Return every field in which two versions of a record differ, with what is erased of a person said as erased."""
    seals = (was.sealed if was else OPEN, now.sealed if now else OPEN)
    records = (was.record if was else None, now.record if now else None)
    return tuple(_Compared(reader, *records, seals=seals, naming=naming).differences())


def kept_back(reader: Reader, record: Given) -> tuple[str, ...]:
    """Return the fields that are not told, whoever asks: whose a mark is, and until its round is closed all it says."""
    if not isinstance(record, Mark):
        return ()
    if surely_closed(reader, record.round):
        return ("member",)
    return tuple(field for field in LABELS[Mark] if field not in ("round", "proposal", "criterion"))


def surely_closed(reader: Reader, round_: str) -> bool:
    """Say whether a round is closed, by what the trail kept of it: until then its marks are told to nobody."""
    try:
        kept = reader.last_version(Round, round_)
        return kept is not None and kept.record is not None and kept.record.phase is RoundPhase.CLOSED
    except Exception:  # what was kept may be what somebody has changed
        return False


class _Compared:
    """Two versions side by side; `seals` are of what each no longer tells of a person."""

    def __init__(
        self,
        reader: Reader,
        was: Given | None,
        now: Given | None,
        *,
        seals: tuple[Mapping[str, str], Mapping[str, str]] = (OPEN, OPEN),
        naming: Naming | None = None,
    ) -> None:
        self._reader, self._was, self._now, self._seals = reader, was, now, seals
        self._naming = naming or Naming(reader)
        self._one = now or was
        self._back = kept_back(reader, self._one) if self._one else ()

    def differences(self) -> Iterator[Difference]:
        """Yield the fields that differ, in the order in which they are called something."""
        for field, label in LABELS[type(self._one)].items() if self._one else ():
            if field not in self._back:
                yield from self._field(field, Message(label))

    def _field(self, field: str, label: Message) -> Iterator[Difference]:
        was, now = getattr(self._was, field, None), getattr(self._now, field, None)
        seals = [each.get(field) for each in self._seals]
        if any(seals):
            yield from self._erased(field, label, seals)
        elif was != now and not (_idle(was) and _idle(now)):
            yield from self._differing(field, label, was, now)

    def _erased(self, field: str, label: Message, seals: list[str | None]) -> Iterator[Difference]:
        if seals[0] != seals[1]:
            was, now = (
                ERASED if seal else told(self._naming, record, field)
                for seal, record in zip(seals, (self._was, self._now), strict=True)
            )
            yield Difference(label, was, now)

    def _differing(self, field: str, label: Message, was: object, now: object) -> Iterator[Difference]:
        if in_parts(was, now):
            yield from self._inside(label, was, now)
            return
        before, after = (told(self._naming, record, field) for record in (self._was, self._now))
        if isinstance(was, tuple) and isinstance(now, tuple):
            yield _lists(label, before, after)
        elif type(before) is type(after) is str:
            yield Difference(label, *passages(before, after))
        else:
            yield Difference(label, before, after)

    def _inside(self, label: Message, was: Any, now: Any) -> Iterator[Difference]:
        """Yield what differs in a record inside this one."""
        for each in _Compared(self._reader, was, now, naming=self._naming).differences():
            yield replace(each, label=Message(N_("{field}, {part}"), {"field": label, "part": each.label}))


def _lists(label: Message, was: object, now: object) -> Difference:
    """Return how a list differs: what was put in and taken out, or only another order."""
    before, after = (each if isinstance(each, tuple) else () for each in (was, now))
    added = tuple(each for each in after if each not in before)
    taken = tuple(each for each in before if each not in after)
    return Difference(label, was, now, added, taken)


def _idle(value: object) -> bool:
    """Say whether a value tells nothing where the record it stands in is new or gone."""
    return value is None or value is False or value in ("", ())
