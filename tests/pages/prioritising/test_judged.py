"""What a proposal says as the round judges it, shown where it is recommended too."""

from portfolio.store.database import Database
from tests.pages.seat import everything, seat
from tests.rounds import CLOSED, FIRST, IMPARTIAL, OPEN, Stamped, rewritten

FIRST_OF_SPRING = "prosjekt:2026-001"


def test_the_meeting_reads_the_text_and_the_check_where_it_recommends(meeting: Database) -> None:
    shown = seat(meeting, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=FIRST)
    labels = [each.label for each in shown.expander]
    assert "Les hele forslaget" in labels
    assert any(each.startswith("Kontrollen") for each in labels), labels
    assert "Hva poengene består av" in labels
    assert all(each in everything(shown) for each in ("Hvorfor over neste", "Andel vurdert", "Uenighet"))


def test_what_is_read_is_the_version_that_was_judged(database: Database, stamp: Stamped) -> None:
    before = everything(
        seat(database, IMPARTIAL, "prioritising.ranking", runde=CLOSED, anbefal=FIRST_OF_SPRING)
    )
    rewritten(database, stamp, FIRST_OF_SPRING, summary="Noe helt annet enn det rådet leste.")
    after = everything(
        seat(database, IMPARTIAL, "prioritising.ranking", runde=CLOSED, anbefal=FIRST_OF_SPRING)
    )
    assert "Noe helt annet" not in after
    assert after == before
