"""Two long texts shown by where they differ: each difference with some words around it, and no more."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

AROUND = 6
"""Words shown on each side of what differs: enough to find the place again."""
LONGEST = 160
"""Signs in a text that is shown whole: what stands on two lines of a page."""
GAP = "…"
"""What stands for the words that are alike."""

Span = tuple[int, int]


def passages(was: str, now: str) -> tuple[str, str]:
    """Return what stood and what stands, each whole where it is short, else where it differs from the other.

    >>> passages("Alt er som før.", "Alt er nytt.")
    ('Alt er som før.', 'Alt er nytt.')
    """
    if max(len(was), len(now)) <= LONGEST:
        return was, now
    before, after = _words(was), _words(now)
    compared = SequenceMatcher(None, before, after, autojunk=False)
    spans = [(each[1:3], each[3:5]) for each in compared.get_opcodes() if each[0] != "equal"]
    return _around(before, [each[0] for each in spans]), _around(after, [each[1] for each in spans])


def _words(text: str) -> list[str]:
    """Return the words, each with the space after it, so that together they are the text."""
    return re.findall(r"\S+\s*|\s+", text)


def _around(words: Sequence[str], spans: Sequence[Span]) -> str:
    """Return the words of the spans with some on each side, and a gap where words are left out."""
    shown = list(_joined((max(0, start - AROUND), min(len(words), end + AROUND)) for start, end in spans))
    texts = ["".join(words[start:end]).strip() for start, end in shown]
    before = [GAP] if shown and shown[0][0] > 0 else []
    after = [GAP] if shown and shown[-1][1] < len(words) else []
    return " ".join([*before, f" {GAP} ".join(texts), *after])


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    """Yield the spans, those that meet as one."""
    last: Span | None = None
    for start, end in spans:
        if last and start <= last[1]:
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last
