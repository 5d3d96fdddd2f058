"""Answers given already, each kept for as long as nothing it was made of has been touched."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from threading import Lock
from types import MappingProxyType
from typing import Any, Generic, Protocol, TypeVar

from portfolio.given import Given
from portfolio.store.tables import TABLES
from portfolio.store.trail import Head

V = TypeVar("V")

REMEMBERED = 256
"""How many answers are remembered; the one not asked for longest goes first."""
TRAIL = "trail"
"""What an answer rests on that tells of the trail itself: any trace is news to it."""
UNKEPT = "whatever is not versioned"
"""What an answer rests on that nobody keeps count of: it is never given again."""


class Look(Protocol):
    """A look at the database at one moment, as far as the memory needs it; `Reader` is one."""

    @property
    def stands_at(self) -> Head:
        """Where the trail ended at that moment."""

    def digest_of(self, seq: int) -> str | None:
        """Return the digest of a trace."""

    def touched_since(self, seq: int) -> Mapping[str, int]:
        """Return the last trace that touched each table after this one."""

    def subjects_since(self, seq: int, noun: type[Given], field: str) -> Set[str]:
        """Return what the records of a noun name in a field, those touched after this trace."""

    def note(self, *names: str) -> None:
        """Remember that something was looked at."""

    def noting(self) -> AbstractContextManager[set[str]]:
        """Gather what is looked at meanwhile."""


@dataclass(frozen=True, eq=False)
class Piecemeal(Generic[V]):
    """A question answered in pieces, one for each subject: how each project is covered.

    `work` makes the pieces of some subjects, or of all there are where it is given None. `of` says in which field each
    noun names its subject: where only such records are touched, only the pieces of their subjects are made anew.
    Whatever else is read in the making makes all of them anew.
    """

    work: Callable[..., Mapping[str, V]]
    of: Mapping[type[Given], str]
    most: int = 500
    """So many subjects touched at once, and all are made anew: one by one would take as long."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, what it was made of, and the trace by which it last was true."""

    answer: Any
    rests_on: frozenset[str]
    seq: int


@dataclass
class Memory:
    """What one process remembers of one database. Threads share it; an answer, once given, is never changed.

    Each look at the database says first where its trail ends. A look at an older moment than the newest seen neither
    takes from the memory nor adds to it; and if the trail is another than it was, all is forgotten.
    """

    _kept: OrderedDict[object, Kept] = field(default_factory=OrderedDict)
    _end: Head | None = None
    _touched: dict[str, int] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def answer(self, look: Look, key: object, make: Callable[[], V]) -> V:
        """Return the answer kept under a key if it is true still; else make it, and keep it with what it was made of."""
        seq = self._caught_up(look)
        kept = self._recall(key)
        if kept is None or seq is None or not self._holds(kept, seq):
            with look.noting() as noted:
                answer = make()
            kept = Kept(answer, frozenset(noted), seq or 0)
            if seq is not None:
                self._remember(key, kept)
        look.note(*kept.rests_on)
        return kept.answer  # type: ignore[no-any-return]

    def pieces(self, look: Look, question: Piecemeal[V], *args: object) -> Mapping[str, V]:
        """Return all the pieces of a question by subject, of which only what is touched is made anew."""
        key, seq = (question, args), self._caught_up(look)
        kept = self._recall(key)
        anew = None if kept is None or seq is None else self._subjects(look, question, kept, seq)
        with look.noting() as noted:
            if kept is None or anew is None:
                pieces = dict(question.work(look, None, *args))
            else:
                noted.update(kept.rests_on)
                pieces = kept.answer
                if anew:
                    left = {id: each for id, each in pieces.items() if id not in anew}
                    pieces = {**left, **question.work(look, anew, *args)}
        if seq is not None and anew != set():
            self._remember(key, Kept(MappingProxyType(pieces), frozenset(noted), seq))
        return MappingProxyType(pieces)

    def _subjects(self, look: Look, question: Piecemeal[Any], kept: Kept, seq: int) -> Set[str] | None:
        """Return the subjects whose pieces are true no more; None where all are to be made anew."""
        nouns = {TABLES[noun].name: noun for noun in question.of}
        if kept.seq > seq or self._news(kept.rests_on - nouns.keys(), kept.seq):
            return None
        found: set[str] = set()
        for name, noun in nouns.items():
            if self._news((name,), kept.seq):
                found |= look.subjects_since(kept.seq, noun, question.of[noun])
        return found if len(found) <= question.most else None

    def _holds(self, kept: Kept, seq: int) -> bool:
        """Say whether what is kept is true at a trace: made no later, and of nothing that was touched since."""
        return kept.seq <= seq and not self._news(kept.rests_on, kept.seq)

    def _news(self, names: Collection[str], seq: int) -> bool:
        """Say whether any of these has been touched after a trace."""
        if self._end is not None and TRAIL in names and self._end.seq > seq:
            return True
        return any(self._touched.get(name, 0) > seq for name in names)

    def _caught_up(self, look: Look) -> int | None:
        """Learn what has been touched since last, and return the trace the reader stands at; None at an older moment."""
        head, known = look.stands_at, self._end
        if known is not None and head.seq < known.seq:
            return None
        if known == head:
            return head.seq
        same = known is None or known.seq == 0 or look.digest_of(known.seq) == known.digest
        touched = look.touched_since(known.seq) if known and same else {}
        with self._lock:
            if self._end is not known:  # somebody else has learned the same meanwhile
                return head.seq if self._end == head else None
            if not same:
                self._kept.clear()
                self._touched.clear()
            self._touched |= touched
            self._end = head
        return head.seq

    def _recall(self, key: object) -> Kept | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def _remember(self, key: object, kept: Kept) -> None:
        if UNKEPT in kept.rests_on:
            return
        with self._lock:
            there = self._kept.get(key)
            if there is not None and there.seq > kept.seq:
                return
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
