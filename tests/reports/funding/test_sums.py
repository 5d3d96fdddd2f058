"""Projects and years together: what one has beyond its cost covers nothing of what another lacks."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.funding.ledger import Place, Position
from portfolio.funding.stages import Stage
from portfolio.money import NOTHING, Money
from portfolio.parties import Party, PartyKind
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.reports.funding.project_years import ProjectYear, project_years
from portfolio.reports.funding.sums import Sums, by_project, by_year, summed

PARTIES = {
    "nav": Party(id="nav", kind=PartyKind.STATE, name="Nav"),
    "ks": Party(id="ks", kind=PartyKind.KS, name="KS"),
}
amounts = st.integers(0, 10**12)


def rows(costs: dict[tuple[str, int], int], promised: dict[tuple[str, str, int], int]) -> list[ProjectYear]:
    """Return how projects are covered, by project and year, and by project, party and year."""
    known = {id for id, *_ in (*costs, *promised)}
    return list(
        project_years(
            {id: Proposal(id=id, reference=id, title=id, owner_party="ks") for id in known},
            PARTIES,
            [
                CostLine(id=f"{id}.{year}", proposal=id, year=year, amount=Money(ore))
                for (id, year), ore in costs.items()
            ],
            [Position(Place(*place), {Stage.PROMISED: Money(ore)}) for place, ore in promised.items()],
        )
    )


def test_what_one_has_beyond_its_cost_does_not_cover_what_another_lacks() -> None:
    sums = summed(
        rows({("a", 2026): 100, ("b", 2026): 100}, {("a", "nav", 2026): 150, ("b", "ks", 2026): 70})
    )
    assert (sums.cost, sums.promised) == (Money(200), Money(220))
    assert (sums.lacking, sums.beyond) == (Money(30), Money(50))


def test_nor_does_one_year_cover_another() -> None:
    sums = summed(rows({("a", 2026): 100, ("a", 2027): 100}, {("a", "nav", 2026): 200}))
    assert (sums.lacking, sums.beyond) == (Money(100), Money(100))


@given(st.lists(st.tuples(amounts, amounts), max_size=6))
def test_cost_less_what_is_promised_is_what_is_lacking_less_what_is_beyond(
    pairs: list[tuple[int, int]],
) -> None:
    costs = {("a", 2026 + at): cost for at, (cost, _) in enumerate(pairs)}
    promised = {("a", "nav", 2026 + at): ore for at, (_, ore) in enumerate(pairs)}
    sums = summed(rows(costs, promised))
    assert sums.cost - sums.promised == sums.lacking - sums.beyond
    assert min(sums.lacking, sums.beyond) >= NOTHING


def test_each_side_has_its_part_of_what_is_promised() -> None:
    sums = summed(rows({("a", 2026): 100}, {("a", "nav", 2026): 30, ("a", "ks", 2026): 10}))
    assert (sums.state_share, sums.local_share) == (Fraction(3, 4), Fraction(1, 4))


def test_of_nothing_no_side_has_a_part() -> None:
    sums: Sums = summed([])
    assert (sums.cost, sums.state_share, sums.local_share) == (NOTHING, None, None)


def test_years_stand_in_order_and_projects_by_reference() -> None:
    listed = rows({("b", 2027): 1, ("a", 2028): 2, ("b", 2026): 4}, {})
    assert [(each.year, each.sums.cost.ore) for each in by_year(listed)] == [(2026, 4), (2027, 1), (2028, 2)]
    assert [(each.reference, each.sums.cost.ore) for each in by_project(listed)] == [("a", 2), ("b", 5)]


@pytest.mark.parametrize(
    ("sides", "parts"),
    [((1, 1, 1), (34, 33, 33)), ((1, 2, 0), (33, 67, None)), ((0, 0, 0), (None, None, None))],
)
def test_the_parts_of_the_sides_in_whole_hundredths_sum_to_a_hundred(sides, parts):
    state, local, other = map(Money, sides)
    promised = state + local + other
    some = Sums(
        cost=promised,
        state=state,
        local=local,
        other=other,
        lacking=Money(0),
        beyond=Money(0),
        applied=promised,
        promised=promised,
        agreed=Money(0),
        paid=Money(0),
    )
    assert some.in_hundred == tuple(None if each is None else Fraction(each, 100) for each in parts)
