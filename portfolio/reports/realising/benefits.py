"""The register of benefits: every one of them, what was reported, and what was changed."""

from dataclasses import dataclass
from datetime import date

from portfolio.lookups.benefits import background
from portfolio.messages import N_, Message
from portfolio.realising.benefits import Beneficiary, Benefit, BenefitKind
from portfolio.realising.course import Course
from portfolio.reports.imprint import Imprint, program
from portfolio.reports.naming import Naming
from portfolio.reports.realising.changes import ChangeRow, change_rows
from portfolio.reports.realising.letting_off import LetOff, let_off
from portfolio.reports.realising.rows import BenefitRow, ReadingRow, benefit_row, reading_rows
from portfolio.reports.realising.standing import all_standing
from portfolio.store.reading import Reader


@dataclass(frozen=True, slots=True)
class BenefitReport:
    """The register: every benefit, reading, change and release; and the end of the trail when it was asked.

    Of the `readings` each holds, and `corrected` are those that another took the place of.
    """

    on: date
    benefits: tuple[BenefitRow, ...]
    readings: tuple[ReadingRow, ...]
    corrected: tuple[ReadingRow, ...]
    changes: tuple[ChangeRow, ...]
    let_off: tuple[LetOff, ...]
    revision: int
    head: str

    @property
    def example(self) -> bool:
        """Whether any of the benefits is invented."""
        return any(row.example for row in self.benefits)

    @property
    def imprint(self) -> Imprint:
        """What the register rests on; what is late and expected is by the day `on`."""
        return Imprint(
            as_of=self.on,
            filters=(Message(N_("All benefits and disbenefits of all projects.")),),
            versions=(program(), Message(N_("Each change of a plan stands on a sheet of its own."))),
            prices=Message(
                N_(
                    "Values stand in the unit of each benefit. Kroner are current, and not adjusted for inflation."
                )
            ),
            revision=self.revision,
            head=self.head,
        )

    def only(
        self,
        *,
        proposal: str | None = None,
        kind: BenefitKind | None = None,
        beneficiary: Beneficiary | None = None,
        course: Course | None = None,
        late: bool = False,
    ) -> tuple[BenefitRow, ...]:
        """Return the benefits that are all this, those of one kind together."""
        order = list(BenefitKind)
        found = (
            row
            for row in self.benefits
            if proposal in (None, row.proposal)
            and kind in (None, row.kind)
            and beneficiary in (None, row.beneficiary)
            and course in (None, row.course)
            and (row.late or not late)
        )
        return tuple(sorted(found, key=lambda row: (order.index(row.kind), row.reference, row.id)))


def benefits(reader: Reader, *, on: date, proposal: str | None = None) -> BenefitReport:
    """Return the register of all projects, or of one."""
    only = {} if proposal is None else {"proposal": proposal}
    listed = reader.all(Benefit, **only)
    behind, naming, head = background(reader, listed), Naming(reader), reader.head()
    readings = tuple(row for each in listed for row in reading_rows(each, behind))
    return BenefitReport(
        on=on,
        benefits=reader.ask(all_standing, on=on)
        if proposal is None
        else tuple(benefit_row(each, behind, on=on) for each in listed),
        readings=readings,
        corrected=tuple(earlier for row in readings for earlier in row.earlier),
        changes=tuple(row for each in listed for row in change_rows(reader, each, behind, naming=naming)),
        let_off=let_off(reader, listed, behind),
        revision=head.seq,
        head=head.digest,
    )
