"""A council member's work: what comes next, what is all in, and why some of it is not theirs."""

from portfolio.store.database import Database
from tests.pages.seat import everything, seat
from tests.rounds import CLOSED, DONE, HALFWAY, SECRETARIAT


def test_the_first_proposal_without_marks_comes_first(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment")
    assert shown.title[0].value == "Tolk i tide"
    assert "3 av 10 vurdert" in shown.get("progress")[0].proto.text


def test_when_all_is_in_the_page_says_so_and_says_when_the_ranking_comes(database: Database) -> None:
    text = everything(seat(database, DONE, "prioritising.assessment"))
    assert "Alle vurderingene dine er inne" in text
    assert "/rangering" not in text
    assert "ser alle rangeringen samtidig" in text


def test_what_is_not_to_be_marked_is_named_with_the_reason(database: Database) -> None:
    text = everything(seat(database, DONE, "prioritising.assessment"))
    assert "lovpålagt og kan ikke velges bort" in text
    assert "oppfyller ikke et absolutt krav" in text
    assert "Du er inhabil" in text


def test_without_an_open_round_the_page_says_what_to_expect(database: Database) -> None:
    assert "Ingen runde er åpen for deg nå" in everything(
        seat(database, SECRETARIAT, "prioritising.assessment")
    )


def test_whoever_marks_what_has_left_the_round_or_in_a_round_no_longer_open_is_told(
    database: Database,
) -> None:
    gone = seat(database, HALFWAY, "prioritising.assessment", forslag="prosjekt:2026-001")
    assert "skal du ikke vurdere i denne runden nå" in gone.warning[0].value
    over = seat(database, HALFWAY, "prioritising.assessment", runde=CLOSED)
    assert "ikke åpen for din vurdering nå" in over.warning[0].value
    assert not seat(database, HALFWAY, "prioritising.assessment").warning
