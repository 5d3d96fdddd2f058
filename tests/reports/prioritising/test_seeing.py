"""Who may see what of a round."""

from collections.abc import Callable

import pytest

from portfolio.people import Person
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.prioritising.seeing import hidden
from portfolio.store.database import Database
from tests.rounds import DONE, FRESH, HALFWAY, SECRETARIAT, of

People = Callable[[str], Person]


@pytest.mark.parametrize(
    ("who", "phase", "sees"),
    [
        (DONE, RoundPhase.SCORING, True),
        (HALFWAY, RoundPhase.SCORING, False),
        (FRESH, RoundPhase.SCORING, False),
        (SECRETARIAT, RoundPhase.SCORING, False),
        (DONE, RoundPhase.PREPARING, False),
        (SECRETARIAT, RoundPhase.MEETING, True),
        (FRESH, RoundPhase.CLOSED, True),
    ],
)
def test_others_marks_are_seen_when_the_own_are_in_or_the_assessment_is_over(
    database: Database, person: People, who: str, phase: RoundPhase, sees: bool
) -> None:
    with database.read() as reader:
        round_ = of(database).model_copy(update={"phase": phase})
        assert (hidden(reader, round_, viewer=person(who)) is None) is sees


@pytest.mark.parametrize(("who", "left"), [(HALFWAY, 7), (FRESH, 12)])
def test_the_reason_says_how_many_are_left_or_all_before_impartiality_is_confirmed(
    database: Database, person: People, who: str, left: int
) -> None:
    with database.read() as reader:
        why = hidden(reader, of(database), viewer=person(who))
    assert why is not None
    assert why.facts["left"] == left


@pytest.mark.parametrize("who", [DONE, HALFWAY, FRESH])
def test_a_member_of_a_round_taken_back_is_told_that_it_is_prepared_and_not_that_none_are_left(
    database: Database, person: People, who: str
) -> None:
    with database.read() as reader:
        taken_back = of(database).model_copy(update={"phase": RoundPhase.PREPARING})
        why = hidden(reader, taken_back, viewer=person(who))
    assert why is not None
    assert why.text.startswith("The round is being prepared.")
    assert not why.facts
