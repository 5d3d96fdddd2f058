"""Every invariant of the stored data, checked: what must always hold, and what does not."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial

from portfolio.messages import N_, Message
from portfolio.prioritising.packs import Pack
from portfolio.reports import holding
from portfolio.reports.funding import invariants as funding
from portfolio.reports.invariants import Invariant, Rule
from portfolio.reports.prioritising import invariants as prioritising
from portfolio.reports.proposals import invariants as proposals
from portfolio.reports.realising import invariants as realising
from portfolio.store import signing, trail
from portfolio.store.reading import Reader
from portfolio.store.schema import moved
from portfolio.store.trail import Head


def check(reader: Reader) -> tuple[Invariant, ...]:
    """Return every invariant, and each place where it does not hold."""
    return tuple(rule.hold(reader) for rule in RULES)


def remarks(reader: Reader, *, at: datetime) -> tuple[Invariant, ...]:
    """Return what is odd and may be right all the same, seen at a moment: a clock that has gone wrong changes no figure."""
    return (Rule(N_("The clock has gone forward from trace to trace"), partial(_clock, at=at)).hold(reader),)


def against(reader: Reader, end: Head) -> Invariant:
    """Return whether the trail still holds what it held when it ended so, as something that has left us tells."""
    return Rule(
        N_("The trail holds all that it held when the file was made"), partial(_against, end=end)
    ).hold(reader)


def as_frozen(reader: Reader, said: str, has: str) -> Invariant:
    """Return whether a pack that has left us, which says it has one digest and has another, is one that is stored here."""
    return Rule(
        N_("The pack is one that was frozen here, unchanged"), partial(_as_frozen, said=said, has=has)
    ).hold(reader)


def _as_frozen(reader: Reader, *, said: str, has: str) -> Iterator[Message]:
    known = {each.digest for each in reader.all(Pack)}
    if has not in known:
        yield Message(N_("No round was frozen here with what stands in the file: it has been changed"))
    elif said != has:
        yield Message(
            N_("The fingerprint that the file tells is not that of what stands in it: it has been changed")
        )


def _against(reader: Reader, *, end: Head) -> Iterator[Message]:
    now = reader.digest_of(end.seq)
    if now is None:
        said = N_("The trail had {then} traces when the file was made, and now has {now}: the end is cut off")
        yield Message(said, {"then": end.seq, "now": reader.head().seq})
    elif now != end.digest:
        said = N_("Trace {number} is another than when the file was made: the trail has been made anew")
        yield Message(said, {"number": end.seq})


def _signed(reader: Reader) -> Iterator[Message]:
    for fault in signing.unsigned(reader.connection, reader.keys):
        yield Message(SIGNING[type(fault)], {"number": fault.seq})


def _tables(reader: Reader) -> Iterator[Message]:
    """Yield that the database says that its tables are of another version than this program makes."""
    found = moved(reader.connection)
    if found:
        said = N_("The database says that its tables are of version {said}, and this program makes {made}")
        yield Message(said, {"said": found[0] or "–", "made": found[1]})


def _trail(reader: Reader) -> Iterator[Message]:
    broken = trail.broken_at(reader.connection)
    if broken is not None:
        yield Message(N_("The chain breaks at trace {number}"), {"number": broken})


def _clock(reader: Reader, *, at: datetime) -> Iterator[Message]:
    for seq, moment, other in trail.out_of_time(reader.connection, now=at):
        ahead = N_("Trace {number} is from {when}, which has not come: the clock says {now}")
        behind = N_("Trace {number} is from {when}, which is before the trace before it, of {now}")
        yield Message(
            ahead if moment > at else behind,
            {"number": seq, "when": moment, "now": at if moment > at else other},
        )


SIGNING: Mapping[type[signing.Fault], str] = {
    signing.Unsigned: N_(
        "Trace {number} is not signed, though there is a key for it. Begin with «portfolio sign» if the trail never was"
    ),
    signing.Forged: N_("Trace {number} is signed with another key"),
    signing.Unknowable: N_(
        "Trace {number} and those after it are signed, and there is no key here to look with. Set PORTFOLIO_SIGNING_KEYS"
    ),
}
"""What is said of each trace that is not signed as it must be."""
RULES = (
    Rule(N_("The trail is whole: nobody has changed what was written"), _trail),
    Rule(N_("The tables are of the version that this program makes"), _tables),
    Rule(N_("Every trace that is to be signed is so, with a key from outside the database"), _signed),
    *holding.RULES,
    *funding.RULES,
    *proposals.RULES,
    *prioritising.RULES,
    *realising.RULES,
)
"""Every invariant, wing by wing."""
