"""The button that hands over a file: what it says, what it makes, and what the file is called."""

import io
from collections.abc import Callable
from functools import partial

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from portfolio.actions.people import keep_person
from portfolio.given import Language
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.downloads import book, file_name, made_or_refused
from portfolio.people import Person, Stamp
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.reports.workbooks import WORKBOOKS, Asked
from portfolio.store.database import Database
from portfolio.words import words
from tests.conftest import NOW
from tests.pages.seat import seat
from tests.rounds import met, of, step


def page(key, database) -> None:
    """A page with nothing but the button for one workbook."""
    from datetime import UTC, datetime

    from portfolio.pages.desk.desk import Desk
    from portfolio.pages.desk.downloads import take_along
    from portfolio.people import Person

    with database.read() as reader:
        person = reader.get(Person, "person:ingrid-solbakken")
    take_along(Desk(database, person, "nb", lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)), "Last ned", key)


@pytest.mark.parametrize("key", WORKBOOKS)
def test_every_workbook_has_the_same_button_and_a_press_does_not_draw_the_page_anew(
    database: Database, key: str
) -> None:
    shown = AppTest.from_function(page, kwargs={"key": key, "database": database}).run()
    (button,) = shown.get("download_button")
    assert (button.proto.label, button.proto.icon) == ("Last ned", ":material/download:")
    assert button.proto.ignore_rerun


@pytest.mark.parametrize(
    ("who", "name", "query", "label"),
    [
        ("person:geir-mosengtun", "funding.overview", {}, "Last ned Finansieringsoversikt (Excel)"),
        ("person:ingrid-solbakken", "prioritising.ranking", {"runde": "runde:2026-1"}, "Last ned som Excel"),
        ("person:ingrid-solbakken", "realising.benefits", {}, "Last ned alle som Excel"),
        ("person:ingrid-solbakken", "proposals.importing", {}, "Last ned malen (Excel)"),
    ],
)
def test_the_pages_offer_their_files(
    database: Database, who: str, name: str, query: dict[str, str], label: str
) -> None:
    shown = seat(database, who, name, **query)
    assert [each.proto.label for each in shown.get("download_button")] == [label]


@pytest.mark.parametrize(
    ("key", "language", "called"),
    [
        ("funding", "nb", "finansieringsoversikt-alle-år-2026-11-23.xlsx"),
        ("funding", "en", "funding-overview-all-years-2026-11-23.xlsx"),
        ("ranking", "nb", "rangering-våren-2026.xlsx"),
        ("benefits", "en", "benefits-2026-11-23.xlsx"),
        ("benefits", "nn", "gevinstar-2026-11-23.xlsx"),
    ],
)
def test_a_workbook_is_called_what_it_is_in_the_readers_language(
    database: Database, key: str, language: Language, called: str
) -> None:
    with database.read() as reader:
        viewer, over = reader.get(Person, "person:ingrid-solbakken"), reader.get(Round, "runde:2026-1")
    asked = Asked(viewer=viewer, at=NOW, on=NOW.date(), round=over)
    assert file_name(words(language), *WORKBOOKS[key].file(asked), kind="xlsx") == called


def said(desk: Desk, *, round_: Round | None = None, key: str = "ranking") -> str:
    """Return the first words of what is handed over."""
    file = made_or_refused(desk, partial(book, desk, key, round_=round_), kind="xlsx")
    return str(load_workbook(io.BytesIO(file)).worksheets[0]["A1"].value)


def test_a_page_that_was_open_when_the_round_was_opened_again_hands_over_why_not(
    database: Database, desk: Callable[..., Desk], stamp: Callable[[str], Stamp]
) -> None:
    met(database, stamp)
    drawn, round_ = desk("person:signe-holtviken"), of(database)
    assert "vises når" not in said(drawn, round_=round_)
    step(database, stamp, RoundPhase.SCORING)
    assert said(drawn, round_=round_).startswith("Rangeringen vises når vurderingen er over")
    as_list = made_or_refused(drawn, partial(book, drawn, "ranking", round_=round_), kind="csv")
    assert as_list.decode("utf-8-sig").startswith("Rangeringen vises når")


def test_whoever_was_put_out_of_use_gets_no_file_from_a_page_that_is_open(
    database: Database, desk: Callable[..., Desk], stamp: Callable[[str], Stamp]
) -> None:
    drawn = desk("person:signe-holtviken")
    gone = drawn.person.model_copy(update={"active": False})
    keep_person(database, gone, stamp=stamp("person:are-tangneset"))
    for key in WORKBOOKS:
        assert said(drawn, key=key).startswith("Du har ikke lenger tilgang")
    assert "ikke lenger" in made_or_refused(drawn, lambda: b"hemmelig", kind="csv").decode()


def test_the_year_that_is_chosen_stands_in_the_name(database: Database) -> None:
    with database.read() as reader:
        viewer = reader.get(Person, "person:ingrid-solbakken")
    asked = Asked(viewer=viewer, at=NOW, on=NOW.date(), year=2027)
    called = file_name(words("nb"), *WORKBOOKS["funding"].file(asked), kind="xlsx")
    assert called == "finansieringsoversikt-2027-2026-11-23.xlsx"
