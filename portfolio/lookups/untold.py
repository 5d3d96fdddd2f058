"""What a round says of a proposal that is not told, to whom and for how long: the one rule of every page, log and command."""

from portfolio.given import Given
from portfolio.lookups.aside import apart
from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.decisions import Decision
from portfolio.prioritising.recommendations import Recommendation
from portfolio.prioritising.rounds import Round
from portfolio.store.reading import Reader
from portfolio.store.trail import Trace

ASIDE = Message(
    N_("You stand aside from this proposal in the round, so nothing more of what the round says is told.")
)
LATER = Message(N_("What is recommended and decided is shown when the assessment is over."))
OF_THE_ORDER = ("recommend", "record_decision", "conclude_round")
"""The acts whose reason tells of an order."""


def untold(reader: Reader, round_: Round, proposal: str, *, viewer: Person) -> Message | None:
    """Return why somebody is not told what is recommended and decided on a proposal in a round; None where they are.

    It is told to nobody while marks can be given or changed: where it was recorded before the assessment was opened again,
    it tells of the order that was seen then.
    """
    if (round_.id, proposal) in apart(reader, viewer=viewer):
        return ASIDE
    return None if round_.assessed else LATER


def record_untold(reader: Reader, record: Given, *, viewer: Person) -> Message | None:
    """Return why somebody is not told what stands in a record; None where they are, as of their own word."""
    proposal, round_ = str(getattr(record, "proposal", "")), str(getattr(record, "round", ""))
    if isinstance(record, Recommendation | Decision):
        return untold(reader, reader.get(Round, round_), proposal, viewer=viewer)
    own = getattr(record, "member", "") == viewer.id
    return ASIDE if not own and (round_, proposal) in apart(reader, viewer=viewer) else None


def reason_told(reader: Reader, trace: Trace, *, viewer: Person) -> str:
    """Return why something was done as somebody may read it; nothing where it tells of what they are not told."""
    if not trace.reason:
        return ""
    aside = any(_says(trace, *each) for each in apart(reader, viewer=viewer))
    later = trace.action in OF_THE_ORDER and any(
        trace.subject == each.id or _says(trace, each.id, trace.subject)
        for each in reader.all(Round)
        if not each.assessed
    )
    return "" if aside or later else trace.reason


def _says(trace: Trace, round_: str, proposal: str) -> bool:
    """Say whether a trace is of what a round says of a proposal."""
    return trace.subject == proposal and f'"id":"{round_}.{proposal}' in trace.changes
