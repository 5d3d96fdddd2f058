"""The rows of a ranking: what is known of each proposal, and terms that make up its points."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from portfolio.lookups.judging import judged, method_of
from portfolio.prioritising.decisions import Resolution, follows
from portfolio.prioritising.disagreement import Agreement
from portfolio.prioritising.ranking import Ranking, rank
from portfolio.prioritising.recommendations import Outcome
from portfolio.reports.funding.project import funded_project
from portfolio.reports.prioritising.ranking_rows import Known, RankedRow, known, outside, ranked
from portfolio.store.database import Database
from tests.rounds import CLOSED, of

Rows = dict[str, RankedRow]


@pytest.fixture
def made(database: Database) -> tuple[Known, Ranking]:
    round_ = of(database, CLOSED)
    with database.read() as reader:
        method = method_of(round_)
        return known(reader, round_, method), rank(method, judged(reader, round_))


def test_the_terms_add_up_to_the_points(made: tuple[Known, Ranking]) -> None:
    for row in ranked(*made):
        assert row.points is not None
        assert abs(sum(term.points for term in row.terms) - row.points) <= Decimal("0.1")


def test_a_row_has_the_place_and_the_published_points_of_the_order(made: tuple[Known, Ranking]) -> None:
    rows, placed = ranked(*made), made[1].placed
    assert [(row.proposal, row.place, row.points) for row in rows] == [
        (each.judged.proposal, each.place, each.score.published) for each in placed
    ]


def test_what_it_costs_is_applied_for_and_promised_is_that_of_all_years(
    database: Database, made: tuple[Known, Ranking]
) -> None:
    with database.read() as reader:
        for row in (*ranked(*made), *outside(*made)):
            whole = funded_project(reader, row.proposal).whole
            assert (row.cost, row.applied, row.promised) == (whole.cost, whole.applied, whole.promised)


def test_each_row_has_what_was_recommended_and_decided_on_it_and_no_other(
    made: tuple[Known, Ranking],
) -> None:
    rows = {row.proposal: row for row in (*ranked(*made), *outside(*made))}
    weak = rows["prosjekt:2026-008"]
    assert (weak.outcome, weak.decision) == (Outcome.NOT_RECOMMENDED, Resolution.REJECTED)
    undecided = rows["prosjekt:2026-003"]
    assert (undecided.outcome, undecided.decision, undecided.decided_in) == (Outcome.LOOK_FURTHER, None, "")
    assert all(row.decided_in and row.decided_on for row in rows.values() if row.decision)


def test_a_decision_that_does_not_follow_the_recommendation_is_named(
    database: Database, made: tuple[Known, Ranking]
) -> None:
    found, order = made
    told = {row.proposal for row in (*ranked(*made), *outside(*made)) if row.otherwise}
    assert told == {
        id
        for id, decision in found.decisions.items()
        if not follows(decision.resolution, found.recommendations[id].outcome)
    }
    turned = {
        id: each.model_copy(update={"resolution": Resolution.REJECTED})
        for id, each in found.decisions.items()
    }
    rows = ranked(replace(found, decisions=turned), order)
    assert [row.otherwise != "" for row in rows if row.decision] == [
        row.outcome is not Outcome.NOT_RECOMMENDED for row in rows if row.decision
    ]


def test_outside_the_order_there_is_no_place_and_what_stopped_it_is_named(
    made: tuple[Known, Ranking],
) -> None:
    rows = {row.proposal: row for row in outside(*made)}
    assert all((row.place, row.points, row.terms) == (None, None, ()) for row in rows.values())
    assert rows["prosjekt:2026-012"].stopped_by
    assert rows["prosjekt:2026-010"].statutory
    assert not rows["prosjekt:2026-010"].stopped_by


def test_disagreement_is_rounded_to_a_hundredth_and_missing_where_one_mark_is_alone(
    made: tuple[Known, Ranking],
) -> None:
    found, order = made
    first = order.placed[0].judged
    said = ranked(found, order)[0]
    assert (said.disagreement, said.agreement) == (Decimal("0.66"), Agreement.BETWEEN)
    assert not said.few_answers
    alone = type(first)(
        first.proposal, {key: marks[:1] for key, marks in first.marks.items()}, given=8, expected=72
    )
    row = ranked(found, rank(found.method, [alone]))[0]
    assert row.disagreement is row.agreement is None
    assert row.few_answers
    assert row.coverage == Fraction(1, 9)
