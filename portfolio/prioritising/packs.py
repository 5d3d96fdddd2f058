"""A round frozen when it was concluded: all that it rests on and how it came out, in one text with its digest."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from portfolio.given import Given, Key

FORMAT = 1
"""How a pack is laid out. Another layout is another number, and this one is read for as long as there are such packs."""
Content = Mapping[str, Any]
"""What a pack holds, as JSON holds it."""


class Pack(Given):
    """A concluded round, frozen. `digest` is the sha256 of its content, which stands in `text` with the end of the trail."""

    id: Key
    round: Key
    digest: Key
    text: str
    revision: int = 1


def pack_id(round_: str, number: int) -> str:
    """Return the id of a round's first, second … pack: it has one more for each time it is concluded."""
    return f"{round_}.{number}"


def canonical(told: object) -> str:
    """Return JSON that is the same for the same, byte for byte.

    >>> canonical({"b": [1, None], "a": "æ"})
    '{"a":"æ","b":[1,null]}'
    """
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest_of(content: Content) -> str:
    """Return the sha256 of what a pack holds, which is the same wherever it is computed."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def differences(then: object, now: object, *, at: str = "") -> Iterator[tuple[str, object, object]]:
    """Yield each place where two contents differ, with what stands in the one and the other (None for nothing).

    >>> list(differences({"a": [1, 2]}, {"a": [1, 3], "b": 4}))
    [('a[1]', 2, 3), ('b', None, 4)]
    """
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for key in sorted({*then, *now}):
            yield from differences(then.get(key), now.get(key), at=f"{at}.{key}" if at else key)
    elif isinstance(then, list | tuple) and isinstance(now, list | tuple):
        for place in range(max(len(then), len(now))):
            pair = (each[place] if place < len(each) else None for each in (then, now))
            yield from differences(*pair, at=f"{at}[{place}]")
    elif then != now:
        yield at, then, now
