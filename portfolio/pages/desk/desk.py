"""The desk a page works at: who sits there, in which language, on which day, with which database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Concatenate, ParamSpec, TypeVar

from portfolio.given import Language
from portfolio.people import Person, Stamp, Verb
from portfolio.periods import day_in_norway
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.words import Words, words

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page gets. `now` is the only clock there is."""

    database: Database
    person: Person
    language: Language
    now: Callable[[], datetime]

    @property
    def words(self) -> Words:
        """The reader's language."""
        return words(self.language)

    @property
    def today(self) -> date:
        """The day in Norway."""
        return day_in_norway(self.now())

    @property
    def stamp(self) -> Stamp:
        """Who does something now."""
        return Stamp(person=self.person, at=self.now())

    def may(self, verb: Verb) -> bool:
        """Say whether to offer an action. The action checks for itself all the same."""
        return self.person.may(verb)

    def ask(self, report: Callable[Concatenate[Reader, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return the answer to a question, from memory while nothing it was made of has been touched.

        Whatever decides who may see what is among the arguments.
        """
        with self.database.read() as reader:
            return reader.ask(report, *args, **kwargs)
