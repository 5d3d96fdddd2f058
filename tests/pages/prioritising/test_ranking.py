"""The ranking: hidden until it may be seen, and then with all that it rests on."""

import pytest
from sqlalchemy import text

from portfolio.actions.prioritising.rounds import advance
from portfolio.prioritising.rounds import RoundPhase
from portfolio.proposals.proposal import Phase
from portfolio.store.database import Database
from tests.pages.seat import everything, seat, tables
from tests.rounds import CLOSED, DONE, FIRST, HALFWAY, OPEN, READER, SECRETARIAT, Stamped, of, rewritten

DECIDED = "prosjekt:2026-001"


def test_the_newest_round_that_is_over_is_shown_first(database: Database) -> None:
    shown = seat(database, READER, "prioritising.ranking")
    assert shown.selectbox[0].value == CLOSED
    assert list(tables(shown)[0].columns) == [
        "Forslag",
        "Poeng",
        "Kostnad",
        "Rådet anbefaler",
        "KS' beslutning",
    ]


def test_the_method_version_and_whose_the_weights_are_is_said(database: Database) -> None:
    text = everything(seat(database, READER, "prioritising.ranking"))
    assert "versjon 1.0" in text.replace("\\", "")
    assert "Rådet har valgt vektene selv" in text


def test_the_figures_of_the_chart_stand_in_a_table(database: Database) -> None:
    shown = seat(database, READER, "prioritising.ranking")
    assert len(shown.get("vega_lite_chart")) == 1
    assert len(tables(shown)[2]) == 80


def test_a_member_who_is_not_done_sees_why_the_order_is_hidden(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.ranking", runde=OPEN)
    assert "vises når vurderingen er over" in shown.info[0].value
    assert "vurdert" in everything(shown)
    assert not tables(shown)


@pytest.mark.parametrize("person", [DONE, READER, SECRETARIAT])
def test_others_see_nothing_while_the_assessment_goes_on(database: Database, person: str) -> None:
    shown = seat(database, person, "prioritising.ranking", runde=OPEN)
    assert not tables(shown)
    assert not shown.get("download_button")


@pytest.mark.parametrize("who", [DONE, READER])
def test_a_round_that_is_prepared_can_neither_be_chosen_nor_asked_for(
    database: Database, stamp: Stamped, who: str
) -> None:
    prepared = of(database)
    advance(database, OPEN, to=RoundPhase.PREPARING, seen=prepared.revision, stamp=stamp(SECRETARIAT))
    for query in ({}, {"anbefal": FIRST}, {"beslutning": FIRST}):
        shown = seat(database, who, "prioritising.ranking", runde=OPEN, **query)
        assert prepared.title not in everything(shown)
        assert not [each for box in shown.selectbox for each in box.options if prepared.title in each]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("DELETE FROM marks", "Ingen har gitt karakterer ennå"),
        ("UPDATE gate_answers SET answer = 'no'", "Alt i runden er lovpålagt"),
    ],
)
def test_a_round_where_nothing_has_a_place_says_so(database: Database, command: str, said: str) -> None:
    with database.alone() as connection:
        connection.execute(text(command))
    shown = seat(database, READER, "prioritising.ranking", runde=CLOSED)
    assert not shown.exception
    assert shown.info[0].value.startswith(said)
    assert len(tables(shown)[-1]) == 12


def test_the_council_is_never_said_to_make_a_resolution(database: Database) -> None:
    for page in (
        seat(database, SECRETARIAT, "prioritising.ranking"),
        seat(database, DONE, "prioritising.ranking"),
    ):
        assert "vedtak" not in everything(page).lower().replace("vedtak og oppfølging", "").replace(
            "vedtaksbrev", ""
        )


def test_a_member_is_not_offered_to_record_the_decision(meeting: Database) -> None:
    assert "beslutning=" not in everything(seat(meeting, DONE, "prioritising.ranking", runde=OPEN))
    assert "anbefal=" not in everything(seat(meeting, READER, "prioritising.ranking", runde=OPEN))


def test_the_page_is_whole_in_nynorsk_and_english(database: Database) -> None:
    assert "Kvifor over neste" in everything(seat(database, READER, "prioritising.ranking", language="nn"))
    assert "Why above the next" in everything(seat(database, READER, "prioritising.ranking", language="en"))


def test_a_change_after_the_round_shows_beside_the_order_and_moves_nothing(
    database: Database, stamp: Stamped
) -> None:
    """An import took a closed round from 32.8 to 119.2 million."""
    before = everything(seat(database, READER, "prioritising.ranking", runde=CLOSED))
    rewritten(database, stamp, DECIDED, cost=119_200_000, title="Nytt navn", phase=Phase.STOPPED)
    shown = seat(database, READER, "prioritising.ranking", runde=CLOSED)
    assert [each.value for each in shown.header].count("Endret etter at runden åpnet") == 1
    order = tables(shown)[0].to_string().replace("\\", "")
    assert "Nå: Stanset" in order
    assert "Nytt navn" not in order
    told = tables(shown)[-1].to_string()
    assert "Ingrid Solbakken" in told
    assert "Tittel: fra" in told.replace("\\", "")
    assert "Endret etter at runden åpnet" not in before
