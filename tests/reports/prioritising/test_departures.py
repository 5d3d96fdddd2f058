"""Departures from the order in words, each with its reason."""

from portfolio.actions.prioritising.recommendations import recommend
from portfolio.prioritising.recommendations import Outcome, Recommendation, recommendation_id
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.prioritising.departures import DepartureRow, departure_rows
from portfolio.store.database import Database
from portfolio.words import words
from tests.rounds import CLOSED, OPEN, SECRETARIAT, TOLK, Stamped, of, step

THIRD = TOLK


def test_the_departure_of_the_example_is_named_with_its_reason(database: Database) -> None:
    rows = {row.reference: row for row in found(database, CLOSED)}
    assert words("nb")(rows["2026-007"].said) == "2026-007 anbefales foran 2026-006"
    assert rows["2026-007"].reason.startswith("Klimapuls går foran Oppvekstbildet")


def test_one_that_is_recommended_before_two_without_a_word_names_both_and_is_explained_by_the_end_of_the_round(
    meeting: Database, stamp: Stamped
) -> None:
    recommend(meeting, word(THIRD), stamp=stamp(SECRETARIAT))
    (row,) = found(meeting)
    assert (row.reason, row.explained) == ("", False)
    assert words("nb")(row.said) == "2026-016 anbefales foran 2026-015 og 2026-017"
    step(meeting, stamp, RoundPhase.CLOSED, reason="Resten tas til våren.")
    row, *silent = found(meeting)
    assert (row.reason, row.explained) == ("Resten tas til våren.", True)
    assert len(silent) == 11
    assert {each.reason for each in silent} == {"Resten tas til våren."}
    assert words("nb")(silent[0].said).endswith(" ble stående uten anbefaling")


def test_opened_again_it_waits_for_a_reason_once_more(meeting: Database, stamp: Stamped) -> None:
    recommend(meeting, word(THIRD), stamp=stamp(SECRETARIAT))
    for phase in (RoundPhase.CLOSED, RoundPhase.MEETING):
        step(meeting, stamp, phase)
    (row,) = found(meeting)
    assert not row.explained


def found(database: Database, id: str = OPEN) -> tuple[DepartureRow, ...]:
    with database.read() as reader:
        return departure_rows(reader, of(database, id))


def word(proposal: str) -> Recommendation:
    return Recommendation(
        id=recommendation_id(OPEN, proposal), round=OPEN, proposal=proposal, outcome=Outcome.RECOMMENDED
    )
