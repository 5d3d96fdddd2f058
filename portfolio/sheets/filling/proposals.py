"""A filled-in workbook of proposals, read whole: what it says, and everything that is wrong with it."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from portfolio.funding.stages import STAGES, Stage
from portfolio.given import LONGEST_LINE, slug
from portfolio.messages import N_, Message
from portfolio.objections import Objection
from portfolio.parties import Party
from portfolio.proposals.fields import Kind
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn, Upload
from portfolio.proposals.strategy import Goal
from portfolio.proposals.years import BACKWARDS, backwards
from portfolio.sheets.filling.amounts import Amounts
from portfolio.sheets.filling.choices import Goals
from portfolio.sheets.filling.ends import NoEnd, end_of
from portfolio.sheets.filling.forms import CONTRIBUTIONS, COSTS, PARTIES, PROPOSALS, BlankSheet
from portfolio.sheets.filling.meanings import Meanings, Said
from portfolio.sheets.filling.register import Register, new_id
from portfolio.sheets.filling.rows import Row, WrongCell, rows
from portfolio.sheets.filling.safe import Grid, Unreadable, read_sheets
from portfolio.sheets.filling.sheet import FilledSheet, LeftOut, sheet_of
from portfolio.sheets.filling.texts import folded
from portfolio.sheets.filling.unread import (
    Noted,
    comments,
    example,
    hidden,
    merged,
    titles,
    unread_columns,
    unread_rows,
    unread_sheets,
)

MOST_OBJECTIONS = 300
"""Our own choice: more than anybody mends cell by cell, since so many mostly come of a few columns being wrong."""
T = TypeVar("T")


class Twice(Objection):
    """The same thing on two rows."""


class FromFile(NamedTuple):
    """What a workbook says, every fault in it, and what is not read or may be meant otherwise; `about` tells the cell of each."""

    upload: Upload
    faults: tuple[Objection, ...]
    remarks: tuple[Objection, ...]

    @property
    def to_accept(self) -> bool:
        """Whether any of the remarks must be looked at before anybody says yes."""
        return any(not isinstance(each, Noted) for each in self.remarks)


def read_proposals(
    name: str, content: bytes, *, parties: Sequence[Party], goals: Sequence[Goal], today_year: int
) -> FromFile:
    """Return what a workbook says, and all there is to say of it.

    What is faulty is left out of the upload, and so are the costs and contributions of a faulty proposal, so it
    is to be kept only where there are no faults.

    Raises:
        Unreadable: the file as a whole is refused.
    """
    _let_be_filled_in(content)
    grids = read_sheets(content)
    reading = _Reading(grids, parties, Goals(goals), today_year)
    upload = Upload(
        name=name.strip()[-LONGEST_LINE:] or "?",
        digest=hashlib.sha256(content).hexdigest(),
        parties=reading.parties,
        proposals=reading.collect(PROPOSALS, reading.proposal),
        costs=reading.collect(COSTS, reading.cost),
        contributions=reading.collect(CONTRIBUTIONS, reading.contribution),
    )
    return FromFile(
        upload, _at_most(reading.faults), _at_most(tuple(remarks(grids, reading.sheets, reading.amounts)))
    )


def _at_most(faults: Sequence[Objection]) -> tuple[Objection, ...]:
    shown, left = tuple(faults[:MOST_OBJECTIONS]), len(faults) - MOST_OBJECTIONS
    if left <= 0:
        return shown
    return (*shown, WrongCell(N_("There are {left} more faults. Mend these first."), left=left))


def _let_be_filled_in(content: bytes) -> None:
    """Refuse a workbook that was taken out of here, which is to be read and not to be filled in."""
    try:
        end_of(content)
    except NoEnd:
        return
    raise Unreadable(
        N_(
            "This workbook was downloaded from Fellesporteføljen to be read, and is not brought in again. Download the template, copy into it what is to be brought in, and upload that. Nothing is saved."
        )
    )


def remarks(grids: Sequence[Grid], sheets: Sequence[FilledSheet], amounts: Amounts) -> Iterator[Objection]:
    """Yield what stands in a workbook and is not read, and what is read but may be meant otherwise."""
    yield from unread_sheets(grids, sheets)
    for sheet in sheets:
        yield from unread_rows(sheet)
        yield from unread_columns(sheet)
        yield from comments(sheet)
        yield from hidden(sheet)
    yield from example(sheets)
    yield from amounts.remarks()


class _Reading:
    """One workbook under reading; faults are gathered as they are found."""

    def __init__(
        self, grids: Sequence[Grid], parties: Sequence[Party], goals: Goals, today_year: int
    ) -> None:
        self.faults: list[Objection] = []
        self.sheets: list[FilledSheet] = []
        self.amounts = Amounts()
        self._grids = grids
        self._seen: dict[tuple[object, ...], str] = {}
        self._faulty: set[str] = set()
        self._meanings = Meanings(Register(parties), goals, today_year)
        self.parties = self.collect(PARTIES, self.party)
        fresh = [Party(id=each.id, kind=each.kind, name=each.name) for each in self.parties]
        self._meanings = Meanings(Register([*parties, *fresh]), goals, today_year)

    def collect(self, form: BlankSheet, read: Callable[[Row, Said], T | None]) -> tuple[T, ...]:
        """Return what the rows of a sheet say, leaving out those with faults."""
        found = []
        for row in self._rows(form):
            told = self._meanings.said(row)
            said = read(row, told)
            if row.faults:
                self.faults.extend(row.faults)
            elif said is not None:
                found.append(said)
                self._take_amounts(row, told)
        return tuple(found)

    def _take_amounts(self, row: Row, told: Said) -> None:
        for each in row.sheet.form.headings:
            if each.kind is Kind.MONEY and each.field in told:
                self.amounts.take(row, each, told[each.field])

    def party(self, row: Row, said: Said) -> PartyIn | None:
        """Return a new body; None where the register has it already."""
        if row.faults:
            return None
        id = new_id(said["kind"], said["name"])
        given = PartyIn.model_validate({**said, "where": row.where, "id": id})
        self._once(row, "name", ("party", slug(given.name)))
        return None if self._meanings.register.knows(given.name) else given

    def proposal(self, row: Row, said: Said) -> ProposalIn | None:
        """Return a proposal."""
        reference = str(said.get("reference", ""))
        if not row.faulty("reference"):
            self._once(row, "reference", ("proposal", folded(reference)))
        if backwards(said.get("starts"), said.get("ends")):
            row.fault("ends", WrongCell, BACKWARDS)
        if row.faults:
            self._faulty.add(reference)
            return None
        return ProposalIn.model_validate({**said, "where": row.where})

    def cost(self, row: Row, said: Said) -> CostIn | None:
        """Return a cost in a year."""
        if row.faults:
            return None
        given = CostIn.model_validate({"amount": None, **said, "where": row.where})
        self._once(row, "reference", ("cost", folded(given.reference), given.year))
        return None if given.reference in self._faulty else given

    def contribution(self, row: Row, said: Said) -> ContributionIn | None:
        """Return how far a contribution has come."""
        if row.faults:
            return None
        given = ContributionIn.model_validate({"applied": None, **said, "where": row.where})
        if not self._too_much(row, given):
            alike = given.model_copy(update={"where": "", "reference": folded(given.reference)})
            self._once(row, "reference", ("contribution", alike))
        return None if given.reference in self._faulty else given

    def _too_much(self, row: Row, given: ContributionIn) -> bool:
        """Note the first amount that is more than the one it is a part of, and say whether there is one."""
        told = [(each, amount) for each in STAGES if (amount := getattr(given, each)) is not None]
        for (_, before), (later, after) in pairwise(told):
            if after > before:
                row.fault(later, WrongCell, _TOO_MUCH[later], earlier=before)
                return True
        return False

    def _rows(self, form: BlankSheet) -> Iterable[Row]:
        try:
            sheet = sheet_of(form, self._grids)
            if sheet is None and form is not PARTIES:
                raise LeftOut(
                    N_(
                        "The sheet «{sheet}» is missing. The file has {found}. Use the sheets of the template."
                    ),
                    sheet=Message(form.title),
                    found=titles(self._grids),
                )
        except LeftOut as gap:
            self.faults.append(gap)
            return []
        if sheet is None:
            return []
        self.sheets.append(sheet)
        self.faults.extend(merged(sheet))
        return [row for row in rows(sheet) if not row.example]

    def _once(self, row: Row, field: str, key: tuple[object, ...]) -> None:
        """Note a row that says what an earlier one has said."""
        here = row.sheet.cell(field, row.number)
        before = self._seen.setdefault(key, here)
        if before != here:
            row.fault(
                field,
                Twice,
                N_("The same stands in {cell}. Delete one of them, or put them together."),
                cell=before,
            )


_TOO_MUCH: Mapping[Stage, str] = {
    Stage.PROMISED: N_("More is promised than the {earlier} that is applied for. Correct one of them."),
    Stage.AGREED: N_("More is agreed than the {earlier} that is promised. Correct one of them."),
    Stage.PAID: N_("More is paid than the {earlier} that is agreed. Correct one of them."),
}
