"""Finding the body that somebody means, by number, name or both."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from portfolio.catalogue.former import Former, former, other_names
from portfolio.given import slug
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.parties import Party, PartyKind, label
from portfolio.sheets.filling.texts import folded

MOST_SOUGHT = 300
"""Names that a like one is sought for in one workbook: it is slow, and so many are not mended one by one."""
COUNTY_DIGITS = 2
MUNICIPALITY_DIGITS = 4
ENDINGS = (" kommune", " fylkeskommune", " herad")
ALMOST = 0.85
"""How like a name must be to be offered for another: one letter in ten is wrong."""
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
        self._sought = 0
        self._former = {each.number: each for each in former()}
        self._former_names: dict[str, list[Former]] = defaultdict(list)
        for old in former():
            county = len(old.number) == COUNTY_DIGITS
            for name in _names(f"{old.name}{ENDINGS[1]}" if county else old.name):
                self._former_names[name].append(old)

    def find(self, text: str) -> Party:
        """Return the body that a text names.

        Raises:
            UnknownBody: there is none.
            SeveralBodies: more than one has the name; the number tells them apart.
        """
        found = self._found(text)
        if found is None:
            raise self._unknown(folded(text), text)
        return found

    def _found(self, text: str) -> Party | None:
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
        return named[0] if named else self._exact.get(wanted) or self._put_together(wanted)

    def _put_together(self, wanted: str) -> Party | None:
        """Return the body that all parts of a text name: `Nav (Arbeids- og velferdsdirektoratet)`, `Oslo, 0301`."""
        parts = [self._part(part) for part in _pieces(wanted)]
        return parts[0] if len(parts) > 1 and len({each and each.id for each in parts}) == 1 else None

    def _part(self, wanted: str) -> Party | None:
        named = self._by_name.get(wanted, [])
        return self._by_number.get(wanted) or (named[0] if len(named) == 1 else None)

    def _unknown(self, wanted: str, text: str) -> UnknownBody:
        """Return that no body is called so: it is no more, or may be another by another name."""
        ended = {old.now: old for old in self._former_names.get(wanted, [])}
        if len(ended) == 1:
            return self._ended(*ended.values())
        if ended:
            which = ", ".join(f"{old.number} {old.name}" for old in ended.values())
            said = N_(
                "{which} are no more. Write the number of the one that is meant, to see what it is now."
            )
            return UnknownBody(said, which=which)
        near = next(filter(None, map(self._part, _pieces(wanted))), None) or self._near(wanted)
        if near is not None:
            return UnknownBody(
                N_(
                    "There is no body called «{name}». Is it «{near}»? Then write that. If it is another, add it to the sheet «Parties»."
                ),
                name=text[:80],
                near=label(near),
            )
        return UnknownBody(
            N_("There is no body called «{name}». Choose from the list, or add it to the sheet «Parties»."),
            name=text[:80],
        )

    def _near(self, wanted: str) -> Party | None:
        """Return the body whose name is written almost so; not of more names than anybody is told of at once."""
        self._sought += 1
        if self._sought > MOST_SOUGHT:
            return None
        found = get_close_matches(wanted, self._by_name, n=1, cutoff=ALMOST)
        return self._by_name[found[0]][0] if found else None

    def knows(self, text: str) -> bool:
        """Say whether a text names one body or several."""
        try:
            return self._found(text) is not None
        except UnknownBody:
            return False
        except SeveralBodies:
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
        if name and not {name, _without_county(name)} & {
            each for told in _called(found) for each in _names(told)
        }:
            raise UnknownBody(
                N_("The number {number} is {name}. You wrote «{given}»: correct the number or the name."),
                number=found.number,
                name=found.name,
                given=text[:80],
            )
        return found


def _pieces(name: str) -> list[str]:
    """Return the parts of a name with something in parentheses, or after a comma or a stroke."""
    return [part.strip() for part in re.split(r"[()]|,\s|\s+[-–—/]\s+", name) if part.strip()]


def _without_county(name: str) -> str:
    """Return a name without what stands in parentheses after it, as SSB writes to tell two apart."""
    return re.sub(r"\s*\([^()]*\)$", "", name)


def _called(party: Party) -> Iterable[str]:
    return (party.name, *other_names().get(party.id, ()))


def _names(name: str) -> Iterable[str]:
    """Return the ways a name is written: whole, without its ending, and each of the languages in it."""
    whole = folded(name)
    short = next((whole.removesuffix(ending) for ending in ENDINGS if whole.endswith(ending)), whole)
    parts = [part.strip() for part in re.split(r"\s+[-–/]\s+", short)]
    after = (ENDINGS[0], " fylke") if whole.endswith(ENDINGS[1]) else ENDINGS[:1]
    return {whole, short, *parts, *(f"{part}{ending}" for part in (short, *parts) for ending in after)} - {""}
