"""Whoever stands aside from a proposal sees its title in the round, and nothing else of it anywhere."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from portfolio.actions.prioritising.decisions import record_decision
from portfolio.actions.prioritising.recommendations import recommend
from portfolio.catalogue.exports.workbooks import exports
from portfolio.charts.prioritising import points
from portfolio.lookups.untold import ASIDE
from portfolio.people import Person
from portfolio.prioritising.decisions import Decision, Resolution, decision_id
from portfolio.prioritising.recommendations import Outcome, Recommendation, Unexplained, recommendation_id
from portfolio.reports.prioritising.ranking import RankingReport, ranking
from portfolio.reports.prioritising.recorded import Recorded, recorded
from portfolio.reports.story import proposal_story
from portfolio.sheets.writing.workbooks import workbook
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW
from tests.pages.seat import everything, seat
from tests.rounds import DONE, FIRST, IMPARTIAL, OPEN, READER, SECOND, SECRETARIAT, Stamped, met

ANOTHER = "prosjekt:2026-013"
"""Another that the member stands aside from."""
REFERENCE, TITLE, SECRET = "2026-015", "Bostøttedialogen", "Hemmelig grunn til rådet"


@pytest.fixture
def spoken(database: Database, stamp: Stamped) -> Database:
    """The example with its open round met on, and a recommendation and two decisions on the first of it."""
    met(database, stamp)
    for proposal, outcome in ((FIRST, Outcome.NOT_RECOMMENDED), (SECOND, Outcome.RECOMMENDED)):
        said = Recommendation(
            id=recommendation_id(OPEN, proposal),
            round=OPEN,
            proposal=proposal,
            outcome=outcome,
            reason=SECRET if proposal == FIRST else "Haster.",
        )
        recommend(database, said, stamp=stamp(SECRETARIAT))
    decision = Decision(
        id=decision_id(OPEN, FIRST),
        round=OPEN,
        proposal=FIRST,
        resolution=Resolution.REJECTED,
        case="KS 26/0200",
        on=date(2026, 11, 20),
    )
    first = record_decision(database, decision, stamp=stamp(SECRETARIAT))
    other = first.model_copy(update={"resolution": Resolution.POSTPONED})
    record_decision(database, other, why=SECRET, stamp=stamp(SECRETARIAT))
    return database


def test_the_order_is_told_without_it_and_its_title_alone_stands_apart(spoken: Database) -> None:
    mine, whole = told(spoken, DONE), told(spoken, READER)
    assert [row.proposal for row in mine.aside] == [ANOTHER, FIRST]
    assert (mine.aside[1].reference, mine.aside[1].title) == (REFERENCE, TITLE)
    rows = (mine.ranked, mine.outside, mine.terms, mine.departures, mine.steps)
    for found in (FIRST, REFERENCE, SECRET, "2026-015"):
        assert found not in repr(rows)
        assert found in repr((whole.ranked, whole.outside, whole.terms, whole.departures, whole.steps))


def test_no_place_is_left_empty_and_nobody_elses_points_or_order_change(spoken: Database) -> None:
    mine, whole = told(spoken, DONE), told(spoken, READER)
    assert [row.place for row in mine.ranked] == list(range(1, 9))
    others = [row for row in whole.ranked if row.proposal not in (FIRST, ANOTHER)]
    assert [(row.proposal, row.points, row.terms) for row in mine.ranked] == [
        (row.proposal, row.points, row.terms) for row in others
    ]


def test_the_chart_and_the_workbook_are_without_it_and_the_workbook_still_adds_up(spoken: Database) -> None:
    mine = told(spoken, DONE)
    assert REFERENCE not in points(mine.ranked, words("nb")).to_json()
    book = load_workbook(io.BytesIO(workbook(exports()["ranking"], mine, words=words("nb"))), data_only=True)
    cells = [(sheet.title, str(cell.value)) for sheet in book for row in sheet.iter_rows() for cell in row]
    named = [each for each in cells if TITLE in each[1] or REFERENCE in each[1] or SECRET in each[1]]
    assert [title for title, _ in named] == ["Les meg"]
    assert words("nb")("OK") in [value for title, value in cells if title == "Les meg"]


@pytest.mark.parametrize("asked", ["anbefal", "beslutning"])
def test_on_the_pages_of_the_round_stands_its_title_and_nothing_to_fill_in(
    spoken: Database, asked: str
) -> None:
    shown = seat(spoken, DONE, "prioritising.ranking", runde=OPEN, **{asked: FIRST})
    text = everything(shown)
    assert SECRET not in text
    assert not shown.radio
    whole = everything(seat(spoken, DONE, "prioritising.ranking", runde=OPEN)).replace("\\", "")
    assert whole.count(TITLE) == 1
    assert f"Du er inhabil i {REFERENCE} {TITLE}" in whole
    assert SECRET not in whole


def test_a_secretary_who_stands_aside_as_a_member_records_nothing_on_it_from_the_page(
    spoken: Database,
) -> None:
    shown = seat(spoken, DONE, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    assert shown.title[0].value == TITLE
    assert "Du er inhabil her" in shown.info[0].value


def test_what_is_recorded_on_it_is_not_told_and_its_own_page_tells_all_but_what_the_round_says(
    spoken: Database,
) -> None:
    with spoken.read() as reader:
        me, other = reader.get(Person, DONE), reader.get(Person, IMPARTIAL)
        assert recorded(reader, OPEN, FIRST, viewer=me) == Recorded(None, None, untold=ASIDE)
        assert recorded(reader, OPEN, FIRST, viewer=other).changed[0].reason == SECRET
        (own,) = proposal_story(reader, FIRST, viewer=me, on=NOW.date()).rounds
        (theirs,) = proposal_story(reader, FIRST, viewer=other, on=NOW.date()).rounds
    assert own.recorded == Recorded(None, None, untold=ASIDE)
    assert theirs.recorded.recommendation is not None
    assert theirs.recorded.decision is not None
    assert SECRET not in everything(seat(spoken, DONE, "proposals.proposals", id=FIRST))


def test_a_refusal_does_not_tell_where_it_stands(meeting_first: Database, stamp: Stamped) -> None:
    said = Recommendation(
        id=recommendation_id(OPEN, SECOND), round=OPEN, proposal=SECOND, outcome=Outcome.RECOMMENDED
    )
    with pytest.raises(Unexplained, match=REFERENCE):
        recommend(meeting_first, said, stamp=stamp(IMPARTIAL))
    recommend(meeting_first, said, stamp=stamp(DONE))


@pytest.fixture
def meeting_first(database: Database, stamp: Stamped) -> Database:
    """The open round met on, and its first not recommended."""
    met(database, stamp)
    said = Recommendation(
        id=recommendation_id(OPEN, FIRST), round=OPEN, proposal=FIRST, outcome=Outcome.NOT_RECOMMENDED
    )
    recommend(database, said, stamp=stamp(SECRETARIAT))
    return database


def told(database: Database, viewer: str) -> RankingReport:
    with database.read() as reader:
        return ranking(reader, OPEN, viewer=reader.get(Person, viewer))
