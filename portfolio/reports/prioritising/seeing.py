"""Who may see what of a round: nobody sees others' marks before their own are in."""

from portfolio.messages import N_, Message
from portfolio.people import Person
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.assessment import progress
from portfolio.store.reading import Reader


def hidden(reader: Reader, round_: Round, *, viewer: Person) -> Message | None:
    """Return why the viewer may not see the others' marks and what comes of them; None when they may.

    Once the assessment is over, everyone may. While it goes on, only members whose own marks are all in.
    """
    if round_.assessed:
        return None
    if viewer.id not in round_.members:
        return Message(N_("The order is shown when the assessment is over, so that nobody is swayed by it."))
    if not round_.open_for_marks:
        return Message(
            N_(
                "The round is being prepared. You see the others' marks and the order when it is open for assessment and your own marks are in."
            )
        )
    own = progress(reader, round_, member=viewer.id)
    if own.complete:
        return None
    return Message(
        N_("You see the others' marks and the order when your own marks are in. {left} are left."),
        {"left": len(own.left) if own.declared else len(round_.proposals)},
    )
