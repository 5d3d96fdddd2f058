"""One use of the command: the words given, the database, the moment; and what it came to."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from portfolio.given import Language
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.people import OPERATOR, Stamp
from portfolio.periods import day_in_norway
from portfolio.store.database import Database
from portfolio.store.trail import Head
from portfolio.words import Words, words


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
        return day_in_norway(self.at)

    @property
    def stamp(self) -> Stamp:
        """Who does it, and when."""
        return Stamp(person=OPERATOR, at=self.at)


@dataclass(frozen=True, slots=True)
class Told:
    """What a command came to: `answer` for programs, `lines` for people, and whether it was refused.

    `end` is where the trail ended afterwards, which an answer for programs tells.
    """

    answer: object
    lines: tuple[Message | str, ...]
    refused: bool = False
    end: Head | None = None


def refusal(listed: Sequence[Objection], *first: Message) -> Told:
    """Return what stands in the way, after what is to be said first: one line for each, and where it is."""
    return Told({"refused": tuple(listed)}, (*first, *map(said, listed)), refused=True)


def said(objection: Objection) -> Message:
    """Return what an objection says in a line, after where it is."""
    if not objection.about:
        return objection.message
    return Message(N_("{where}: {what}"), {"where": objection.about, "what": objection.message})
