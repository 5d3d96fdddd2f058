"""The council's recommendation: in its meeting, by those who may, and explained where it departs from the order."""

from contextlib import suppress

import pytest

from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.recommendations import recommend
from portfolio.people import Forbidden
from portfolio.prioritising.recommendations import Outcome, Recommendation, Unexplained, recommendation_id
from portfolio.prioritising.rounds import NeedsReason, NotOpen, RoundPhase
from portfolio.store.database import Database
from portfolio.store.writing import Stale
from tests.rounds import (
    COLLEAGUE,
    DONE,
    FIRST,
    FRESH,
    IMPARTIAL,
    OPEN,
    READER,
    SECOND,
    SECRETARIAT,
    STOPPED,
    Stamped,
    met,
    rewritten,
    stand_aside,
    step,
)


def test_the_council_recommends_in_its_meeting_and_not_before(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotOpen):
        recommend(database, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(IMPARTIAL))


def test_in_step_with_the_order_needs_no_reason(meeting: Database, stamp: Stamped) -> None:
    recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(IMPARTIAL))
    recommend(meeting, word(SECOND, Outcome.NOT_RECOMMENDED), stamp=stamp(IMPARTIAL))


def test_out_of_step_with_the_order_needs_one_and_names_what_it_passes_by(
    meeting: Database, stamp: Stamped
) -> None:
    recommend(meeting, word(FIRST, Outcome.LOOK_FURTHER), stamp=stamp(IMPARTIAL))
    with pytest.raises(Unexplained, match="compared with 2026-015") as refused:
        recommend(meeting, word(SECOND, Outcome.RECOMMENDED), stamp=stamp(IMPARTIAL))
    assert refused.value.about == "reason"
    recommend(meeting, word(SECOND, Outcome.RECOMMENDED, reason="Haster."), stamp=stamp(IMPARTIAL))


def test_recommending_what_a_requirement_stopped_needs_a_reason(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(Unexplained):
        recommend(meeting, word(STOPPED, Outcome.RECOMMENDED), stamp=stamp(IMPARTIAL))


def test_conditions_have_words(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(Unexplained, match="conditions"):
        recommend(meeting, word(FIRST, Outcome.WITH_CONDITIONS), stamp=stamp(IMPARTIAL))


def test_two_who_record_at_once_do_not_overwrite_each_other(meeting: Database, stamp: Stamped) -> None:
    recommend(meeting, word(FIRST, Outcome.LOOK_FURTHER), stamp=stamp(IMPARTIAL))
    with pytest.raises(Stale, match="Even Kvammeland"):
        recommend(meeting, word(FIRST, Outcome.NOT_RECOMMENDED), stamp=stamp(SECRETARIAT))


def test_a_member_who_stands_aside_does_not_speak_for_the_council(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden, match="stand aside"):
        recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(DONE))


def test_a_secretary_who_stands_aside_records_nothing_on_it_and_a_colleague_does(
    meeting: Database, stamp: Stamped
) -> None:
    stand_aside(meeting, stamp, SECRETARIAT, FIRST)
    with pytest.raises(Forbidden, match="another of the secretariat"):
        recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(SECRETARIAT))
    recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(COLLEAGUE))
    recommend(meeting, word(SECOND, Outcome.RECOMMENDED), stamp=stamp(SECRETARIAT))


def test_a_member_who_has_not_said_whether_they_are_impartial_does_not_speak_for_the_council(
    meeting: Database, stamp: Stamped
) -> None:
    with pytest.raises(Forbidden, match="have not said that you are impartial") as refused:
        recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(FRESH))
    assert refused.value.about == "outcome"


def test_nor_does_one_whose_word_was_of_another_owner(database: Database, stamp: Stamped) -> None:
    rewritten(database, stamp, FIRST, owner_party="kommune:0301")
    take_in(database, OPEN, FIRST, seen=1, stamp=stamp(SECRETARIAT))
    met(database, stamp)
    with pytest.raises(Forbidden, match="have not said that you are impartial"):
        recommend(database, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(IMPARTIAL))
    recommend(database, word(SECOND, Outcome.RECOMMENDED), stamp=stamp(IMPARTIAL))


def test_a_recommendation_is_of_its_own_proposal_whatever_id_it_comes_with(
    meeting: Database, stamp: Stamped
) -> None:
    recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(IMPARTIAL))
    for id in ("ny", recommendation_id(OPEN, FIRST)):
        stolen = word(SECOND, Outcome.LOOK_FURTHER).model_copy(update={"id": id, "revision": 0})
        with suppress(Stale):
            recommend(meeting, stolen, stamp=stamp(IMPARTIAL))
    with meeting.read() as reader:
        told = {each.id: each.proposal for each in reader.all(Recommendation, round=OPEN)}
    assert told == {recommendation_id(OPEN, each): each for each in (FIRST, SECOND)}


def test_a_reader_recommends_nothing(meeting: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden):
        recommend(meeting, word(FIRST, Outcome.RECOMMENDED), stamp=stamp(READER))


def test_in_its_meeting_the_council_changes_its_word_freely(meeting: Database, stamp: Stamped) -> None:
    said = recommend(meeting, word(FIRST, Outcome.LOOK_FURTHER), stamp=stamp(IMPARTIAL))
    recommend(meeting, said.model_copy(update={"outcome": Outcome.RECOMMENDED}), stamp=stamp(IMPARTIAL))


@pytest.mark.parametrize(
    "back", [(RoundPhase.CLOSED, RoundPhase.MEETING), (RoundPhase.SCORING, RoundPhase.MEETING)]
)
def test_a_word_changed_after_the_round_was_opened_again_says_why(
    meeting: Database, stamp: Stamped, back: tuple[RoundPhase, ...]
) -> None:
    said = recommend(meeting, word(FIRST, Outcome.LOOK_FURTHER), stamp=stamp(IMPARTIAL))
    for each in back:
        step(meeting, stamp, each)
    other = said.model_copy(update={"outcome": Outcome.RECOMMENDED})
    with pytest.raises(NeedsReason) as refused:
        recommend(meeting, other, stamp=stamp(IMPARTIAL))
    assert refused.value.about == "why"
    again = recommend(meeting, other, why="Nye opplysninger.", stamp=stamp(IMPARTIAL))
    recommend(meeting, again.model_copy(update={"reason": "Haster."}), stamp=stamp(IMPARTIAL))
    recommend(meeting, word(SECOND, Outcome.NOT_RECOMMENDED), stamp=stamp(IMPARTIAL))
    with meeting.read() as reader:
        reasons = [each.reason for each in reader.traces(subject=FIRST, actions=("recommend",))]
    assert reasons == ["", "Nye opplysninger.", ""]


def word(proposal: str, outcome: Outcome, *, reason: str = "") -> Recommendation:
    return Recommendation(
        id=recommendation_id(OPEN, proposal), round=OPEN, proposal=proposal, outcome=outcome, reason=reason
    )
