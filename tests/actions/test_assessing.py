"""Impartiality, marks, the formal check and the phases of a round, as actions."""

from collections.abc import Callable

import pytest

from portfolio.actions.prioritising.gates import answer_gates
from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.prioritising.rounds import Lacking, advance, begin_round, keep_round
from portfolio.lookups.judging import standings
from portfolio.objections import Objection, Objections
from portfolio.people import Forbidden, Stamp
from portfolio.prioritising.gates import Answer, GateAnswer, Standing
from portfolio.prioritising.impartiality import Impartiality, Interest
from portfolio.prioritising.marks import Mark, NotAnswered, OutsideTheScale
from portfolio.prioritising.rounds import NotOpen, NotYours, Round, RoundPhase
from portfolio.store.database import Database
from portfolio.store.writing import Stale

Stamped = Callable[[str], Stamp]

ROUND, CLOSED, TOLK, STOPPED = "runde:2026-2", "runde:2026-1", "prosjekt:2026-016", "prosjekt:2026-022"
FRESH, HALFWAY, SECRETARIAT, COLLEAGUE = (
    "person:henrik-sandvollen",
    "person:sissel-nordengrind",
    "person:ingrid-solbakken",
    "person:torvald-myrhaug",
)
KEYS = (
    "forankring",
    "behov",
    "okonomi",
    "kvalitet",
    "utbredelse",
    "arkitektur",
    "samordning",
    "gjennomforbarhet",
)
ALL_FOURS: dict[str, int | None] = dict.fromkeys(KEYS, 4)


def test_impartiality_is_confirmed_for_the_whole_list_or_not_at_all(
    database: Database, stamp: Stamped
) -> None:
    with pytest.raises(NotAnswered, match="12 are left"):
        declare(database, ROUND, interests={}, stamp=stamp(FRESH))
    interests = dict.fromkeys(round_(database).proposals)
    declare(database, ROUND, interests=interests, stamp=stamp(FRESH))
    with database.read() as reader:
        assert reader.count(Impartiality, round=ROUND, member=FRESH) == 12


def test_standing_aside_takes_away_the_marks_already_given(database: Database, stamp: Stamped) -> None:
    give(database, stamp(HALFWAY))
    interests: dict[str, Interest | None] = dict.fromkeys(round_(database).proposals)
    declare(database, ROUND, interests=interests | {TOLK: Interest.FUNDER}, stamp=stamp(HALFWAY))
    with database.read() as reader:
        assert reader.count(Mark, round=ROUND, member=HALFWAY, proposal=TOLK) == 0


def test_marks_come_after_impartiality(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotYours, match="Confirm first"):
        give(database, stamp(FRESH))


def test_nobody_marks_what_they_stand_aside_from(database: Database, stamp: Stamped) -> None:
    interests: dict[str, Interest | None] = dict.fromkeys(round_(database).proposals)
    declare(database, ROUND, interests=interests | {TOLK: Interest.OTHER}, stamp=stamp(FRESH))
    with pytest.raises(NotYours, match="stand aside"):
        give(database, stamp(FRESH))


def test_a_proposal_that_is_stopped_gets_no_marks(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotYours, match="not ready"):
        assess(database, ROUND, STOPPED, marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))


def test_only_members_of_the_round_mark(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden):
        give(database, stamp(SECRETARIAT))


def test_a_closed_round_takes_no_marks(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotOpen):
        assess(database, CLOSED, "prosjekt:2026-001", marks=ALL_FOURS, reasons={}, stamp=stamp(HALFWAY))


def test_a_missing_mark_is_named_by_its_criterion(database: Database, stamp: Stamped) -> None:
    marks = {key: mark for key, mark in ALL_FOURS.items() if key not in ("behov", "okonomi")}
    with pytest.raises(Objections) as refused:
        assess(database, ROUND, TOLK, marks=marks, reasons={}, stamp=stamp(HALFWAY))
    assert [each.about for each in refused.value.listed] == ["behov", "okonomi"]


def test_a_mark_outside_the_scale_is_refused(database: Database, stamp: Stamped) -> None:
    with pytest.raises(OutsideTheScale):
        assess(database, ROUND, TOLK, marks=ALL_FOURS | {"behov": 6}, reasons={}, stamp=stamp(HALFWAY))


def test_the_newest_word_of_a_member_holds(database: Database, stamp: Stamped) -> None:
    give(database, stamp(HALFWAY))
    assess(database, ROUND, TOLK, marks=ALL_FOURS | {"behov": None}, reasons={}, stamp=stamp(HALFWAY))
    with database.read() as reader:
        (mark,) = reader.all(Mark, round=ROUND, proposal=TOLK, member=HALFWAY, criterion="behov")
    assert mark.mark is None


def test_a_check_may_be_half_done_but_every_answer_has_its_reason(database: Database, stamp: Stamped) -> None:
    begun = begun_round(database, stamp)
    check(database, begun, {"ordning": (Answer.YES, "Med i ordningen.")}, stamp(SECRETARIAT), seen=0)
    with database.read() as reader:
        assert standings(reader, reader.get(Round, begun))[TOLK] is Standing.WAITING
    with pytest.raises(Objections) as refused:
        check(
            database,
            begun,
            {"problem": (Answer.NO, " "), "modenhet": (None, "Uklart")},
            stamp(SECRETARIAT),
            seen=2,
        )
    assert [each.about for each in refused.value.listed] == ["reason.problem", "modenhet"]


def test_a_no_to_an_absolute_requirement_stops_the_proposal(database: Database, stamp: Stamped) -> None:
    check(
        database, ROUND, {"eier-drift": (Answer.NO, "Ingen eier.")}, stamp(SECRETARIAT), seen=seen(database)
    )
    with database.read() as reader:
        assert standings(reader, reader.get(Round, ROUND))[TOLK] is Standing.STOPPED


def test_a_check_seen_before_a_colleague_answered_is_stale_and_names_the_colleague(
    database: Database, stamp: Stamped
) -> None:
    before = seen(database)
    check(database, ROUND, {"problem": (Answer.NO, "Uklart.")}, stamp(COLLEAGUE), seen=before)
    with pytest.raises(Stale, match="Torvald Myrhaug"):
        check(database, ROUND, {"problem": (Answer.YES, "Klart.")}, stamp(SECRETARIAT), seen=before)


def test_the_check_is_closed_when_the_assessment_is_over(database: Database, stamp: Stamped) -> None:
    with pytest.raises(NotOpen, match="assessment is over"):
        check(database, CLOSED, {}, stamp(SECRETARIAT), seen=0)


def test_a_round_says_all_it_lacks_at_once(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Objections) as refused:
        begin_round(database, title=" ", method="", proposals=(), members=(), stamp=stamp(SECRETARIAT))
    assert [each.about for each in refused.value.listed] == ["title", "method", "proposals", "members"]


def test_two_rounds_have_two_titles(database: Database, stamp: Stamped) -> None:
    begun_round(database, stamp)
    with pytest.raises(Lacking):
        begun_round(database, stamp)


def test_a_round_opens_when_every_proposal_is_checked(database: Database, stamp: Stamped) -> None:
    begun = begun_round(database, stamp)
    with pytest.raises(NotOpen, match="1 proposals still wait"):
        advance(database, begun, to=RoundPhase.SCORING, seen=1, stamp=stamp(SECRETARIAT))


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
    changed = round_(database).model_copy(update=change)
    with pytest.raises(Objection) as refused:
        keep_round(database, changed, stamp=stamp(SECRETARIAT))
    assert refused.value.about == about


def test_a_member_runs_no_rounds(database: Database, stamp: Stamped) -> None:
    with pytest.raises(Forbidden):
        advance(database, ROUND, to=RoundPhase.CLOSED, seen=1, stamp=stamp(HALFWAY))


def give(database: Database, stamp: Stamp) -> None:
    assess(database, ROUND, TOLK, marks=ALL_FOURS, reasons={}, stamp=stamp)


def check(
    database: Database,
    round_: str,
    answers: dict[str, tuple[Answer | None, str]],
    stamp: Stamp,
    *,
    seen: int,
) -> None:
    answer_gates(database, round_, TOLK, answers=answers, seen=seen, stamp=stamp)


def begun_round(database: Database, stamp: Stamped) -> str:
    return begin_round(
        database,
        title="Våren 2027",
        method="felles/1.0",
        proposals=(TOLK,),
        members=(FRESH,),
        stamp=stamp(SECRETARIAT),
    ).id


def round_(database: Database) -> Round:
    with database.read() as reader:
        return reader.get(Round, ROUND)


def seen(database: Database) -> int:
    with database.read() as reader:
        return sum(each.revision for each in reader.all(GateAnswer, round=ROUND, proposal=TOLK))
