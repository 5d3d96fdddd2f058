"""A database that is busy, full, only to be read or away, told in words and not in the driver's."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.store.engines.kind import DatabaseKind, Trouble

READING = (Trouble.BUSY, Trouble.AWAY)
"""What may be in the way of a look at the database; that a look is refused to write is a fault in the program."""
STARTING = (Trouble.BUSY, Trouble.READ_ONLY, Trouble.FULL)
"""What may be in the way of a database that is there."""
SAID: Mapping[Trouble, str] = {
    Trouble.BUSY: N_(
        "Somebody else is writing in the database, and it did not answer in time. Nothing is saved. Wait a moment, and try again."
    ),
    Trouble.READ_ONLY: N_(
        "The database can only be read. Nothing is saved. Ask those who run the service to see to the rights of its file and folder."
    ),
    Trouble.FULL: N_(
        "There is no room left for the database. Nothing is saved. Ask those who run the service to make room, and try again."
    ),
    Trouble.AWAY: N_(
        "The database does not answer. Nothing is saved. Ask those who run the service to see that it is there, and try again."
    ),
}


class Unavailable(Objection):
    """A database that cannot do its work now, through no fault of whoever asked."""


@contextmanager
def in_words(kind: DatabaseKind, *, only: Collection[Trouble] = tuple(Trouble)) -> Iterator[None]:
    """Let what is done in the block fail in words where the database cannot do its work.

    Raises:
        Unavailable: it cannot.
    """
    try:
        yield
    except NoConnection as error:
        raise Unavailable(SAID[Trouble.BUSY]) from error
    except DBAPIError as error:
        trouble = kind.trouble(error.orig)
        if trouble is None or trouble not in only:
            raise
        raise Unavailable(SAID[trouble]) from error
