"""How the benefits stand, counted: on the path, behind it, late, and those that cannot be told."""

from dataclasses import dataclass

from portfolio.reports.realising.benefits import BenefitRow, Course


@dataclass(frozen=True, slots=True)
class Realised:
    """How the benefits stand: on the path, behind it, not to be told (no baseline, or no way to go), not measured."""

    on_path: int
    behind: int
    no_baseline: int
    unmeasured: int
    late: int

    @property
    def all(self) -> int:
        """Every benefit."""
        return self.on_path + self.behind + self.no_baseline + self.unmeasured


def realised(rows: tuple[BenefitRow, ...]) -> Realised:
    """Return how many benefits stand in each way."""
    courses = [row.course for row in rows]
    return Realised(
        on_path=courses.count(Course.ON_PATH),
        behind=courses.count(Course.BEHIND),
        no_baseline=courses.count(Course.NO_BASELINE) + courses.count(Course.LEVEL),
        unmeasured=courses.count(Course.UNMEASURED),
        late=sum(row.late > 0 for row in rows),
    )
