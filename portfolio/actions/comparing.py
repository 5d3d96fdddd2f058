"""What a workbook says held against what is stored: the rows that do not fit, and the ledger lines they come to."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from portfolio.catalogue.strategy import goals
from portfolio.funding.ledger import Entry, MoreThanThereIs, Place, Position, entry_id, move, positions
from portfolio.funding.stages import STAGES, Stage
from portfolio.given import LONGEST_LINE, wordless
from portfolio.messages import N_, Message
from portfolio.money import NOTHING, Money, too_large, total
from portfolio.objections import Objection
from portfolio.parties import JOINT, Party
from portfolio.proposals.costs import CostLine
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn, Upload
from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.store.reading import Reader

Lines = tuple[tuple[Stage, Money], ...]
"""What is put in the ledger together: new money is one line, a move onward two."""


class DoesNotFit(Objection):
    """A row that does not fit what is stored."""


class Stored:
    """What is stored that an upload speaks of."""

    def __init__(self, reader: Reader, upload: Upload) -> None:
        self.upload = upload
        listed = reader.all(Proposal)
        self._by_reference = {each.reference: each for each in listed}
        self._by_id = {each.id: each for each in listed}
        ids = {self.id_of(row.reference) for row in rows(upload)}
        entries = reader.all(Entry, proposal=ids)
        self._costs = {(each.proposal, each.year): each for each in reader.all(CostLine, proposal=ids)}
        self._positions = {each.place: each for each in positions(entries)}
        self._numbers = Counter(entry.proposal for entry in entries)
        self.parties = {each.id: each for each in reader.all(Party)}

    def proposal(self, reference: str) -> Proposal | None:
        """Return the stored proposal people know by this reference."""
        return self._by_reference.get(reference)

    def id_of(self, reference: str) -> str:
        """Return the id of a proposal, stored or on its way in."""
        known = self.proposal(reference)
        return known.id if known else proposal_id(reference)

    def taken_by(self, reference: str) -> str | None:
        """Return the reference of another stored proposal that has the id this one would get."""
        known = self._by_id.get(self.id_of(reference))
        return known.reference if known and known.reference != reference else None

    def named_else(self, body: PartyIn) -> str | None:
        """Return the name of another stored body that has the id this one would get."""
        known = self.parties.get(body.id)
        return known.name if known and known.name != body.name else None

    def near(self, reference: str) -> str | None:
        """Return a reference that is stored or on its way in, and differs from this only in case, spaces or leading zeros."""
        called = (*self._by_reference, *(each.reference for each in self.upload.proposals))
        return next((each for each in called if _plain(each) == _plain(reference)), None)

    def cost(self, reference: str, year: int) -> CostLine | None:
        """Return what is stored of a cost."""
        return self._costs.get((self.id_of(reference), year))

    def position(self, place: Place) -> Position:
        """Return what stands in a place of the ledger."""
        return self._positions.get(place, Position(place, {}))

    def contributions(self) -> Mapping[Place, list[ContributionIn]]:
        """Return the rows of contributions by project, party and year."""
        gathered: dict[Place, list[ContributionIn]] = {}
        for row in self.upload.contributions:
            place = Place(self.id_of(row.reference), row.party, row.year)
            gathered.setdefault(place, []).append(row)
        return gathered

    def entries(self, place: Place, lines: Lines, *, note: str, on: date) -> Iterator[Entry]:
        """Yield the entries of lines put in together, tied to each other where there are two."""
        first = self._numbers[place.proposal] + 1
        for number, (stage, amount) in enumerate(lines, first):
            yield Entry(
                id=entry_id(place.proposal, number),
                proposal=place.proposal,
                party=place.party,
                year=place.year,
                stage=stage,
                amount=amount,
                on=on,
                note=note,
                move=entry_id(place.proposal, first) if len(lines) > 1 else "",
            )
        self._numbers[place.proposal] += len(lines)


def rows(upload: Upload) -> tuple[ProposalIn | CostIn | ContributionIn, ...]:
    """Return every row that speaks of a proposal."""
    return (*upload.proposals, *upload.costs, *upload.contributions)


def said(position: Position, contributions: list[ContributionIn]) -> Mapping[Stage, Money]:
    """Return how far the rows of one place say that its money has come; what none of them says is as it stands."""
    told = {stage: [getattr(row, stage) for row in contributions] for stage in STAGES}
    named = {stage: [each for each in amounts if each is not None] for stage, amounts in told.items()}
    return {stage: total(amounts) if amounts else position.reached(stage) for stage, amounts in named.items()}


def joined(notes: Iterable[str]) -> str:
    """Return the notes of several rows as one, each once."""
    return "; ".join(dict.fromkeys(each for each in notes if each))


def lines(position: Position, target: Mapping[Stage, Money]) -> Iterator[Lines]:
    """Yield the lines that take a place from what stands there to what is said: new money first, then onward.

    Raises:
        MoreThanThereIs: money that has lapsed would have to go onward.
    """
    at = dict(position.at)
    fresh = target[Stage.APPLIED] - position.reached(Stage.APPLIED)
    if fresh:
        at[Stage.APPLIED] = at.get(Stage.APPLIED, Money(0)) + fresh
        yield ((Stage.APPLIED, fresh),)
    for from_, to in pairwise(STAGES):
        onward = target[to] - position.reached(to)
        if onward:
            moved = move(Position(position.place, at), onward, from_=from_, to=to)
            at |= {stage: at.get(stage, Money(0)) + amount for stage, amount in moved}
            yield moved


def misfits(stored: Stored) -> Iterator[Objection]:
    """Yield an objection for each row that does not fit what is stored, or another row."""
    yield from _signs_only(stored)
    yield from _look_alike(stored)
    yield from _strangers(stored)
    yield from _pointing_nowhere(stored)
    yield from _without_amount(stored)
    yield from _too_much(stored)
    for place, contributions in stored.contributions().items():
        yield from _uncovered(stored.position(place), contributions)


def _signs_only(stored: Stored) -> Iterator[Objection]:
    """Yield the proposals and bodies that would be called by signs only."""
    called = [(row.where, text) for row in stored.upload.proposals for text in (row.reference, row.title)]
    called += [(row.where, row.name) for row in stored.upload.parties]
    for where, text in called:
        if text and wordless(text):
            said = N_("Nothing can be called «{name}». Write at least one letter or digit.")
            yield DoesNotFit(said, about=where, name=text)


def _look_alike(stored: Stored) -> Iterator[Objection]:
    seen: dict[str, ProposalIn | PartyIn] = {}
    listed: tuple[ProposalIn | PartyIn, ...] = (*stored.upload.proposals, *stored.upload.parties)
    for row in listed:
        before = seen.setdefault(row.id if isinstance(row, PartyIn) else stored.id_of(row.reference), row)
        other = _name(before) if before is not row else None
        if other is None:
            other = stored.taken_by(row.reference) if isinstance(row, ProposalIn) else stored.named_else(row)
        if other is not None:
            yield DoesNotFit(
                N_(
                    "«{name}» cannot be told apart from «{other}». Write it the same way everywhere, or choose another."
                ),
                about=row.where,
                name=_name(row),
                other=other,
            )


def _name(row: ProposalIn | PartyIn) -> str:
    return row.name if isinstance(row, PartyIn) else row.reference


def _strangers(stored: Stored) -> Iterator[Objection]:
    coming = {row.reference for row in stored.upload.proposals}
    for row in rows(stored.upload):
        if row.reference not in coming and stored.proposal(row.reference) is None:
            near = stored.near(row.reference)
            if near:
                said = N_("No proposal has the reference {reference}. Is it «{near}»? Then write it so.")
                yield DoesNotFit(said, about=row.where, reference=row.reference, near=near)
                continue
            yield DoesNotFit(
                N_("No proposal has the reference {reference}. Add it to the sheet of proposals."),
                about=row.where,
                reference=row.reference,
            )


def _plain(reference: str) -> str:
    """Return a reference without what people and Excel leave out of it: spaces, signs between, zeros before a number."""
    parts = re.findall(r"[^\W\d_]+|\d+", reference.casefold())
    return " ".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)


def _pointing_nowhere(stored: Stored) -> Iterator[Objection]:
    """Yield the bodies and goals that a row names and that are neither stored nor on their way in."""
    bodies = {*stored.parties} | {each.id for each in stored.upload.parties}
    known = bodies | {each.key for each in goals()}
    for row in stored.upload.proposals:
        named = {row.owner_party, *row.partners, *row.goals}
        alone = {row.owner_party, *row.partners} & {JOINT}
        yield from (_nobody(row.where, id) for id in sorted(named - known | alone))
    for contribution in stored.upload.contributions:
        if contribution.party not in bodies:
            yield _nobody(contribution.where, contribution.party)


def _nobody(where: str, id: str) -> DoesNotFit:
    return DoesNotFit(N_("«{id}» is not in the register. Choose from the list."), about=where, id=id)


def _without_amount(stored: Stored) -> Iterator[Objection]:
    for row in stored.upload.costs:
        if row.amount is None and stored.cost(row.reference, row.year) is None:
            yield DoesNotFit(
                N_("Fill in «{column}»."), about=row.where, column=Message(N_("Amount in kroner"))
            )


def _too_much(stored: Stored) -> Iterator[Objection]:
    """Yield each cost and contribution that is larger than any that is entered."""
    said = [(row.where, row.amount) for row in stored.upload.costs]
    said += [(row.where, getattr(row, stage)) for row in stored.upload.contributions for stage in STAGES]
    for where, amount in said:
        yield from too_large(amount or NOTHING, about=where)


def _uncovered(position: Position, contributions: list[ContributionIn]) -> Iterator[Objection]:
    where, target = contributions[0].where, said(position, contributions)
    if not target[Stage.APPLIED] and all(row.applied is None for row in contributions):
        yield DoesNotFit(N_("Fill in «{column}»."), about=where, column=Stage.APPLIED)
        return
    further = [stage for stage in STAGES if position.reached(stage) > target[stage]]
    for stage in further:
        yield DoesNotFit(
            N_(
                "«{stage}» is {stored} already, more than the {said} in the row. Correct it in the ledger, or mend the row."
            ),
            about=where,
            stage=stage,
            stored=position.reached(stage),
            said=target[stage],
        )
    if len(joined(row.note for row in contributions)) > LONGEST_LINE:
        yield DoesNotFit(
            N_("The notes on this party and year are longer than {most} characters together. Shorten them."),
            about=where,
            most=LONGEST_LINE,
        )
    short = [(before, after) for before, after in pairwise(STAGES) if target[after] > target[before]]
    for before, after in short:
        yield DoesNotFit(
            N_("«{stage}» is {said}, more than the {reached} that «{before}» is. Correct one of them."),
            about=where,
            stage=after,
            said=target[after],
            reached=target[before],
            before=before,
        )
    if not further and not short:
        try:
            list(lines(position, target))
        except MoreThanThereIs:
            yield DoesNotFit(
                N_(
                    "{lapsed} of what is applied for has lapsed and cannot go onward. Raise what is applied for, or mend the row."
                ),
                about=where,
                lapsed=position.reached(Stage.LAPSED),
            )
