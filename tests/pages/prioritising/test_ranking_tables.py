"""The tables of a ranking: places that are shared or rest on little, reasons, points, and what stands outside."""

from sqlalchemy import text

from portfolio.pages.prioritising.ranking_tables import AGREEMENTS
from portfolio.prioritising.disagreement import Agreement
from portfolio.store.database import Database
from tests.pages.seat import everything, seat, tables
from tests.rounds import CLOSED, IMPARTIAL, OPEN, READER


def test_a_shared_place_is_said_to_be_shared(database: Database) -> None:
    places = list(tables(seat(database, READER, "prioritising.ranking"))[0].index)
    assert places.count("4 (delt)") == 2
    assert "5" not in places


def test_every_row_but_the_last_says_why_it_stands_above_the_next(database: Database) -> None:
    why = list(tables(seat(database, READER, "prioritising.ranking"))[1]["Hvorfor over neste"])
    assert all(why[:-1])
    assert why[-1] == ""


def test_disagreement_is_said_in_words_and_as_a_number(database: Database) -> None:
    said = list(tables(seat(database, READER, "prioritising.ranking"))[1]["Uenighet"])
    assert "Litt uenige (0,66 trinn)" in said


def test_those_outside_the_order_are_named_with_the_reason(database: Database) -> None:
    drawn = tables(seat(database, READER, "prioritising.ranking"))
    (outside,) = [each for each in drawn if "Hvorfor" in each.columns]
    reasons = "\n".join(outside["Hvorfor"])
    assert "Lovpålagt" in reasons
    assert "Eier og drift" in reasons


def test_a_place_that_rests_on_few_answers_says_so_and_disagreement_that_cannot_be_told_too(
    meeting: Database,
) -> None:
    shown = seat(meeting, READER, "prioritising.ranking", runde=OPEN)
    places = list(tables(shown)[0].index)
    assert [place.split("\\")[0].split(",")[0] for place in places] == [str(each) for each in range(1, 11)]
    assert sum("få svar" in place for place in places) == 5
    assert "For få karakterer" in list(tables(shown)[1]["Uenighet"])


def test_departures_stand_with_their_reasons(database: Database) -> None:
    shown = seat(database, READER, "prioritising.ranking")
    (found,) = [each for each in tables(shown) if each.index.name == "Hva"]
    assert "2026-007 anbefales foran 2026-006" in list(found.index)
    assert all(found["Begrunnelse"])


def test_far_apart_is_said_where_two_differ_by_a_whole_step(database: Database) -> None:
    said = list(tables(seat(database, READER, "prioritising.ranking"))[1]["Uenighet"])
    assert AGREEMENTS.keys() == set(Agreement)
    assert [each for each in said if "1,71" in each] == ["Svært uenige (1,71 trinn)"]


def test_what_is_decided_stands_with_case_day_and_note_and_where_it_differs(database: Database) -> None:
    with database.alone() as connection:
        connection.execute(text("UPDATE decisions SET resolution = 'rejected', note = 'Se protokollen'"))
    shown = seat(database, READER, "prioritising.ranking", runde=CLOSED)
    (found,) = [each for each in tables(shown) if "Sak" in each.columns]
    assert set(found["Merknad"]) == {"Se protokollen"}
    assert all(found["Dag"])
    differs = dict(zip(found["Rådet anbefaler"], found["Avvik fra anbefalingen"], strict=True))
    assert differs["Anbefales"] == "Annerledes enn rådet anbefalte"
    assert differs["Anbefales ikke"] == "–"


def test_where_a_round_is_concluded_it_is_one_press_to_what_a_recommendation_rests_on(
    database: Database,
) -> None:
    shown = seat(database, IMPARTIAL, "prioritising.ranking", runde=CLOSED)
    assert f"/rangering?runde={CLOSED}&anbefal=prosjekt:2026-001" in everything(shown)


def test_once_a_round_is_concluded_everybody_has_one_press_to_what_a_recommendation_and_a_departure_rest_on(
    database: Database,
) -> None:
    shown = seat(database, READER, "prioritising.ranking", runde=CLOSED)
    way = f"/rangering?runde={CLOSED}&anbefal="
    assert all(way in each for each in tables(shown)[0]["Rådet anbefaler"])
    (departures,) = [each for each in tables(shown) if each.index.name == "Hva"]
    assert all(way in each for each in departures["Forslag"])
