"""How the marks are spread and every reason: once the assessment is over, and without whose they are."""

import pytest

from portfolio.actions.prioritising.marks import assess
from portfolio.lookups.basis import texts_judged
from portfolio.people import Person
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.prioritising.opinions import DONT_KNOW, NOTHING_YET, Opinions, opinions
from portfolio.reports.prioritising.ranking import ranking
from portfolio.store.database import Database
from tests.rounds import ALL_FOURS, CLOSED, DONE, HALFWAY, OPEN, READER, SECRETARIAT, TOLK, Stamped, of, step

NEED = "Behov og brukernytte"
MINE, ANOTHERS = "Ånden er god.", "Aldri før prøvd."


@pytest.fixture
def written(database: Database, stamp: Stamped) -> Database:
    """The example, where two members have marked the same proposal, each with a reason."""
    for member, marks, reason in (
        (DONE, ALL_FOURS | {"behov": 5}, MINE),
        (HALFWAY, ALL_FOURS | {"behov": None}, ANOTHERS),
    ):
        assess(database, OPEN, TOLK, marks=marks, reasons={"behov": reason}, stamp=stamp(member))
    return database


@pytest.mark.parametrize("phase", [RoundPhase.PREPARING, RoundPhase.SCORING])
def test_before_the_assessment_is_over_there_is_nothing_for_anybody(
    written: Database, phase: RoundPhase
) -> None:
    with written.read() as reader:
        assert told(written, of(written).model_copy(update={"phase": phase})) == NOTHING_YET
        for viewer in (DONE, SECRETARIAT, READER):
            report = ranking(reader, OPEN, viewer=reader.get(Person, viewer))
            assert report.spread == report.reasons == ()


def test_every_step_is_counted_and_dont_know_too(written: Database, stamp: Stamped) -> None:
    step(written, stamp, RoundPhase.MEETING)
    found = told(written, of(written))
    rows = [row for row in found.spread if (row.proposal, row.criterion.nb) == (TOLK, NEED)]
    assert [row.step for row in rows] == ["1", "2", "3", "4", "5", DONT_KNOW]
    with written.read() as reader:
        (whole,) = [
            row
            for row in ranking(reader, OPEN, viewer=reader.get(Person, READER)).ranked
            if row.proposal == TOLK
        ]
    given = sum(int(str(row.step)) * row.count for row in rows[:-1]) / sum(row.count for row in rows[:-1])
    mean = next(term.mean for term in whole.terms if term.criterion.nb == NEED)
    assert round(given, 2) == float(mean)
    assert rows[-1].count >= 1


def test_reasons_stand_by_their_letters_and_say_neither_who_nor_which_mark(
    written: Database, stamp: Stamped
) -> None:
    step(written, stamp, RoundPhase.MEETING)
    reasons = [row for row in told(written, of(written)).reasons if row.proposal == TOLK]
    own = [row.reason for row in reasons if row.criterion.nb == NEED]
    assert {MINE, ANOTHERS} <= set(own)
    assert own == sorted(own)
    assert {row.who for row in reasons} == {""}
    assert "person:" not in repr(reasons)


def test_names_stand_with_the_reasons_where_the_members_were_told_so(
    written: Database, stamp: Stamped
) -> None:
    step(written, stamp, RoundPhase.MEETING)
    found = told(written, of(written).model_copy(update={"names_shown": True}))
    assert {row.reason: row.who for row in found.reasons}[MINE] == "Marit Fjellgjerde"


def test_what_does_not_count_is_not_told_either(written: Database, stamp: Stamped) -> None:
    step(written, stamp, RoundPhase.MEETING)
    others = tuple(each for each in of(written).members if each != DONE)
    found = told(written, of(written).model_copy(update={"members": others}))
    assert MINE not in {row.reason for row in found.reasons}


def test_whoever_stands_aside_reads_no_reason_of_it(database: Database) -> None:
    with database.read() as reader:
        first = "prosjekt:2026-001"
        aside = ranking(reader, CLOSED, viewer=reader.get(Person, "person:jonas-bratteskjær"))
        whole = ranking(reader, CLOSED, viewer=reader.get(Person, READER))
    assert first in {row.proposal for row in whole.reasons} & {row.proposal for row in whole.spread}
    assert first not in {row.proposal for row in (*aside.reasons, *aside.spread)}


def told(database: Database, round_: Round) -> Opinions:
    with database.read() as reader:
        return opinions(reader, round_, list(texts_judged(reader, round_).values()))
