"""Finding the body that somebody means, by number, name or both."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from portfolio.catalogue.former import Former, former, other_names
from portfolio.given import slug
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.parties import Party, PartyKind, label
from portfolio.sheets.filling.texts import folded

COUNTY_DIGITS = 2
MUNICIPALITY_DIGITS = 4
ENDINGS = (" kommune", " fylkeskommune", " herad")
PREFIXES: Mapping[PartyKind, str] = {PartyKind.STATE: "stat", PartyKind.OTHER: "annen"}
"""The bodies that can be new; municipalities, counties and KS are in the register."""


class UnknownBody(Objection):
    """A name or number that no body has."""


class SeveralBodies(Objection):
    """A name that more than one body has."""


def new_id(kind: PartyKind, name: str) -> str:
    """Return the stable id of a body that is new.

    >>> new_id(PartyKind.OTHER, "Norsk søkelag")
    'annen:norsk-søkelag'
    """
    return f"{PREFIXES[kind]}:{slug(name)}"


class Register:
    """All bodies, found by what people write."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self._parties = tuple(parties)
        self._by_number = {each.number: each for each in parties if each.number}
        self._exact = {folded(name): each for each in parties for name in (each.id, label(each)) if name}
        self._by_name: dict[str, list[Party]] = defaultdict(list)
        for each in parties:
            for name in {name for called in _called(each) for name in _names(called)}:
                self._by_name[name].append(each)
        self._by_id = {each.id: each for each in parties}
        self._former = {each.number: each for each in former()}
        self._former_names = {
            folded(each.name): each for each in former() if len(each.number) == COUNTY_DIGITS
        }

    def find(self, text: str) -> Party:
        """Return the body that a text names.

        Raises:
            UnknownBody: there is none.
            SeveralBodies: more than one has the name; the number tells them apart.
        """
        wanted = folded(text)
        numbered = re.fullmatch(r"(\d{1,4})(?:\s+(.+))?", wanted)
        named = self._by_name.get(wanted, [])
        if len(named) > 1:
            raise SeveralBodies(
                N_("There is more than one «{name}»: {which}. Write the number."),
                name=text,
                which=", ".join(label(each) for each in named),
            )
        if numbered:
            return self._numbered(numbered[1], numbered[2] or "", text)
        found = named[0] if named else self._exact.get(wanted)
        ended = self._former_names.get(wanted.removesuffix(ENDINGS[1]))
        if found is None and ended:
            raise self._ended(ended)
        if found is None:
            raise UnknownBody(
                N_(
                    "There is no body called «{name}». Choose from the list, or add it to the sheet «Parties»."
                ),
                name=text[:80],
            )
        return found

    def knows(self, text: str) -> bool:
        """Say whether a text names one body or several."""
        try:
            self.find(text)
        except UnknownBody:
            return False
        except SeveralBodies:
            pass
        return True

    def _ended(self, body: Former) -> UnknownBody:
        """Return that a body is no more, and what it has become: one, or one of several that the person must choose from."""
        now = [label(self._by_id[each]) for each in body.now if each in self._by_id]
        facts = {"old": f"{body.number} {body.name}", "now": "; ".join(now), "year": str(body.until)}
        if len(now) > 1:
            return UnknownBody(
                N_("{old} was divided in {year}, into {now}. Write the one that is meant, or all."), **facts
            )
        return UnknownBody(N_("{old} is no more since {year}: it is {now} now. Write that."), **facts)

    def _numbered(self, number: str, name: str, text: str) -> Party:
        """Return the body with a number; Excel may have taken its leading zero."""
        digits = COUNTY_DIGITS if len(number) <= COUNTY_DIGITS else MUNICIPALITY_DIGITS
        found = self._by_number.get(number.zfill(digits))
        ended = self._former.get(number.zfill(digits))
        if found is None and ended:
            raise self._ended(ended)
        if found is None:
            raise UnknownBody(
                N_("There is no municipality or county with the number {number}. Check the number."),
                number=number,
            )
        if name and name not in _names(found.name):
            raise UnknownBody(
                N_("The number {number} is {name}. You wrote «{given}»: correct the number or the name."),
                number=found.number,
                name=found.name,
                given=text[:80],
            )
        return found


def _called(party: Party) -> Iterable[str]:
    return (party.name, *other_names().get(party.id, ()))


def _names(name: str) -> Iterable[str]:
    """Return the ways a name is written: whole, without its ending, and each of the languages in it."""
    whole = folded(name)
    short = next((whole.removesuffix(ending) for ending in ENDINGS if whole.endswith(ending)), whole)
    parts = [part.strip() for part in re.split(r"\s+[-–/]\s+", short)]
    return {whole, short, *parts, *(f"{part}{ENDINGS[0]}" for part in (short, *parts))} - {""}
