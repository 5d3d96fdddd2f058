"""Who may see what of a round, and how far each member has come."""

from collections.abc import Callable

import pytest

from portfolio.people import Person
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.prioritising.assessment import progress
from portfolio.reports.prioritising.seeing import hidden
from portfolio.store.database import Database

ROUND = "runde:2026-2"
DONE, HALFWAY, FRESH, SECRETARIAT = (
    "person:marit-fjellgjerde",
    "person:sissel-nordengrind",
    "person:henrik-sandvollen",
    "person:ingrid-solbakken",
)


def test_half_an_assessment_is_not_in(database: Database) -> None:
    with database.read() as reader:
        own = progress(reader, reader.get(Round, ROUND), member=HALFWAY)
        begun = {each.proposal for each in reader.all(Mark, round=ROUND, member=HALFWAY)}
    assert len(own.done) == 3
    assert len(begun & set(own.left)) == 1
    assert own.part == pytest.approx(0.3)


def test_statutory_and_stopped_proposals_are_in_nobodys_queue(database: Database) -> None:
    with database.read() as reader:
        own = progress(reader, reader.get(Round, ROUND), member=FRESH)
    assert not {"prosjekt:2026-018", "prosjekt:2026-022"} & {*own.done, *own.left}
    assert not own.complete


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
    database: Database, person: Callable[[str], Person], who: str, phase: RoundPhase, sees: bool
) -> None:
    with database.read() as reader:
        round_ = reader.get(Round, ROUND).model_copy(update={"phase": phase})
        assert (hidden(reader, round_, viewer=person(who)) is None) is sees


def test_the_reason_says_how_many_are_left(database: Database, person: Callable[[str], Person]) -> None:
    with database.read() as reader:
        why = hidden(reader, reader.get(Round, ROUND), viewer=person(HALFWAY))
    assert why is not None
    assert why.facts["left"] == 7
