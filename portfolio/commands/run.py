"""A command carried out on its database, and its answer told to people or to a program."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio.actions.starting import begin
from portfolio.commands import history, keeping, packs, prioritising, proposals, workbooks
from portfolio.commands.call import Call, Told, refusal
from portfolio.commands.plain import as_json
from portfolio.messages import N_, Message
from portfolio.objections import Objection, Objections
from portfolio.settings import settings
from portfolio.store.database import Database
from portfolio.store.engines.choice import aside
from portfolio.store.schema import prepare
from portfolio.store.trail import Head
from portfolio.words import words

ASIDE = {"replay"}
"""Commands that rest on what they are given alone, in an empty database of their own."""
LOOKS = {"check", *ASIDE}
"""Commands that put nothing in place first: what stands there may be what is wrong."""
DOES: Mapping[str, Callable[[Call], Told]] = {
    "demo": keeping.demo,
    "import": proposals.import_,
    "history": history.history,
    "rank": prioritising.rank,
    "check": keeping.check,
    "sign": keeping.sign,
    "pack": packs.pack,
    "replay": packs.again,
    "export": workbooks.export,
    "template": proposals.template,
}


class NoDatabase(Objection):
    """A database that does not open."""


def run(given: argparse.Namespace) -> Told:
    """Carry out one command; what is refused is told like any other answer."""
    now = datetime.now(UTC)
    try:
        with _database(given, at=now) as database:
            if given.command not in LOOKS:
                begin(database, at=now)
            told = DOES[given.command](Call(given, database, now))
            return replace(told, end=_end(database)) if _tells_end(given) else told
    except Objections as several:
        return refusal(several.listed)
    except Objection as one:
        return refusal([one])


def tell(told: Told, given: argparse.Namespace) -> None:
    """Write the answer: JSON for programs on standard output, refusals for people on standard error."""
    if given.json:
        print(as_json(told.answer, end=told.end))
    if given.json and not told.refused:
        return
    speak = words(given.language)
    for line in told.lines:
        said = speak(line) if isinstance(line, Message) else line
        print(said, file=sys.stderr if told.refused else sys.stdout)


def _tells_end(given: argparse.Namespace) -> bool:
    return given.json and given.command not in ASIDE


def _end(database: Database) -> Head | None:
    """Return where the trail ends, or None where it cannot be read, which the check itself says of it."""
    try:
        with database.read() as reader:
            return reader.head()
    except Exception:
        return None


@contextmanager
def _database(given: argparse.Namespace, *, at: datetime) -> Iterator[Database]:
    """Open the database that is asked for; an empty one, gone afterwards, for what is to touch no other."""
    chosen = settings(os.environ)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        empty = aside(Path(folder)) if given.command in ASIDE else None
        database = _opened(empty or given.database or chosen.database, at=at, keys=chosen.keys)
        try:
            yield database
        finally:
            database.close()


def _opened(url: str, *, at: datetime, keys: tuple[str, ...]) -> Database:
    """Return the database with its tables in place.

    Raises:
        NoDatabase: the address is wrong, nothing answers there, or what is there is no database of ours.
    """
    try:
        prepare(url, at=at, keys=keys)
        return Database(url, keys=keys)
    except Objection:
        raise
    except Exception as trouble:
        raise NoDatabase(
            N_("The database does not open. Check its address, and that it is running. It says: {reason}"),
            reason=next(iter(str(trouble).splitlines()), "") or type(trouble).__name__,
        ) from trouble
