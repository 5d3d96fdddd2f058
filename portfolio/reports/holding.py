"""What must always hold of every stored row: it answers to the trail."""

from collections.abc import Iterator, Mapping
from functools import cache, partial

from portfolio.given import Given
from portfolio.messages import N_, Message
from portfolio.parties import Population
from portfolio.people import Person
from portfolio.prioritising.marks import Mark
from portfolio.reports.differing import Difference, differences, surely_closed
from portfolio.reports.invariants import Rule
from portfolio.reports.labels import LABELS, NOUNS
from portfolio.reports.naming import Naming
from portfolio.store import holding, sealing
from portfolio.store.reading import Reader
from portfolio.store.tables import TABLES
from portfolio.store.versions import identity

Details = Mapping[str, object]

NAMES: Mapping[str, str] = {TABLES[noun].name: name for noun, name in NOUNS.items()}
"""What a record of each table is called."""
NOUN_OF: Mapping[str, type[Given]] = {TABLES[noun].name: noun for noun in NOUNS}
"""Which noun each table keeps."""
MARKS = TABLES[Mark].name
SAID: Mapping[type[holding.Fault], str] = {
    holding.Unknown: N_("{record} stands there, but nobody has put it there"),
    holding.Gone: N_(
        "{record} is gone, though nobody has removed it. {who} left it there {when} (trace {number})"
    ),
    holding.Garbled: N_("{record}: what trace {number} kept of it cannot be read"),
    holding.Loose: N_("{record} has a salt that seals nothing"),
}
"""What is said of each fault, but for a row that differs: that is said field by field."""
DIFFERS = N_("{record}: «{field}» is «{now}», but was «{then}» as {who} left it {when} (trace {number})")
"""What is said of a field that is not as somebody left it."""
LISTED = N_("{record}: {difference}, since {who} left it {when} (trace {number})")
"""What is said of a list that is not as somebody left it."""
OF_A_MARK = N_("{record}: «{field}» is «{now}», but was «{then}» as it was left {when}")
"""What is said of a mark of a closed round: never with who gave it."""
ABOUT_A_PERSON = N_(
    "{record}: «{field}», which is about a person, is not as {who} left it {when} (trace {number})"
)
"""What is said of a field that is about a person, whose content is never told."""
LONGEST = 80
"""Signs that are shown of a value: so many that it is known again."""


def _rows(reader: Reader) -> Iterator[Message]:
    left, naming = cache(partial(_left, reader)), Naming(reader)
    closed = cache(partial(surely_closed, reader))
    for fault in holding.astray(reader.connection):
        stood = _stood(reader, fault)
        about = {**_about(fault, naming, stood), **left(getattr(fault, "seq", None))}
        if not isinstance(fault, holding.Differs):
            yield Message(SAID[type(fault)], about)
        elif fault.table == MARKS and not closed(str(fault.told["round"])):
            yield Message(N_("{record} is not as {who} left it {when} (trace {number})"), about)
        else:
            yield from _differing(reader, naming, fault, stood, about)


def _versions(reader: Reader) -> Iterator[Message]:
    naming = Naming(reader)
    for fault in sealing.unsealed(reader.connection):
        if isinstance(fault, sealing.Altered):
            said = N_("{record}: what trace {number} kept of it has been changed since")
            yield Message(said, _about(fault, naming, None))
        else:
            said = N_("Trace {number} sealed other versions than the {kept} that are kept of it")
            yield Message(said, {"number": fault.seq, "kept": fault.kept})


def _differing(
    reader: Reader, naming: Naming, fault: holding.Differs, stood: Given | None, about: Details
) -> Iterator[Message]:
    """Yield each field that is not as it was left, in the words of people as far as it can be understood."""
    stands = _understood(reader, fault)
    said = OF_A_MARK if fault.table == MARKS else DIFFERS
    for field, pair in fault.fields.items():
        called = _called(fault.table, field)
        if pair is None:
            yield Message(ABOUT_A_PERSON, {**about, "field": called})
            continue
        told = _told(reader, naming, field, stood, stands)
        for each in told or (Difference(called, _raw(pair[1]), _raw(pair[0])),):
            if each.added or each.taken:
                yield Message(LISTED, {**about, "difference": each.said})
                continue
            facts = {"field": each.label, "now": _brief(each.now), "then": _brief(each.was)}
            yield Message(said, {**about, **facts})


def _told(
    reader: Reader, naming: Naming, field: str, stood: Given | None, stands: Given | None
) -> tuple[Difference, ...]:
    """Return how one field differs, in words; nothing where what stands there cannot be understood."""
    if stood is None or stands is None:
        return ()
    try:
        turned = stood.model_copy(update={field: getattr(stands, field)})
        return differences(reader, stood, turned, naming=naming)
    except Exception:  # a name that is to be told may be what somebody has put there
        return ()


def _stood(reader: Reader, fault: holding.Fault) -> Given | None:
    """Return the record as its last version tells it, if it can be read."""
    noun = NOUN_OF.get(fault.table)
    try:
        kept = reader.last_version(noun, fault.id) if noun else None
        return kept.record if kept else None
    except Exception:  # what was kept may be what somebody has changed
        return None


def _understood(reader: Reader, fault: holding.Fault) -> Given | None:
    """Return the record as it stands, if it can be understood."""
    noun = NOUN_OF.get(fault.table)
    key = {"party": fault.id.rpartition(".")[0]} if noun is Population else {"id": fault.id}
    try:
        found = reader.all(noun, **key) if noun else ()
        return next((each for each in found if identity(each) == fault.id), None)
    except Exception:  # there is no telling what somebody has put there
        return None


def _about(fault: holding.Fault | sealing.Altered, naming: Naming, stood: Given | None) -> Details:
    """Return what is said of a record: what it is, what it is called as it was left, and what it is known by."""
    facts: dict[str, object] = {"noun": fault.table, "id": fault.id}
    if fault.table in NAMES:
        facts["noun"] = Message(NAMES[fault.table])
    record = Message(N_("{noun} {id}"), facts)
    name = None if stood is None or isinstance(stood, Person | Mark) else _named(naming, stood)
    if name is not None:
        record = Message(N_("{noun} {name} ({id})"), {**facts, "name": name})
    return {"record": record, "number": getattr(fault, "seq", None)}


def _named(naming: Naming, record: Given) -> object | None:
    try:
        return naming.record(record)
    except Exception:  # what it is of may be what somebody has changed
        return None


def _called(table: str, field: str) -> Message:
    """Return what people call a field, or its own name where it is one that people are never told."""
    noun = NOUN_OF.get(table)
    return Message(LABELS[noun].get(field, field) if noun else field)


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


def _raw(value: object) -> object:
    return "–" if value is None else str(value)


def _brief(value: object) -> object:
    """Return a value as it is told, of a text no more than that it is known again."""
    if type(value) is str and len(value) > LONGEST:
        return f"{value[: LONGEST - 1]}…"
    return value


RULES = (
    Rule(N_("Every row is as the trail last left it"), _rows),
    Rule(N_("Every version is as its trace sealed it"), _versions),
)
"""What holds of every table at once."""
