"""What has been done with a round, on its page and on the ranking."""

from portfolio.prioritising.rounds import RoundPhase
from portfolio.store.database import Database
from tests.pages.seat import everything, seat, tables
from tests.rounds import CLOSED, OPEN, READER, SECRETARIAT, Stamped, step


def test_the_page_of_the_round_and_the_ranking_say_what_has_been_done_and_why(
    meeting: Database, stamp: Stamped
) -> None:
    step(meeting, stamp, RoundPhase.SCORING, reason="En kostnad var feil.")
    step(meeting, stamp, RoundPhase.MEETING, reason="Alle har sett på den.")
    for person, page in ((SECRETARIAT, "prioritising.rounds"), (READER, "prioritising.ranking")):
        shown = seat(meeting, person, page, runde=OPEN)
        assert list(tables(shown)[-1]["Hva"]) == [
            "Tatt videre til «Klar for rådsmøtet»",
            "Tatt tilbake til «Åpen for vurdering»",
            "Tatt videre til «Klar for rådsmøtet»",
        ]
        assert "etter at rekkefølgen var sett. 0 karakterer er andre nå" in shown.warning[0].value
        assert "En kostnad var feil" in everything(shown)


def test_a_round_that_nobody_has_moved_says_nothing_of_it(database: Database) -> None:
    shown = seat(database, READER, "prioritising.ranking", runde=CLOSED)
    assert "Hva som er gjort" not in everything(shown)
    assert not shown.warning
