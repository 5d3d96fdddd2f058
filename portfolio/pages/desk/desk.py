"""The desk a page works at: who sits there, in which language, on which day, with which database."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar

from portfolio.given import Language
from portfolio.people import Person, Stamp, Verb
from portfolio.periods import day_in_norway
from portfolio.store.database import Database
from portfolio.store.reading import Reader
from portfolio.words import Words, words

P = ParamSpec("P")
T = TypeVar("T")

REMEMBERED = 256
"""How many answers are remembered; the one not asked for longest goes first."""


class Answers:
    """Answers already given, each for one state of the data. Reports are frozen, so all may share them."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, object] = OrderedDict()
        self._lock = Lock()

    def recall(self, key: object) -> tuple[bool, object]:
        """Return whether the answer is known, and the answer."""
        with self._lock:
            if key not in self._kept:
                return False, None
            self._kept.move_to_end(key)
            return True, self._kept[key]

    def remember(self, key: object, answer: object) -> None:
        """Keep an answer."""
        with self._lock:
            self._kept[key] = answer
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page gets. `now` is the only clock there is."""

    database: Database
    person: Person
    language: Language
    now: Callable[[], datetime]
    answers: Answers = field(default_factory=Answers)

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
        """Return the answer to a question: the one given before, if the data is the same since.

        Whatever decides who may see what is among the arguments, and so in the key.
        """
        with self.database.read() as reader:
            key = (self.database.url, reader.head(), report, args, tuple(sorted(kwargs.items())))
            known, answer = self.answers.recall(key)
            if not known:
                answer = report(reader, *args, **kwargs)
                self.answers.remember(key, answer)
        return answer  # type: ignore[return-value]
