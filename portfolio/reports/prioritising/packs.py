"""The frozen pack of a concluded round."""

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.prioritising.packs import Pack
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.reading import Reader


class NotConcluded(Objection):
    """A round that is not concluded, and so has nothing frozen that holds."""


def pack(reader: Reader, round_: Round) -> Pack:
    """Return what was frozen when a round was concluded, the last time where it was opened again in between.

    Raises:
        NotConcluded: it is not concluded.
    """
    found = packs(reader, round_)
    if round_.phase is not RoundPhase.CLOSED or not found:
        raise NotConcluded(
            N_("«{round}» is not concluded, so nothing of it is frozen yet. Conclude the round first."),
            about="round",
            round=round_.title,
        )
    return found[-1]


def packs(reader: Reader, round_: Round) -> tuple[Pack, ...]:
    """Return every pack of a round, one for each time it was concluded, oldest first."""
    return tuple(sorted(reader.all(Pack, round=round_.id), key=lambda each: int(each.id.rpartition(".")[2])))
