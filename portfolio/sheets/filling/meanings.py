"""What a cell means by its kind: one way of reading each, whichever sheet it stands on."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.parties import JOINT, PartyKind
from portfolio.proposals.fields import Kind
from portfolio.proposals.proposal import Phase
from portfolio.sheets.filling import cells
from portfolio.sheets.filling.choices import Goals, chosen
from portfolio.sheets.filling.forms import Heading
from portfolio.sheets.filling.register import PREFIXES, Register
from portfolio.sheets.filling.rows import Row, WrongCell

SEVERAL = re.compile(r"[,/|+&]|\s(?:og|and)\s", re.IGNORECASE)
"""What people write between several things, other than semicolons and the ends of lines."""
Said = Mapping[str, Any]
"""What a row says, by field."""
Meaning = Callable[[Row, Heading], object]


class Meanings:
    """A way of reading each kind, with what it looks things up in."""

    def __init__(self, register: Register, goals: Goals, today_year: int) -> None:
        self.register = register
        self._goals, self._today_year = goals, today_year
        self._by_kind: Mapping[Kind, Meaning] = {
            Kind.LINE: cells.line,
            Kind.PARAGRAPH: cells.paragraph,
            Kind.YEAR: self._year,
            Kind.MONEY: cells.money,
            Kind.PHASE: lambda row, heading: _choice(row, heading, tuple(Phase)),
            Kind.PARTY_KIND: lambda row, heading: _choice(row, heading, tuple(PREFIXES)),
            Kind.GOALS: lambda row, heading: _several(row, heading, self._goals.find),
            Kind.OWNER: self._owner,
            Kind.PARTY: self._party,
            Kind.PARTIES: lambda row, heading: _several(row, heading, self._body),
        }

    def said(self, row: Row) -> Said:
        """Return what a row says. What is empty is left out, and so is what is faulty."""
        read = {each.field: self._by_kind[each.kind](row, each) for each in row.sheet.form.headings}
        return {field: value for field, value in read.items() if value not in (None, "", ())}

    def _year(self, row: Row, heading: Heading) -> int | None:
        return cells.year(row, heading, around=self._today_year)

    def _party(self, row: Row, heading: Heading) -> str | None:
        return _found(row, heading, self._body)

    def _owner(self, row: Row, heading: Heading) -> str | None:
        found = self._party(row, heading)
        if found == JOINT:
            row.fault(
                heading.field,
                WrongCell,
                N_("One body must own the proposal, not the municipalities together."),
            )
        return found

    def _body(self, text: str) -> str:
        return self.register.find(text).id


def _choice(row: Row, heading: Heading, among: tuple[Phase, ...] | tuple[PartyKind, ...]) -> object:
    return _found(row, heading, lambda text: chosen(text, among=among))


def _found(row: Row, heading: Heading, find: Callable[[str], str]) -> str | None:
    text = cells.line(row, heading)
    return row.note(heading.field, lambda: find(text)) if text else None


def _several(row: Row, heading: Heading, find: Callable[[str], str]) -> tuple[str, ...]:
    """Return each of those named, with semicolons or on lines of their own, once; with commas where each is known."""
    found: list[str] = []
    for part in _parts(cells.paragraph(row, heading), r"[;\n]"):
        found += row.note(heading.field, partial(_each, find, part)) or ()
    return tuple(dict.fromkeys(found))


def _parts(text: str, between: str) -> Sequence[str]:
    """Return the parts of a list, without the bullets that may stand before them."""
    parts = (re.sub(r"^\s*[•·*–—-]\s+", "", part).strip() for part in re.split(between, text))
    return [part for part in parts if part]


def _each(find: Callable[[str], str], part: str) -> Sequence[str]:
    """Return what a part names: one thing, or several with commas between, where all are known.

    Raises:
        WrongCell: it seems to hold several, and not all of them are known.
    """
    try:
        return [find(part)]
    except Objection:
        if not SEVERAL.search(part):
            raise
    known, unknown = _with_commas(find, _parts(part, ","))
    if unknown:
        said = N_("«{given}» is not known. Put semicolons between several.")
        raise WrongCell(said, given=part[:80])
    return known


def _with_commas(find: Callable[[str], str], pieces: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return what is known of pieces that stood with commas between, and what is not; a name may have commas of its own."""
    known, unknown = [], []
    while pieces:
        for count in range(len(pieces), 0, -1):
            with suppress(Objection):
                known.append(find(", ".join(pieces[:count])))
                break
        else:
            count = 1
            unknown.append(pieces[0])
        pieces = pieces[count:]
    return known, unknown
