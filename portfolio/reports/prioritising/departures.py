"""Where what is recommended departs from the order or a requirement, and what was left without a word, with the reasons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portfolio.lookups.basis import texts_judged
from portfolio.lookups.departing import departing, unsaid
from portfolio.lookups.steps import STEPS, last_step
from portfolio.messages import N_, Message
from portfolio.prioritising.recommendations import Departure
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Proposal
from portfolio.store.reading import Reader

CONCLUDED = STEPS[RoundPhase.MEETING, RoundPhase.CLOSED]


@dataclass(frozen=True, slots=True)
class DepartureRow:
    """One departure, or one proposal left without a word, in words; `reason` is empty until given."""

    proposal: str
    reference: str
    title: str
    said: Message
    reason: str
    explained: bool


def departure_rows(
    reader: Reader, round_: Round, *, aside: frozenset[str] = frozenset()
) -> tuple[DepartureRow, ...]:
    """Return every departure, those from the order by place first, and once the round is concluded also what was left without a word.

    What the viewer stands `aside` from is left out.
    """
    concluded = last_step(reader, round_.id, CONCLUDED) if round_.phase is RoundPhase.CLOSED else None
    whole = concluded.trace.reason if concluded else ""
    names = {id: text for id, text in texts_judged(reader, round_).items() if id not in aside}
    rows = [
        _row(names[each.proposal], _said(each, names), _why(each, whole), each.explained or bool(whole))
        for each in departing(reader, round_, aside=aside)
    ]
    return (*rows, *_silent(reader, round_, names, whole))


def _silent(
    reader: Reader, round_: Round, names: Mapping[str, Proposal], whole: str
) -> Iterator[DepartureRow]:
    left = unsaid(reader, round_) if round_.phase is RoundPhase.CLOSED else ()
    for own in (names[each] for each in left if each in names):
        said = Message(N_("{reference} was left without a recommendation"), {"reference": own.reference})
        yield _row(own, said, whole, bool(whole))


def _row(proposal: Proposal, said: Message, reason: str, explained: bool) -> DepartureRow:
    return DepartureRow(proposal.id, proposal.reference, proposal.title, said, reason, explained)


def _why(departure: Departure, whole: str) -> str:
    """Return its reasons; where it has none, the reason for concluding the round."""
    return " ".join(departure.reasons) if departure.explained else whole


def _said(departure: Departure, names: Mapping[str, Proposal]) -> Message:
    if departure.stopped:
        return Message(
            N_("{reference} is recommended though an absolute requirement is answered no"),
            {"reference": names[departure.proposal].reference},
        )
    return Message(
        N_("{reference} is recommended before {others}")
        if departure.outcome.is_yes
        else N_("{reference} is put before {others}"),
        {
            "reference": names[departure.proposal].reference,
            "others": _listed([names[each].reference for each in departure.before]),
        },
    )


def _listed(references: Sequence[str]) -> Message | str:
    *some, last = references
    return Message(N_("{some} and {last}"), {"some": ", ".join(some), "last": last}) if some else last
