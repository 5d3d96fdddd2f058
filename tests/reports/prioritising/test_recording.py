"""What is recorded in a round is on what is in it, and every step before its time has its reason."""

import pytest
from sqlalchemy import text

from portfolio.actions.prioritising.gates import Answered, answer_gates
from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.recommendations import recommend
from portfolio.actions.prioritising.rounds import begin_round
from portfolio.catalogue.methods import methods
from portfolio.prioritising.gates import Answer
from portfolio.prioritising.recommendations import Outcome, Recommendation, recommendation_id
from portfolio.prioritising.rounds import RoundPhase
from portfolio.reports.prioritising.recording import RULES
from portfolio.store.database import Database
from tests.rounds import (
    ALL_FOURS,
    CLOSED,
    FRESH,
    SECOND,
    SECRETARIAT,
    TOLK,
    Stamped,
    opened_round,
    out_of_use,
    step,
)

WORDS, STEPS, ORDER = (rule.name for rule in RULES)


@pytest.mark.parametrize("table", ["recommendations", "decisions"])
def test_a_word_on_a_proposal_of_another_round_is_found(database: Database, table: str) -> None:
    assert faults(database) == {}
    with database.alone() as connection:
        moved = text(f"UPDATE {table} SET proposal = :second WHERE id = :word")
        facts = {"second": SECOND, "word": f"{CLOSED}.prosjekt:2026-001"}
        assert connection.execute(moved, facts).rowcount == 1
    assert faults(database)[WORDS] == [f"{SECOND} has a word in {CLOSED} and is not in it"]


def test_a_departure_whose_reasons_are_gone_is_found(database: Database) -> None:
    with database.alone() as connection:
        command = "UPDATE recommendations SET reason = '' WHERE proposal IN (:above, :below)"
        named = {"above": "prosjekt:2026-006", "below": "prosjekt:2026-007"}
        assert connection.execute(text(command), named).rowcount == 2
    assert faults(database) == {ORDER: [f"{CLOSED}: prosjekt:2026-007 is put before prosjekt:2026-006"]}


def test_a_yes_against_a_requirement_that_nobody_has_given_a_reason_for_is_found(
    database: Database, stamp: Stamped
) -> None:
    small = assessed(database, stamp)
    step(database, stamp, RoundPhase.MEETING, id=small, reason="")
    said = Recommendation(
        id=recommendation_id(small, TOLK), round=small, proposal=TOLK, outcome=Outcome.RECOMMENDED
    )
    recommend(database, said, stamp=stamp(SECRETARIAT))
    step(database, stamp, RoundPhase.CLOSED, id=small, reason="")
    with database.alone() as connection:
        turned = "UPDATE gate_answers SET answer = 'no' WHERE round = :round AND gate = 'ordning'"
        assert connection.execute(text(turned), {"round": small}).rowcount == 1
    assert faults(database) == {ORDER: [f"{small}: {TOLK} is recommended though a requirement stops it"]}


def test_an_assessment_that_was_ended_with_something_left_and_no_reason_is_found(
    database: Database, stamp: Stamped
) -> None:
    small = assessed(database, stamp)
    step(database, stamp, RoundPhase.MEETING, id=small, reason="")
    assert faults(database) == {}
    with database.alone() as connection:
        lost = "DELETE FROM marks WHERE round = :round AND criterion = 'behov'"
        assert connection.execute(text(lost), {"round": small}).rowcount == 1
    found = faults(database)
    assert [*found] == [STEPS]
    assert found[STEPS][0].startswith(f"{small} went on by trace ")


def test_an_assessment_that_was_ended_while_whoever_had_something_left_was_out_of_use_holds(
    database: Database, stamp: Stamped
) -> None:
    small = opened_round(database, stamp)
    out_of_use(database, stamp, FRESH)
    step(database, stamp, RoundPhase.MEETING, id=small, reason="")
    assert faults(database) == {}
    out_of_use(database, stamp, FRESH, active=True)
    assert faults(database) == {}


def test_whoever_is_put_out_of_use_afterwards_takes_no_reason_with_them(
    database: Database, stamp: Stamped
) -> None:
    small = assessed(database, stamp)
    step(database, stamp, RoundPhase.MEETING, id=small, reason="")
    out_of_use(database, stamp, FRESH)
    with database.alone() as connection:
        connection.execute(text("DELETE FROM marks WHERE round = :round"), {"round": small})
    assert STEPS in faults(database)


def test_a_round_that_was_concluded_with_something_unsaid_and_no_reason_is_found(
    database: Database, stamp: Stamped
) -> None:
    small = assessed(database, stamp)
    step(database, stamp, RoundPhase.MEETING, id=small, reason="")
    said = Recommendation(
        id=recommendation_id(small, TOLK), round=small, proposal=TOLK, outcome=Outcome.RECOMMENDED
    )
    recommend(database, said, stamp=stamp(SECRETARIAT))
    step(database, stamp, RoundPhase.CLOSED, id=small, reason="")
    assert faults(database) == {}
    with database.alone() as connection:
        lost = "DELETE FROM recommendations WHERE round = :round"
        assert connection.execute(text(lost), {"round": small}).rowcount == 1
    found = faults(database)
    assert [*found] == [STEPS]


def test_a_round_that_went_on_with_something_left_and_a_reason_holds(
    database: Database, stamp: Stamped
) -> None:
    for each in (RoundPhase.MEETING, RoundPhase.CLOSED):
        step(database, stamp, each, reason="Fristen er ute.")
    assert faults(database) == {}


def assessed(database: Database, stamp: Stamped) -> str:
    """Make a round of one proposal and one member, who has marked it, and return its id."""
    secretariat, member = stamp(SECRETARIAT), stamp(FRESH)
    made = begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=(TOLK,),
        members=(FRESH,),
        stamp=secretariat,
    )
    gates: dict[str, Answered] = {each.key: (Answer.YES, "Ja.") for each in methods()[made.method].gates}
    answer_gates(database, made.id, TOLK, answers=gates, seen=0, stamp=secretariat)
    step(database, stamp, RoundPhase.SCORING, id=made.id, reason="")
    declare(database, made.id, interests={TOLK: None}, stamp=member)
    assess(database, made.id, TOLK, marks=ALL_FOURS, reasons={}, stamp=member)
    return made.id


def faults(database: Database) -> dict[str, list[str]]:
    """Return what these rules find, by name, where they find something."""
    with database.read() as reader:
        found = {rule.name: rule.hold(reader) for rule in RULES}
    return {
        name: [fault.in_english() for fault in each.faults] for name, each in found.items() if each.faults
    }
