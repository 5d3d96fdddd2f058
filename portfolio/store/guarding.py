"""What no person may write, whatever the action: an id that the trail uses for itself, and the mark «example»."""

from portfolio.given import Given
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.people import RESERVED


class Reserved(Objection):
    """An id that the trail uses for what is nobody and no record."""


class SetAtStart(Objection):
    """The mark by which invented data is known, put on or taken off."""


def let_stand(record: Given, *, before: Given | None = None) -> None:
    """Let a record be written by somebody in the place of the one before, if there is one.

    Raises:
        Reserved: it has an id that the trail uses for itself.
        SetAtStart: it is marked as an example, or not, other than before.
    """
    id = getattr(record, "id", "")
    if id in RESERVED:
        raise Reserved(
            N_("«{id}» is a word that the change log uses itself. Choose another."), about="id", id=id
        )
    if getattr(record, "example", False) != getattr(before, "example", False):
        raise SetAtStart(
            N_(
                "What is an invented example is said when the example is put in place, and cannot be changed."
            ),
            about="example",
        )
