"""One use of the command: the words given, the database, the moment; and what it came to."""

import argparse
from dataclasses import dataclass
from datetime import date, datetime

from portfolio.given import Language
from portfolio.messages import Message
from portfolio.people import Person, Role, Stamp
from portfolio.store.database import Database
from portfolio.words import OSLO, Words, words

OPERATOR = Person(
    id="operator",
    name="Kommandolinjen",
    roles=(Role.SECRETARIAT, Role.FINANCE, Role.ADMINISTRATOR),
    organisation="ks",
)
"""Who the trail names when something is done from the command line: whoever has the machine."""


@dataclass(frozen=True, slots=True)
class Call:
    """One use of the command."""

    given: argparse.Namespace
    database: Database
    at: datetime

    @property
    def language(self) -> Language:
        """The language of what is said and made."""
        spoken: Language = self.given.language
        return spoken

    @property
    def words(self) -> Words:
        """The words of that language."""
        return words(self.language)

    @property
    def today(self) -> date:
        """The day in Norway."""
        return self.at.astimezone(OSLO).date()

    @property
    def stamp(self) -> Stamp:
        """Who does it, and when."""
        return Stamp(person=OPERATOR, at=self.at)


@dataclass(frozen=True, slots=True)
class Told:
    """What a command came to: `answer` for programs, `lines` for people, and whether it was refused."""

    answer: object
    lines: tuple[Message | str, ...]
    refused: bool = False
