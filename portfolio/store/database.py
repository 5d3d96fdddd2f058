"""The database: read it, or change it in one transaction that leaves a trace."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from portfolio.messages import N_
from portfolio.people import UNENTERED, Forbidden, Person, Stamp, Verb, allow
from portfolio.store.engines.choice import kind_of
from portfolio.store.reading import Reader
from portfolio.store.remembering import Memory
from portfolio.store.signing import Keys
from portfolio.store.troubles import READING, in_words
from portfolio.store.writing import Writer


class Database:
    """One database. Threads may share it; a transaction may not outlive the call that opened it."""

    def __init__(self, url: str, *, keys: Keys = ()) -> None:
        """Open the database at an address; `keys` sign its trail, if there are any (see `signing`)."""
        self.url, self._keys = url, keys
        self._kind = kind_of(url)
        self._writer, self._reader = self._kind.writing(url), self._kind.reading(url)
        self._queue = self._kind.queue_within_process()
        self._memory = Memory()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Open a look at the database.

        Raises:
            Unavailable: it is busy or away.
        """
        with in_words(self._kind, only=READING), self._reader.connect() as connection, connection.begin():
            yield Reader(connection, keys=self._keys, memory=self._memory)

    @contextmanager
    def write(self, stamp: Stamp, *verbs: Verb) -> Iterator[Writer]:
        """Open a change: it holds when the block ends well, and is undone whole when it does not.

        With verbs, it is asked inside the transaction whether the person may do one of them, as they stand in the
        register now and whatever the stamp says. `Writer.stamp` is then of that person, and what only the program may
        write is refused. Without verbs, nothing is asked.

        Raises:
            Forbidden: they may not, may no longer come in, or are not in the register.
            Unavailable: the database is busy, full, only to be read or away.
        """
        with self.alone() as connection:
            writer = Writer(connection, stamp, keys=self._keys, guarded=bool(verbs))
            if verbs:
                writer.stamp = as_now(writer, stamp)
                allow(writer.stamp, *verbs)
            yield writer
            writer.finish()

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """Open a transaction with no other writer beside it. For the store's own doors only."""
        with in_words(self._kind), self._queue, self._writer.connect() as connection, connection.begin():
            self._kind.queue_across_processes(connection)
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self._writer.dispose()
        self._reader.dispose()


def as_now(reader: Reader, stamp: Stamp) -> Stamp:
    """Return the stamp of the person as they stand now.

    Raises:
        Forbidden: they may no longer come in, or are not in the register.
    """
    person = UNENTERED.get(stamp.person.id) or reader.find(Person, stamp.person.id)
    if person is None or not person.active:
        raise Forbidden(N_("You may no longer come in here. Ask an administrator to enter you again."))
    return stamp.model_copy(update={"person": person})
