"""What the members said of a proposal, on the page where the council recommends."""

from portfolio.prioritising.marks import Mark
from portfolio.store.database import Database
from tests.pages.seat import everything, seat, tables
from tests.rounds import CLOSED, CRITERIA, IMPARTIAL, OPEN, READER, SECOND

FIRST_OF_SPRING = "prosjekt:2026-001"


def test_the_page_of_the_recommendation_shows_how_the_marks_are_spread_and_every_reason(
    database: Database,
) -> None:
    shown = seat(database, IMPARTIAL, "prioritising.ranking", runde=CLOSED, anbefal=FIRST_OF_SPRING)
    text = everything(shown).replace("\\", "")
    lines = [line for line in text.splitlines() if line.startswith("**") and ".** trinn " in line]
    assert len(lines) == len(CRITERIA)
    with database.read() as reader:
        given = [
            each.mark for each in reader.all(Mark, round=CLOSED, proposal=FIRST_OF_SPRING, criterion="behov")
        ]
    counted = [f"trinn {step}: {given.count(step)}" for step in range(1, 6) if step in given]
    unknown = [f"vet ikke: {given.count(None)}"] if None in given else []
    assert f"**Behov og brukernytte.** {', '.join([*counted, *unknown])}" in text
    assert "Haster: ventetiden går ut over folk hver dag." in text
    assert "Fjellgjerde" not in text


def test_before_the_assessment_is_over_it_shows_neither(database: Database) -> None:
    shown = seat(database, IMPARTIAL, "prioritising.ranking", runde=OPEN, anbefal=SECOND)
    assert not tables(shown)
    assert "Hva medlemmene sa" not in everything(shown)


def test_a_reader_finds_no_page_to_recommend_on(database: Database) -> None:
    shown = seat(database, READER, "prioritising.ranking", runde=CLOSED, anbefal=FIRST_OF_SPRING)
    assert "Hva medlemmene sa" not in everything(shown)
