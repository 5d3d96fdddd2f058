"""What must always hold of every stored row: it answers to the trail."""

from collections.abc import Iterator, Mapping
from functools import cache, partial

from portfolio.messages import N_, Message
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.invariants import Rule
from portfolio.reports.labels import NOUNS
from portfolio.store import holding, sealing
from portfolio.store.reading import Reader
from portfolio.store.tables import TABLES

Details = Mapping[str, object]

NAMES: Mapping[str, str] = {TABLES[noun].name: name for noun, name in NOUNS.items()}
"""What a record of each table is called."""
SAID: Mapping[type[holding.Fault], str] = {
    holding.Unknown: N_("{noun} {id} stands there, but nobody has put it there"),
    holding.Gone: N_(
        "{noun} {id} is gone, though nobody has removed it. {who} left it there {when} (trace {number})"
    ),
    holding.Garbled: N_("{noun} {id}: what trace {number} kept of it cannot be read"),
    holding.Loose: N_("{noun} {id} has a salt that seals nothing"),
}
"""What is said of each fault, but for a row that differs: that is said field by field."""
LONGEST = 80
"""Signs that are shown of a value: so many that it is known again."""


def _rows(reader: Reader) -> Iterator[Message]:
    left, closed = cache(partial(_left, reader)), cache(partial(_closed, reader))
    for fault in holding.astray(reader.connection):
        about = {**_about(fault), **left(getattr(fault, "seq", None))}
        if not isinstance(fault, holding.Differs):
            yield Message(SAID[type(fault)], about)
        elif fault.table == "marks" and not closed(str(fault.told["round"])):
            yield Message(N_("{noun} {id} is not as {who} left it {when} (trace {number})"), about)
        else:
            yield from (_differing(about, field, pair) for field, pair in fault.fields.items())


def _versions(reader: Reader) -> Iterator[Message]:
    for fault in sealing.unsealed(reader.connection):
        if isinstance(fault, sealing.Altered):
            said = N_("{noun} {id}: what trace {number} kept of it has been changed since")
            yield Message(said, _about(fault))
        else:
            said = N_("Trace {number} sealed other versions than the {kept} that are kept of it")
            yield Message(said, {"number": fault.seq, "kept": fault.kept})


def _differing(about: Details, field: str, pair: tuple[object, object] | None) -> Message:
    if pair is None:
        said = N_(
            "{noun} {id}: «{field}», which is about a person, is not as {who} left it {when} (trace {number})"
        )
        return Message(said, {**about, "field": field})
    said = N_("{noun} {id}: «{field}» is «{now}», but was «{then}» as {who} left it {when} (trace {number})")
    return Message(said, {**about, "field": field, "now": _shown(pair[0]), "then": _shown(pair[1])})


def _about(fault: holding.Fault | sealing.Altered) -> Details:
    noun = Message(NAMES[fault.table]) if fault.table in NAMES else fault.table
    return {"noun": noun, "id": fault.id, "number": getattr(fault, "seq", None)}


def _closed(reader: Reader, id: str) -> bool:
    """Say whether a round is surely closed, by what the trail kept of it: until then its marks are told to nobody."""
    try:
        kept = reader.last_version(Round, id)
        return kept is not None and kept.record is not None and kept.record.phase is RoundPhase.CLOSED
    except Exception:  # what was kept may be what somebody has changed
        return False


def _left(reader: Reader, seq: int | None) -> Details:
    """Return who left a trace and when, as far as it can be read."""
    if seq is None:
        return {}
    try:
        (trace,) = reader.traces(before=seq + 1, most=1)
        who, when = reader.who_and_when(trace)
    except Exception:  # this is asked where something is wrong already
        return {"who": "–", "when": "–"}
    return {"who": who or "–", "when": when}


def _shown(value: object) -> str:
    told = "–" if value is None else str(value)
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…"


RULES = (
    Rule(N_("Every row is as the trail last left it"), _rows),
    Rule(N_("Every version is as its trace sealed it"), _versions),
)
"""What holds of every table at once."""
