"""One benefit is shown whole, and offers each person what they may do with it."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

from portfolio.actions.realising.benefits import add_benefit
from portfolio.actions.realising.readings import report
from portfolio.pages.realising.reading import about
from portfolio.people import PROGRAM, Stamp
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.readings import Certainty
from portfolio.reports.realising.benefit import benefit_story
from portfolio.store.database import Database
from portfolio.words import words
from tests.pages.realising.benefit_seats import (
    DRIVING,
    OCTOBER,
    OWNER,
    READER,
    SECRETARIAT,
    TODAY,
    WITHOUT_BASELINE,
    benefit,
)
from tests.pages.seat import everything, seat, tables, written


def test_a_benefit_without_baseline_says_why_attainment_is_missing(database: Database) -> None:
    shown = seat(database, READER, "realising.benefits", id=WITHOUT_BASELINE)
    assert not shown.exception
    assert [each.value for each in shown.metric][-1] == "–"
    assert "Ikke noe nullpunkt, så måloppnåelsen kan ikke beregnes" in everything(shown)


def test_attainment_below_zero_is_shown_as_it_is(database: Database, stamp: Callable[[str], Stamp]) -> None:
    report(
        database,
        DRIVING,
        period=OCTOBER,
        certainty=Certainty.MEASURED,
        value=Decimal("6.78"),
        comment="",
        on=TODAY,
        stamp=stamp(OWNER),
    )
    shown = seat(database, READER, "realising.benefits", id=DRIVING)
    assert shown.metric[-1].value == "−20\u00a0%"


def test_where_the_path_is_today_stands_beside_the_latest_value(database: Database) -> None:
    with database.read() as look:
        row = benefit_story(look, DRIVING, on=TODAY).row
    shown = seat(database, READER, "realising.benefits", id=DRIVING)
    found = {each.label: each.value for each in shown.metric}
    assert row.expected is not None
    assert found["Forventet nå"] == words("nb").number(about(row.expected))


def test_a_stopped_project_is_said_on_its_benefits_and_in_the_register(database: Database) -> None:
    with database.write(Stamp(person=PROGRAM, at=datetime(2026, 11, 23, tzinfo=UTC))) as writer:
        project = writer.get(Proposal, benefit(database).proposal)
        writer.revise(project.model_copy(update={"phase": Phase.STOPPED}))
        writer.trace("revise_proposal", project.id)
    shown = seat(database, READER, "realising.benefits", id=DRIVING)
    assert "Prosjektet er stoppet" in everything(shown)
    register = seat(database, READER, "realising.benefits", prosjekt=benefit(database).proposal)
    states = [each for table in tables(register) for each in table["Tilstand"]]
    assert states
    assert all("prosjektet er stoppet" in each for each in states)


def test_a_reader_reads_and_the_owner_reports_corrects_and_changes(database: Database) -> None:
    reader = everything(seat(database, READER, "realising.benefits", id=DRIVING))
    owner = everything(seat(database, OWNER, "realising.benefits", id=DRIVING))
    for word in ("Rapporter oktober 2026", "Endre denne gevinsten", "periode=2026-09"):
        assert word not in reader
        assert word in owner


def test_what_people_wrote_is_never_markdown_nor_html(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    hostile = benefit(database).model_copy(
        update={"title": "![x](//evil.example/i.png)", "unit": "<b>dager</b>", "indicator": "*x*"}
    )
    free = add_benefit(database, hostile, stamp=stamp(SECRETARIAT))
    for query in ({"id": free.id}, {"prosjekt": free.proposal}):
        shown = seat(database, READER, "realising.benefits", **query)
        assert "![x]" not in written(shown)
        assert "<b>" not in written(shown) + "".join(each.proto.body for each in shown.get("html"))
