"""A round is made whole, loses no marks when it is changed, and goes on when nothing waits."""

from datetime import date

import pytest

from portfolio.actions.prioritising.gates import Answered, answer_gates
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.recommendations import recommend
from portfolio.actions.prioritising.rounds import (
    Lacking,
    Promised,
    Recorded,
    Unchecked,
    WouldLoseMarks,
    advance,
    begin_round,
    delete_round,
    keep_round,
)
from portfolio.lookups.steps import STEPS
from portfolio.objections import Objections
from portfolio.people import Forbidden, Stamp
from portfolio.prioritising.gates import Answer, GateAnswer
from portfolio.prioritising.impartiality import Impartiality, Interest, impartiality_id
from portfolio.prioritising.recommendations import Outcome, Recommendation, recommendation_id
from portfolio.prioritising.rounds import NeedsReason, NotAStep, NotOpen, Round, RoundPhase
from portfolio.reports.checking import check
from portfolio.reports.prioritising.gates import proposal_gates
from portfolio.reports.prioritising.ranking import ranking
from portfolio.store.database import Database
from portfolio.store.reading import Missing
from portfolio.store.writing import Stale
from tests.rounds import (
    ALL_FOURS,
    CLOSED,
    COLLEAGUE,
    FIRST,
    FRESH,
    HALFWAY,
    OPEN,
    SECOND,
    SECRETARIAT,
    STATUTORY,
    STOPPED,
    TOLK,
    Stamped,
    of,
    stand_aside,
    step,
)


def test_a_round_says_all_it_lacks_at_once(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Objections) as refused:
        begin_round(database, title=" ", method="", proposals=(), members=(), stamp=stamp(SECRETARIAT))
    assert [each.about for each in refused.value.listed] == ["title", "method", "proposals", "members"]


def test_a_round_is_not_called_by_signs_only(database: Database, stamp: Stamped) -> None:
    kept = of(database).model_copy(update={"title": "..!"})
    with pytest.raises(Lacking, match="letter or digit") as refused:
        keep_round(database, kept, stamp=stamp(SECRETARIAT))
    assert refused.value.about == "title"
    with pytest.raises(Lacking, match="letter or digit"):
        begin_round(
            database,
            title="???",
            method="felles/1.0",
            proposals=(TOLK,),
            members=(FRESH,),
            stamp=stamp(SECRETARIAT),
        )


def test_two_rounds_in_other_letters_have_two_ids(database: Database, stamp: Stamped) -> None:
    made = {
        begin_round(
            database,
            title=title,
            method="felles/1.0",
            proposals=(TOLK,),
            members=(FRESH,),
            stamp=stamp(SECRETARIAT),
        ).id
        for title in ("Весна", "Осень")
    }
    assert len(made) == 2


def test_a_round_that_never_was_open_is_deleted_with_its_answers_and_the_trail_keeps_it(
    database: Database, stamp: Stamped
) -> None:
    begun = begun_round(database, stamp)
    yes: dict[str, Answered] = {"problem": (Answer.YES, "")}
    answer_gates(database, begun, TOLK, answers=yes, seen=0, stamp=stamp(SECRETARIAT))
    aside(database, stamp(FRESH), begun)
    delete_round(database, begun, seen=of(database, begun).revision, answered=1, stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        assert reader.find(Round, begun) is None
        assert (reader.all(GateAnswer, round=begun), reader.all(Impartiality, round=begun)) == ((), ())
        assert [each.action for each in reader.traces(subject=begun)][::2] == ["delete_round", "begin_round"]
        first, last = reader.versions(Round, begun)
        assert (first.record is not None, last.record) == (True, None)
        assert all(each.holds for each in check(reader))
    assert begun_round(database, stamp) != begun


def test_a_round_that_has_been_open_is_never_deleted(database: Database, stamp: Stamped) -> None:
    for id in (OPEN, CLOSED):
        with pytest.raises(NotOpen, match="stands"):
            delete_round(database, id, seen=of(database, id).revision, answered=0, stamp=stamp(SECRETARIAT))
    step(database, stamp, RoundPhase.PREPARING)
    with pytest.raises(NotOpen, match="stands"):
        delete_round(database, OPEN, seen=of(database).revision, answered=90, stamp=stamp(SECRETARIAT))
    assert of(database).phase is RoundPhase.PREPARING


def test_a_round_is_deleted_by_whoever_may_make_one_and_stands_aside_from_none(
    database: Database, stamp: Stamped
) -> None:
    begun = begun_round(database, stamp)
    seen = of(database, begun).revision
    with pytest.raises(Forbidden):
        delete_round(database, begun, seen=seen, answered=0, stamp=stamp(FRESH))
    aside(database, stamp(SECRETARIAT), begun)
    with pytest.raises(Forbidden, match="another of the secretariat"):
        delete_round(database, begun, seen=seen, answered=0, stamp=stamp(SECRETARIAT))
    delete_round(database, begun, seen=seen, answered=0, stamp=stamp(COLLEAGUE))


def test_a_round_that_a_colleague_has_gone_on_with_is_not_deleted_unseen(
    database: Database, stamp: Stamped
) -> None:
    begun = begun_round(database, stamp)
    seen = of(database, begun).revision
    yes: dict[str, Answered] = {"problem": (Answer.YES, "")}
    answer_gates(database, begun, TOLK, answers=yes, seen=0, stamp=stamp(COLLEAGUE))
    with pytest.raises(Stale, match="Torvald Myrhaug"):
        delete_round(database, begun, seen=seen, answered=0, stamp=stamp(SECRETARIAT))


def test_two_rounds_have_two_titles(database: Database, stamp: Stamped) -> None:
    begun_round(database, stamp)
    with pytest.raises(Lacking):
        begun_round(database, stamp)


def test_a_round_opens_when_every_proposal_is_checked(database: Database, stamp: Stamped) -> None:
    begun = begun_round(database, stamp)
    with pytest.raises(Unchecked, match="1 proposals still wait") as refused:
        advance(database, begun, to=RoundPhase.SCORING, seen=1, stamp=stamp(SECRETARIAT))
    assert refused.value.about == "", "whoever stands aside may be the one who asks"


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"proposals": (TOLK,)}, "proposals"),
        ({"members": (FRESH,)}, "members"),
        ({"method": "ideportal/1.0"}, "method"),
    ],
)
def test_marks_already_given_are_never_lost_by_changing_the_round(
    database: Database, stamp: Stamped, change: dict[str, object], about: str
) -> None:
    changed = of(database).model_copy(update=change)
    with pytest.raises(WouldLoseMarks) as refused:
        keep_round(database, changed, stamp=stamp(SECRETARIAT))
    assert refused.value.about == about


def test_a_member_runs_no_rounds(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden):
        advance(database, OPEN, to=RoundPhase.CLOSED, seen=1, stamp=stamp(HALFWAY))


def test_nobody_takes_out_what_they_stand_aside_from_and_a_colleague_does(
    database: Database, stamp: Stamped
) -> None:
    stand_aside(database, stamp, SECRETARIAT, STATUTORY)
    left = tuple(each for each in of(database).proposals if each != STATUTORY)
    without = of(database).model_copy(update={"proposals": left})
    with pytest.raises(Forbidden, match="another of the secretariat"):
        keep_round(database, without, stamp=stamp(SECRETARIAT))
    kept = keep_round(database, without, stamp=stamp(COLLEAGUE))
    keep_round(database, kept.model_copy(update={"title": "Høsten"}), stamp=stamp(SECRETARIAT))


def test_changing_what_is_in_a_round_leaves_its_phase_as_it_is(database: Database, stamp: Stamped) -> None:
    changed = of(database).model_copy(update={"title": "Høsten", "phase": RoundPhase.CLOSED})
    kept = keep_round(database, changed, stamp=stamp(SECRETARIAT))
    assert (kept.title, of(database).phase) == ("Høsten", RoundPhase.SCORING)


@pytest.mark.parametrize(
    ("phase", "to", "asked"),
    [
        (RoundPhase.SCORING, RoundPhase.MEETING, "8 members have something left"),
        (RoundPhase.MEETING, RoundPhase.SCORING, "opened again for everybody, after the order has been seen"),
        (RoundPhase.MEETING, RoundPhase.CLOSED, "12 proposals have no recommendation"),
        (RoundPhase.CLOSED, RoundPhase.MEETING, "is opened again for everybody"),
    ],
)
def test_a_step_that_is_not_as_planned_has_a_reason_that_is_kept(
    database: Database, stamp: Stamped, phase: RoundPhase, to: RoundPhase, asked: str
) -> None:
    for each in tuple(RoundPhase)[2 : tuple(RoundPhase).index(phase) + 1]:
        step(database, stamp, each)
    for nothing in ("", " \u200b"):
        with pytest.raises(NeedsReason) as refused:
            step(database, stamp, to, reason=nothing)
        assert refused.value.about == "reason"
        assert asked in (refused.value.message.plural or refused.value.message.text).format(
            **refused.value.message.facts
        )
        assert of(database).phase is phase
    step(database, stamp, to, reason="Noen mangler svar.")
    with database.read() as reader:
        (last, *_) = reader.traces(subject=OPEN)
    assert (last.action, last.reason) == (STEPS[phase, to], "Noen mangler svar.")


def test_a_departure_that_came_with_other_marks_is_asked_about_when_the_round_is_concluded(
    meeting: Database, stamp: Stamped
) -> None:
    for each in of(meeting).proposals:
        outcome = Outcome.RECOMMENDED if each == FIRST else Outcome.NOT_RECOMMENDED
        recommend(meeting, word(each, outcome), stamp=stamp(SECRETARIAT))
    step(meeting, stamp, RoundPhase.SCORING)
    with meeting.read() as reader:
        declared = reader.all(Impartiality, round=OPEN, proposal=FIRST)
    for member in (each.member for each in declared if not each.aside):
        assess(meeting, OPEN, FIRST, marks=dict.fromkeys(ALL_FOURS, 1), reasons={}, stamp=stamp(member))
    step(meeting, stamp, RoundPhase.MEETING)
    with pytest.raises(NeedsReason, match="put before others that stand above it") as refused:
        step(meeting, stamp, RoundPhase.CLOSED, reason=" ")
    assert refused.value.about == "reason"
    step(meeting, stamp, RoundPhase.CLOSED, reason="Rådet sto ved det.")


def test_a_yes_that_a_requirement_stopped_afterwards_is_asked_about_and_named_when_the_round_is_concluded(
    meeting: Database, stamp: Stamped
) -> None:
    for each in of(meeting).proposals:
        outcome = Outcome.RECOMMENDED if each == FIRST else Outcome.NOT_RECOMMENDED
        recommend(meeting, word(each, outcome), stamp=stamp(SECRETARIAT))
    step(meeting, stamp, RoundPhase.SCORING)
    with meeting.read() as reader:
        held = proposal_gates(reader, OPEN, FIRST, viewer=stamp(SECRETARIAT).person)
    no: dict[str, Answered] = {"ordning": (Answer.NO, "Ikke avklart.")}
    answer_gates(
        meeting, OPEN, FIRST, answers=no, why="Funnet sent.", seen=held.revision, stamp=stamp(SECRETARIAT)
    )
    step(meeting, stamp, RoundPhase.MEETING)
    with pytest.raises(NeedsReason, match="though an absolute requirement is answered no") as refused:
        step(meeting, stamp, RoundPhase.CLOSED, reason=" ")
    assert refused.value.about == "reason"
    step(meeting, stamp, RoundPhase.CLOSED, reason="Rådet sto ved det.")
    with meeting.read() as reader:
        told = ranking(reader, OPEN, viewer=stamp(SECRETARIAT).person)
    (row,) = [each for each in told.departures if each.proposal == FIRST]
    assert "though an absolute requirement is answered no" in row.said.in_english()
    assert row.reason == "Rådet sto ved det."
    assert all(each.earlier for each in (*told.ranked, *told.outside))


def test_a_departure_that_was_hidden_from_whoever_wrote_is_asked_about_and_not_explained_by_their_reason(
    meeting: Database, stamp: Stamped
) -> None:
    stand_aside(meeting, stamp, SECRETARIAT, FIRST)
    recommend(meeting, word(FIRST, Outcome.NOT_RECOMMENDED), stamp=stamp(COLLEAGUE))
    recommend(meeting, word(SECOND, Outcome.NOT_RECOMMENDED), stamp=stamp(SECRETARIAT))
    third = word(TOLK, Outcome.RECOMMENDED).model_copy(update={"reason": "Foran den andre."})
    recommend(meeting, third, stamp=stamp(SECRETARIAT))
    for each in {*of(meeting).proposals} - {FIRST, SECOND, TOLK}:
        recommend(meeting, word(each, Outcome.NOT_RECOMMENDED), stamp=stamp(SECRETARIAT))
    with pytest.raises(NeedsReason, match="put before others that stand above it"):
        step(meeting, stamp, RoundPhase.CLOSED, reason="")
    step(meeting, stamp, RoundPhase.CLOSED, reason="Foran den første.")
    with meeting.read() as reader:
        told = ranking(reader, OPEN, viewer=stamp(COLLEAGUE).person)
    assert [(each.said.in_english(), each.reason) for each in told.departures] == [
        ("2026-016 is recommended before 2026-017", "Foran den andre."),
        ("2026-016 is recommended before 2026-015", "Foran den første."),
    ]


@pytest.mark.parametrize("phase", [RoundPhase.MEETING, RoundPhase.CLOSED])
@pytest.mark.parametrize(
    "change",
    [
        {"title": "Noe annet"},
        {"proposals": (TOLK,)},
        {"members": (FRESH,)},
        {"method": "ideportal/1.0"},
    ],
    ids=str,
)
def test_what_is_in_a_round_stands_when_its_assessment_is_over(
    database: Database, stamp: Stamped, phase: RoundPhase, change: dict[str, object]
) -> None:
    for each in tuple(RoundPhase)[2 : tuple(RoundPhase).index(phase) + 1]:
        step(database, stamp, each)
    before = of(database)
    with pytest.raises(NotOpen, match="what is in the round stands"):
        keep_round(database, before.model_copy(update=change), stamp=stamp(SECRETARIAT))
    assert of(database) == before


def test_a_closed_round_gains_neither_proposals_nor_members(database: Database, stamp: Stamped) -> None:
    closed = of(database, CLOSED)
    for more in (
        {"proposals": (*closed.proposals, TOLK)},
        {"members": (*closed.members, COLLEAGUE)},
        {"proposals": closed.proposals[1:]},
    ):
        with pytest.raises(NotOpen):
            keep_round(database, closed.model_copy(update=more), stamp=stamp(SECRETARIAT))
    assert of(database, CLOSED) == closed


def test_a_proposal_with_a_recommendation_stays_in_its_round_though_it_is_opened_again(
    meeting: Database, stamp: Stamped
) -> None:
    recommend(meeting, word(STOPPED, Outcome.NOT_RECOMMENDED), stamp=stamp(SECRETARIAT))
    step(meeting, stamp, RoundPhase.SCORING)
    others = tuple(each for each in of(meeting).proposals if each != STOPPED)
    with pytest.raises(Recorded, match="so it stays there") as refused:
        keep_round(meeting, of(meeting).model_copy(update={"proposals": others}), stamp=stamp(SECRETARIAT))
    assert refused.value.about == "proposals"


def test_whether_names_are_shown_is_settled_before_the_assessment_opens(
    database: Database, stamp: Stamped
) -> None:
    begun = of(database, begun_round(database, stamp))
    shown = keep_round(database, begun.model_copy(update={"names_shown": True}), stamp=stamp(SECRETARIAT))
    assert shown.names_shown
    step(database, stamp, RoundPhase.PREPARING)
    for phase in (RoundPhase.PREPARING, RoundPhase.SCORING):
        if phase is not RoundPhase.PREPARING:
            step(database, stamp, phase)
        other = of(database).model_copy(update={"names_shown": True})
        with pytest.raises(Promised, match="have been told") as refused:
            keep_round(database, other, stamp=stamp(SECRETARIAT))
        assert refused.value.about == "names_shown"


def test_a_round_goes_back_whatever_waits(database: Database, stamp: Stamped) -> None:
    advance(database, OPEN, to=RoundPhase.PREPARING, seen=of(database).revision, stamp=stamp(SECRETARIAT))
    assert of(database).phase is RoundPhase.PREPARING


def test_two_who_take_a_round_onward_at_once_take_it_once(database: Database, stamp: Stamped) -> None:
    seen = of(database).revision
    step(database, stamp, RoundPhase.MEETING)
    with pytest.raises(Stale, match="Ingrid Solbakken"):
        advance(database, OPEN, to=RoundPhase.CLOSED, seen=seen, stamp=stamp(COLLEAGUE))
    assert of(database).phase is RoundPhase.MEETING


@pytest.mark.parametrize("to", [RoundPhase.SCORING, RoundPhase.CLOSED])
def test_a_round_neither_stands_still_nor_leaps(database: Database, stamp: Stamped, to: RoundPhase) -> None:
    before = of(database)
    with pytest.raises(NotAStep):
        advance(database, OPEN, to=to, seen=before.revision, stamp=stamp(SECRETARIAT))
    assert of(database) == before


def test_the_day_a_round_was_begun_stays_through_every_change(database: Database, stamp: Stamped) -> None:
    id = begun_round(database, stamp)
    begun = of(database, id)
    assert begun.begun_on == date(2026, 11, 23)
    changed = begun.model_copy(update={"title": "Våren", "begun_on": None})
    assert keep_round(database, changed, stamp=stamp(SECRETARIAT)).begun_on == begun.begun_on


def test_to_make_a_round_and_to_change_it_are_two_things_in_the_trail(
    database: Database, stamp: Stamped
) -> None:
    begun = of(database, begun_round(database, stamp))
    keep_round(database, begun.model_copy(update={"title": "Våren"}), stamp=stamp(SECRETARIAT))
    with database.read() as reader:
        traces = reader.traces(subject=begun.id)
    assert [each.action for each in traces] == ["keep_round", "begin_round"]


def test_nothing_is_changed_of_a_round_that_nobody_has_made(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Missing):
        keep_round(database, of(database).model_copy(update={"id": "runde:x"}), stamp=stamp(SECRETARIAT))


def word(proposal: str, outcome: Outcome) -> Recommendation:
    return Recommendation(
        id=recommendation_id(OPEN, proposal), round=OPEN, proposal=proposal, outcome=outcome
    )


def aside(database: Database, stamp: Stamp, round_: str) -> None:
    who = stamp.person.id
    said = impartiality_id(round_, TOLK, who)
    with database.write(stamp) as writer:
        writer.add(Impartiality(id=said, round=round_, proposal=TOLK, member=who, interest=Interest.OTHER))
        writer.trace("declare", round_)


def begun_round(database: Database, stamp: Stamped) -> str:
    return begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=(TOLK,),
        members=(FRESH,),
        stamp=stamp(SECRETARIAT),
    ).id


def test_no_two_rounds_have_the_same_title_however_it_is_written(database: Database, stamp: Stamped) -> None:
    own, now = stamp(SECRETARIAT), of(database)
    for title in (now.title, f" {now.title.upper()}", now.title.replace(" ", "  ")):
        with pytest.raises(Lacking, match="Another round has this title") as refused:
            made_round(database, title, own)
        assert refused.value.about == "title"
    other = of(database, made_round(database, "Våren 2027", own))
    with pytest.raises(Lacking, match="Another round has this title"):
        keep_round(database, other.model_copy(update={"title": now.title.lower()}), stamp=own)
    kept = keep_round(database, other.model_copy(update={"title": "VÅREN 2027"}), stamp=own)
    assert kept.title == "VÅREN 2027"


def test_the_id_of_a_deleted_round_is_never_another_rounds(database: Database, stamp: Stamped) -> None:
    """The change log told what was done with the one as if it were done with the other."""
    own = stamp(SECRETARIAT)
    first = made_round(database, "Våren 2027", own)
    delete_round(database, first, seen=of(database, first).revision, answered=0, stamp=own)
    second = made_round(database, "Våren 2027", own)
    assert (first, second) == ("runde:våren-2027", "runde:våren-2027-2")


def made_round(database: Database, title: str, stamp: Stamp) -> str:
    return begin_round(
        database, title=title, method="felles/1.0", proposals=(TOLK,), members=(HALFWAY,), stamp=stamp
    ).id
