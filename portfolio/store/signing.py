"""Traces signed with a key that is kept outside the database, so that whoever has the file cannot make the trail anew."""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from portfolio.store.engines.laying import as_it_lies
from portfolio.store.tables.keeping import trail

Keys = Sequence[str]
"""The keys that sign: the first signs what comes, and all of them may have signed what stands."""


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A trace that is not signed, though it follows one that is or ends a trail that is to be signed."""

    seq: int


@dataclass(frozen=True, slots=True)
class Forged:
    """A trace whose signature none of the keys has made."""

    seq: int


@dataclass(frozen=True, slots=True)
class Unknowable:
    """The first trace that is signed, where there is no key to look with."""

    seq: int


Fault = Unsigned | Forged | Unknowable


def signature(digest: str, keys: Keys) -> str:
    """Return the signature of a trace by the first key; nothing where there is none."""
    return _by(keys[0], digest) if keys else ""


def unsigned(connection: Connection, keys: Keys) -> Iterator[Fault]:
    """Yield every trace that is not signed as it must be.

    From the first that is signed, all are; and where there is a key, the last is. So the signatures can neither be
    taken out of the middle nor left out altogether.
    """
    chosen = select(trail.c.seq, *map(as_it_lies, (trail.c.digest, trail.c.signature))).order_by(trail.c.seq)
    begun, last = False, None
    for seq, digest, signed in connection.execute(chosen):
        if signed and not keys:
            yield Unknowable(seq)
            return
        begun, last = begun or bool(signed), (seq, bool(signed))
        if begun and not signed:
            yield Unsigned(seq)
        elif signed and str(signed) not in (_by(key, str(digest)) for key in keys):
            yield Forged(seq)
    if keys and last and not begun:
        yield Unsigned(last[0])


def _by(key: str, digest: str) -> str:
    return hmac.new(key.encode(), digest.encode(), hashlib.sha256).hexdigest()
