"""A round holds the versions it is opened with, and takes in another only on purpose, while it is open."""

import pytest
from sqlalchemy import text

from portfolio.actions.prioritising.basis import take_in, unmoved
from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.rounds import advance, keep_round
from portfolio.lookups.basis import bases
from portfolio.lookups.judging import judged
from portfolio.people import Forbidden
from portfolio.prioritising.basis import Basis
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import NotInRound, NotOpen, NotYours, RoundPhase
from portfolio.reports.prioritising.assessment import Progress, progress
from portfolio.reports.prioritising.impartiality import impartiality
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.rounds import (
    ALL_FOURS,
    CLOSED,
    COLLEAGUE,
    DONE,
    HALFWAY,
    OPEN,
    SECOND,
    SECRETARIAT,
    TOLK,
    Stamped,
    met,
    of,
    opened_round,
    rewritten,
    stand_aside,
)

NEW = "prosjekt:2026-001"


def held(database: Database, id: str = OPEN) -> dict[str, Basis]:
    with database.read() as reader:
        return dict(bases(reader, of(database, id)))


def head(database: Database) -> int:
    with database.read() as reader:
        return reader.head().seq


def far(database: Database, member: str) -> Progress:
    with database.read() as reader:
        return progress(reader, of(database), member=member)


def count(database: Database, proposal: str) -> int:
    """Return how many marks count on a proposal in the open round."""
    with database.read() as reader:
        return sum(each.given for each in judged(reader, of(database)) if each.proposal == proposal)


def taken_in(database: Database, stamp: Stamped, proposal: str = SECOND, **change: object) -> Basis:
    """Change a proposal, and take the new version into the open round."""
    rewritten(database, stamp, proposal, **change)
    seen = held(database)[proposal].revision
    return take_in(database, OPEN, proposal, seen=seen, stamp=stamp(SECRETARIAT))


def test_a_round_holds_its_proposals_as_they_stood_when_it_opened_round(
    database: Database, stamp: Stamped
) -> None:
    id = opened_round(database, stamp)
    assert [each.seq for each in held(database, id).values()] == [head(database) - 1]


def test_back_to_preparation_and_open_again_a_round_holds_what_it_held(
    database: Database, stamp: Stamped
) -> None:
    before = held(database)
    seen = of(database).revision
    advance(database, OPEN, to=RoundPhase.PREPARING, seen=seen, stamp=stamp(SECRETARIAT))
    rewritten(database, stamp)
    advance(database, OPEN, to=RoundPhase.SCORING, seen=seen + 1, stamp=stamp(SECRETARIAT))
    assert held(database) == before


def test_a_proposal_that_comes_in_is_held_as_it_stands_and_one_that_leaves_is_let_go_of(
    database: Database, stamp: Stamped
) -> None:
    id = opened_round(database, stamp)
    keep = of(database, id)
    rewritten(database, stamp, NEW)
    now = head(database)
    keep = keep_round(database, keep.model_copy(update={"proposals": (TOLK, NEW)}), stamp=stamp(SECRETARIAT))
    assert held(database, id)[NEW].seq == now
    keep_round(database, keep.model_copy(update={"proposals": (NEW,)}), stamp=stamp(SECRETARIAT))
    assert list(held(database, id)) == [NEW]


def test_whoever_began_on_a_proposal_before_it_was_taken_out_and_put_back_is_told(
    database: Database, stamp: Stamped
) -> None:
    """It came back at the revision it had, and marks that were begun on the one before were saved on the other."""
    with database.alone() as connection:
        connection.execute(text("DELETE FROM marks WHERE proposal = :id"), {"id": TOLK})
    began, whole = held(database)[TOLK].revision, of(database)
    without = tuple(each for each in whole.proposals if each != TOLK)
    out = keep_round(database, whole.model_copy(update={"proposals": without}), stamp=stamp(SECRETARIAT))
    rewritten(database, stamp)
    keep_round(database, out.model_copy(update={"proposals": whole.proposals}), stamp=stamp(SECRETARIAT))
    assert held(database)[TOLK].revision > began
    with database.write(stamp(SECRETARIAT)) as writer, pytest.raises(Stale):
        unmoved(writer, of(database), TOLK, seen=began)


def test_a_new_version_is_taken_in_by_those_who_run_rounds_alone(database: Database, stamp: Stamped) -> None:
    rewritten(database, stamp)
    with pytest.raises(Forbidden):
        take_in(database, OPEN, TOLK, seen=1, stamp=stamp(HALFWAY))
    now = head(database)
    moved = take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    assert (moved.seq, moved.revision) == (now, 2)
    with pytest.raises(Stale, match="Ingrid Solbakken"):
        take_in(database, OPEN, TOLK, seen=1, stamp=stamp(COLLEAGUE))


def test_nobody_takes_in_a_new_version_of_what_they_stand_aside_from(
    database: Database, stamp: Stamped
) -> None:
    stand_aside(database, stamp, SECRETARIAT, TOLK)
    with pytest.raises(Forbidden, match="another of the secretariat"):
        take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    take_in(database, OPEN, TOLK, seen=1, stamp=stamp(COLLEAGUE))


def test_what_a_round_has_judged_is_what_it_keeps(database: Database, stamp: Stamped) -> None:
    met(database, stamp)
    rewritten(database, stamp)
    for id, proposal in ((OPEN, TOLK), (CLOSED, NEW)):
        with pytest.raises(NotOpen, match="keeps the version it judged"):
            take_in(database, id, proposal, seen=1, stamp=stamp(SECRETARIAT))


def test_what_is_not_in_the_round_is_not_taken_in(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotInRound):
        take_in(database, OPEN, NEW, seen=1, stamp=stamp(SECRETARIAT))


def test_marks_on_the_version_before_count_no_more_until_they_are_confirmed(
    database: Database, stamp: Stamped
) -> None:
    before, rest = count(database, SECOND), count(database, TOLK)
    taken_in(database, stamp)
    assert before > 0
    assert (count(database, SECOND), count(database, TOLK)) == (0, rest)
    left = far(database, DONE)
    assert (left.left, left.again, left.complete) == ((SECOND,), (SECOND,), False)
    with database.read() as reader:
        own = reader.all(Mark, round=OPEN, proposal=SECOND, member=DONE)
    marks = {each.criterion: each.mark for each in own}
    reasons = {each.criterion: each.reason for each in own}
    assess(database, OPEN, SECOND, marks=marks, reasons=reasons, stamp=stamp(DONE))
    assert count(database, SECOND) == len(own) == 8
    assert far(database, DONE).complete
    assert far(database, DONE).again == ()


def test_marks_are_not_given_on_a_version_that_the_member_has_not_seen(
    database: Database, stamp: Stamped
) -> None:
    taken_in(database, stamp)
    with pytest.raises(Stale, match="Ingrid Solbakken"):
        assess(database, OPEN, SECOND, marks=ALL_FOURS, reasons={}, seen=1, stamp=stamp(DONE))
    assess(database, OPEN, SECOND, marks=ALL_FOURS, reasons={}, seen=2, stamp=stamp(DONE))


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"title": "Et annet"}, False),
        ({"owner_party": "kommune:0301"}, True),
        ({"owner_person": "person:halvard-lyngmoen"}, True),
        ({"partners": ("kommune:0301",)}, True),
    ],
)
def test_impartiality_is_confirmed_anew_only_where_owner_or_partners_are_others(
    database: Database, stamp: Stamped, change: dict[str, object], again: bool
) -> None:
    taken_in(database, stamp, **change)
    assert far(database, DONE).declared is not again
    with database.read() as reader:
        rows = impartiality(reader, OPEN, member=stamp(DONE).person)
        interests = {row.proposal.id: row.interest for row in rows}
    assert [row.proposal.id for row in rows if not row.said] == [SECOND] * again
    if again:
        with pytest.raises(NotYours, match="Confirm first"):
            assess(database, OPEN, SECOND, marks=ALL_FOURS, reasons={}, stamp=stamp(DONE))
    declare(database, OPEN, interests=interests, stamp=stamp(DONE))
    assert far(database, DONE).declared


def test_a_new_version_changes_the_standing_only_when_it_is_taken_in(
    database: Database, stamp: Stamped
) -> None:
    """An owner who writes a law into a proposal takes it out of nobody's order."""
    before = count(database, SECOND)
    rewritten(database, stamp, SECOND, statutory="Lov om prøving")
    assert count(database, SECOND) == before
    take_in(database, OPEN, SECOND, seen=1, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert SECOND not in [each.proposal for each in judged(reader, of(database))]
