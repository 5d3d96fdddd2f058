"""A filled-in workbook of proposals, read whole: what it says, and everything that is wrong with it."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from portfolio.given import LANGUAGES, slug
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.parties import JOINT, Party, PartyKind
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn, Upload
from portfolio.proposals.proposal import Phase
from portfolio.proposals.strategy import Goal
from portfolio.sheets.filling.forms import CONTRIBUTIONS, COSTS, EXAMPLE, PARTIES, PROPOSALS, Form
from portfolio.sheets.filling.register import Register, UnknownBody
from portfolio.sheets.filling.rows import Missing, Row, WrongCell, folded, rows, sheet_of
from portfolio.sheets.filling.safe import Grid, read_sheets
from portfolio.words import words

MOST_OBJECTIONS = 300
STEPS = ("applied", "promised", "agreed", "paid")
PREFIXES: Mapping[PartyKind, str] = {PartyKind.STATE: "stat", PartyKind.OTHER: "annen"}
"""The bodies that can be new; municipalities, counties and KS are in the register."""
EXAMPLES = {folded(each) for each in (EXAMPLE, "EXAMPLE", "DØME")}
C = TypeVar("C", bound=StrEnum)
T = TypeVar("T")


class Twice(Objection):
    """The same thing on two rows."""


def read_proposals(
    name: str, content: bytes, *, parties: Sequence[Party], goals: Sequence[Goal], today_year: int
) -> tuple[Upload, tuple[Objection, ...]]:
    """Return what a workbook says, and every fault in it; `about` tells the sheet and cell of each.

    What is faulty is left out of the upload, and so are the costs and contributions of a faulty proposal, so it
    is to be kept only where there are no faults.

    Raises:
        Unreadable: the file as a whole is refused.
    """
    reading = _Reading(read_sheets(content), parties, goals, today_year)
    upload = Upload(
        name=name.strip()[-200:] or "?",
        digest=hashlib.sha256(content).hexdigest(),
        parties=reading.parties,
        proposals=reading.collect(PROPOSALS, reading.proposal),
        costs=reading.collect(COSTS, reading.cost),
        contributions=reading.collect(CONTRIBUTIONS, reading.contribution),
    )
    return upload, _at_most(reading.faults)


def _at_most(faults: Sequence[Objection]) -> tuple[Objection, ...]:
    shown, left = tuple(faults[:MOST_OBJECTIONS]), len(faults) - MOST_OBJECTIONS
    if left <= 0:
        return shown
    return (*shown, WrongCell(N_("There are {left} more faults. Mend these first."), left=left))


class _Reading:
    """One workbook under reading; faults are gathered as they are found."""

    def __init__(
        self, grids: Sequence[Grid], parties: Sequence[Party], goals: Sequence[Goal], today_year: int
    ) -> None:
        self.faults: list[Objection] = []
        self._grids, self._today_year = grids, today_year
        self._goals = _goals(goals)
        self._seen: dict[tuple[object, ...], str] = {}
        self._faulty: set[str] = set()
        self._register = Register(parties)
        self.parties = self.collect(PARTIES, self.party)
        fresh = [Party(id=each.id, kind=each.kind, name=each.name) for each in self.parties]
        self._register = Register([*parties, *fresh])

    def collect(self, form: Form, read: Callable[[Row], T | None]) -> tuple[T, ...]:
        """Return what the rows of a sheet say, leaving out the examples and those with faults."""
        found = []
        for row in self._rows(form):
            said = read(row)
            if row.faults:
                self.faults.extend(row.faults)
            elif said is not None:
                found.append(said)
        return tuple(found)

    def party(self, row: Row) -> PartyIn | None:
        """Return a new body; None where the register has it already."""
        name = row.text("name")
        kind = self._choice(row, "kind", among=tuple(PREFIXES))
        if not name or kind is None:
            return None
        self._once(row, "name", ("party", slug(name)))
        if self._is_known(name):
            return None
        return PartyIn(where=row.where, id=f"{PREFIXES[kind]}:{slug(name)}", kind=kind, name=name)

    def proposal(self, row: Row) -> ProposalIn | None:
        """Return a proposal."""
        reference = row.text("reference")
        self._once(row, "reference", ("proposal", folded(reference)))
        texts = {field: row.text(field) for field in _TEXTS}
        owner = self._party(row, "owner_party", joint=False)
        phase = self._choice(row, "phase", among=tuple(Phase))
        goals = tuple(dict.fromkeys(self._several(row, "goals", self._goal)))
        partners = tuple(dict.fromkeys(self._several(row, "partners", self._partner)))
        starts, ends = (row.year(field, around=self._today_year) for field in ("starts", "ends"))
        if starts and ends and ends < starts:
            row.fault("ends", WrongCell, N_("The last year is before the first."))
        if row.faults or owner is None:
            self._faulty.add(reference)
            return None
        return ProposalIn(
            where=row.where,
            reference=reference,
            owner_party=owner,
            phase=phase,
            goals=goals,
            partners=partners,
            starts=starts,
            ends=ends,
            **texts,
        )

    def cost(self, row: Row) -> CostIn | None:
        """Return a cost in a year."""
        reference, note = row.text("reference"), row.text("note")
        year, amount = row.year("year", around=self._today_year), row.money("amount")
        self._once(row, "reference", ("cost", folded(reference), year))
        if row.faults or reference in self._faulty or year is None or amount is None:
            return None
        return CostIn(where=row.where, reference=reference, year=year, amount=amount, note=note)

    def contribution(self, row: Row) -> ContributionIn | None:
        """Return how far a contribution has come."""
        reference, note = row.text("reference"), row.text("note")
        party, year = self._party(row, "party", joint=True), row.year("year", around=self._today_year)
        amounts = {step: row.money(step) or Money(0) for step in STEPS}
        for earlier, later in pairwise(STEPS):
            if not row.faults and amounts[later] > amounts[earlier]:
                row.fault(later, WrongCell, _TOO_MUCH[later], earlier=amounts[earlier])
        self._once(
            row, "reference", ("contribution", folded(reference), party, year, note, *amounts.values())
        )
        if row.faults or reference in self._faulty or party is None or year is None:
            return None
        return ContributionIn(
            where=row.where, reference=reference, party=party, year=year, note=note, **amounts
        )

    def _rows(self, form: Form) -> Iterable[Row]:
        try:
            sheet = sheet_of(form, self._grids)
            if sheet is None and form is not PARTIES:
                raise Missing(
                    N_("The sheet «{sheet}» is missing. Use the template."), sheet=Message(form.title)
                )
        except Missing as missing:
            self.faults.append(missing)
            return []
        first = form.headings[0].field
        return [each for each in (rows(sheet) if sheet else ()) if not _is_example(each, first)]

    def _once(self, row: Row, field: str, key: tuple[object, ...]) -> None:
        """Note a row that says what an earlier one has said."""
        here = row.sheet.cell(field, row.number)
        if row.faults or not key[1]:
            return
        before = self._seen.setdefault(key, here)
        if before != here:
            row.fault(
                field,
                Twice,
                N_("The same stands in {cell}. Delete one of them, or put them together."),
                cell=before,
            )

    def _party(self, row: Row, field: str, *, joint: bool) -> str | None:
        text = row.text(field)
        found = row.note(field, lambda: self._register.find(text)) if text else None
        if found and found.id == JOINT and not joint:
            row.fault(
                field, WrongCell, N_("One body must own the proposal, not the municipalities together.")
            )
        return found.id if found else None

    def _partner(self, text: str) -> str:
        return self._register.find(text).id

    def _goal(self, text: str) -> str:
        key = self._goals.get(folded(text))
        if key is None:
            raise WrongCell(
                N_("«{given}» is not a goal of the strategy. Choose from the list."), given=text[:80]
            )
        return key

    def _several(self, row: Row, field: str, find: Callable[[str], str]) -> Iterable[str]:
        parts = [part.strip() for part in re.split(r"[;\n]", row.text(field, lines=True)) if part.strip()]
        found = [row.note(field, lambda part=part: find(part)) for part in parts]  # type: ignore[misc]
        return [each for each in found if each]

    def _choice(self, row: Row, field: str, *, among: tuple[C, ...]) -> C | None:
        text = row.text(field)
        known = {folded(words(language).name(each)): each for each in among for language in LANGUAGES}
        known |= {folded(each.value): each for each in among}
        if text and folded(text) not in known:
            row.fault(
                field,
                WrongCell,
                N_("«{given}» is not one of the choices. Choose from the list."),
                given=text[:40],
            )
        return known.get(folded(text))

    def _is_known(self, name: str) -> bool:
        try:
            self._register.find(name)
        except UnknownBody:
            return False
        except Objection:
            return True
        return True


_TEXTS = ("title", "summary", "need", "solution", "zero_alternative", "statutory", "contact", "source")
_TOO_MUCH: Mapping[str, str] = {
    "promised": N_("More is promised than the {earlier} that is applied for. Correct one of them."),
    "agreed": N_("More is agreed than the {earlier} that is promised. Correct one of them."),
    "paid": N_("More is paid than the {earlier} that is agreed. Correct one of them."),
}


def _goals(goals: Sequence[Goal]) -> dict[str, str]:
    """Return the goals by everything people may call them: id, number, title, or number and title."""
    known: dict[str, str] = {}
    for goal in goals:
        texts = [goal.text.in_(language) for language in LANGUAGES]
        for called in (goal.key, str(goal.number), *texts, *(f"{goal.number} {text}" for text in texts)):
            known[folded(called)] = goal.key
    return known


def _is_example(row: Row, field: str) -> bool:
    """Say whether a row only shows how it is done."""
    written = folded(Row(row.sheet, row.number, row.cells).text(field))
    return written in EXAMPLES or any(written.startswith(f"{each} ") for each in EXAMPLES)
