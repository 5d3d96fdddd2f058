"""Who may see what of a round: those who prepare it see it first, and nobody sees what comes of marks that may change."""

from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.rounds import Round
from portfolio.store.reading import Missing, Reader


def seen(reader: Reader, round_id: str, *, viewer: Person) -> Round:
    """Return a round that the viewer may see.

    Raises:
        Missing: it is not there, or others are still preparing it, which is not told apart.
    """
    round_ = reader.get(Round, round_id)
    if not round_.seen_by(viewer):
        raise Missing(N_("«{id}» is not there. It may have been removed; go back to the list."), id=round_id)
    return round_


def hidden(round_: Round) -> Message | None:
    """Return why nobody may see the marks and what comes of them; None once the assessment is over.

    It holds for all, whatever they are and whatever they have marked: having marks left to give is something that
    a person can change, by standing aside, by «don't know», by a second role or by leaving the round.
    """
    if round_.assessed:
        return None
    return Message(N_("The order is shown when the assessment is over, so that nobody is swayed by it."))
