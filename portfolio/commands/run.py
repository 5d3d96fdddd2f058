"""A command carried out on its database, and its answer told to people or to a program."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from portfolio.actions.starting import begin
from portfolio.commands import keeping, prioritising, proposals, workbooks
from portfolio.commands.call import Call, Told, refusal
from portfolio.commands.plain import as_json
from portfolio.messages import N_, Message
from portfolio.objections import Objection, Objections
from portfolio.settings import settings
from portfolio.store.database import Database
from portfolio.store.schema import prepare
from portfolio.words import words

LOOKS = {"check"}
"""Commands that put nothing in place first: what stands there may be what is wrong."""
DOES: Mapping[str, Callable[[Call], Told]] = {
    "demo": keeping.demo,
    "import": proposals.import_,
    "rank": prioritising.rank,
    "check": keeping.check,
    "sign": keeping.sign,
    "export": workbooks.export,
    "template": proposals.template,
}


class NoDatabase(Objection):
    """A database that does not open."""


def run(given: argparse.Namespace) -> Told:
    """Carry out one command; what is refused is told like any other answer."""
    now = datetime.now(UTC)
    try:
        chosen = settings(os.environ)
        database = _opened(given.database or chosen.database, at=now, keys=chosen.keys)
        try:
            if given.command not in LOOKS:
                begin(database, at=now)
            return DOES[given.command](Call(given, database, now))
        finally:
            database.close()
    except Objections as several:
        return refusal(several.listed)
    except Objection as one:
        return refusal([one])


def tell(told: Told, given: argparse.Namespace) -> None:
    """Write the answer: JSON for programs on standard output, refusals for people on standard error."""
    if given.json:
        print(as_json(told.answer))
    if given.json and not told.refused:
        return
    speak = words(given.language)
    for line in told.lines:
        said = speak(line) if isinstance(line, Message) else line
        print(said, file=sys.stderr if told.refused else sys.stdout)


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
