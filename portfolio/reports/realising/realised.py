"""How benefits stand, counted: on the path, behind it, not measured, not to be told; and how many are late or moved."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from portfolio.realising.course import Course
from portfolio.reports.realising.rows import BenefitRow


@dataclass(frozen=True, slots=True)
class Realised:
    """How many benefits stand in each way; each is counted once, and those that are `late` once more.

    `moved` are those on the path whose plan is another than was first promised, of which `broken` were not on that.

    It cannot be told how a benefit stands that has no baseline, or whose target is the baseline.
    """

    on_path: int
    behind: int
    overdue: int
    unmeasured: int
    cannot_be_told: int
    late: int
    moved: int
    broken: int

    @property
    def all(self) -> int:
        """Every benefit."""
        return self.on_path + self.behind + self.overdue + self.unmeasured + self.cannot_be_told


def realised(rows: Iterable[BenefitRow]) -> Realised:
    """Return how many of these benefits stand in each way."""
    listed = tuple(rows)
    courses = Counter(row.course for row in listed)
    moved = [row for row in listed if row.moved and row.course is Course.ON_PATH]
    return Realised(
        on_path=courses[Course.ON_PATH],
        behind=courses[Course.BEHIND],
        overdue=courses[Course.OVERDUE],
        unmeasured=courses[Course.UNMEASURED],
        cannot_be_told=courses[Course.NO_BASELINE] + courses[Course.LEVEL],
        late=sum(row.late > 0 for row in listed),
        moved=len(moved),
        broken=sum(row.first_course is not Course.ON_PATH for row in moved),
    )
