"""The change log: newest first, a page at a time."""

import re

import pytest

from portfolio.actions.funding.contributions import correct
from portfolio.actions.people import keep_person
from portfolio.actions.prioritising.marks import assess
from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.funding.ledger import Entry
from portfolio.funding.stages import Stage
from portfolio.pages.desk.tables import SIZE
from portfolio.people import Person, Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.pages.seat import everything, seat, tables
from tests.rounds import ALL_FOURS, HALFWAY, OPEN, TOLK

SECRETARIAT, ADMINISTRATOR = "person:ingrid-solbakken", "person:are-tangneset"


def leave(database: Database, traces: int) -> int:
    """Leave so many traces more, and return the number of the last."""
    with database.read() as reader:
        administrator = reader.get(Person, ADMINISTRATOR)
        changed = reader.get(Person, SECRETARIAT)
    for number in range(traces):
        named = changed.model_copy(update={"name": f"Ingrid {number}"})
        changed = keep_person(database, named, stamp=Stamp(person=administrator, at=NOW))
    with database.read() as reader:
        return reader.head().seq


def test_it_says_what_it_is_for_and_shows_the_newest_first(database: Database) -> None:
    last = leave(database, 1)
    shown = seat(database, SECRETARIAT, "history")
    assert "Alt som endres, setter spor" in everything(shown)
    rows = tables(shown)[0]
    assert rows.index[0] == str(last)
    assert list(rows.iloc[0])[1:3] == ["Are Tangneset", f"[Endret en person](/historikk?nr={last})"]
    assert rows.iloc[0]["Om"] == "Ingrid 0"


def test_why_stands_there_where_somebody_was_asked_and_takes_no_room_where_not(database: Database) -> None:
    oldest = seat(database, SECRETARIAT, "history", **{"for": "2"})
    assert "Hvorfor" not in tables(oldest)[0].columns
    with database.read() as reader:
        entry = reader.all(Entry, stage=Stage.APPLIED, move="", corrects="")[0]
        finance = Stamp(person=reader.get(Person, "person:geir-mosengtun"), at=NOW)
    with database.write(finance) as writer:
        writer.add(entry.model_copy(update={"id": "ny", "year": 2040}))
        writer.trace("contribute", entry.proposal)
    correct(database, "ny", note="Feil år", on=NOW.date(), stamp=finance)
    rows = tables(seat(database, SECRETARIAT, "history"))[0]
    assert list(rows["Hvorfor"])[:2] == ["Feil år", ""]


def test_the_way_to_the_older_leads_on_from_where_the_page_ends(database: Database) -> None:
    last = leave(database, SIZE + 1)
    shown = seat(database, SECRETARIAT, "history")
    found = re.search(r"/historikk\?for=(\d+)", everything(shown))
    assert found
    assert int(found[1]) == last - SIZE + 1
    older = seat(database, SECRETARIAT, "history", **{"for": found[1]})
    assert tables(older)[0].index[0] == str(last - SIZE)


def test_nothing_is_older_than_the_first(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "history", **{"for": "2"})
    assert list(tables(shown)[0].index) == ["1"]
    assert "/historikk?for=" not in everything(shown)


def test_a_number_that_is_none_shows_the_newest(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "history", **{"for": "x"})
    assert len(tables(shown)[0]) > 0


@pytest.mark.parametrize("number", ["999999", str(2**63 - 1), "9" * 20, "9" * 5000])
def test_a_number_of_no_trace_is_answered_in_words_however_long_it_is(
    database: Database, number: str
) -> None:
    shown = seat(database, SECRETARIAT, "history", nr=number)
    assert not shown.exception
    assert [each.value for each in shown.title] == ["Endringslogg"]
    assert "finnes ikke" in shown.error[0].value
    older = seat(database, SECRETARIAT, "history", **{"for": number})
    assert not older.exception
    assert len(tables(older)[0]) > 0


def test_what_was_done_opens_to_what_became_other_and_leads_to_what_it_is_about(database: Database) -> None:
    with database.read() as reader:
        proposal, secretariat = reader.get(Proposal, TOLK), reader.get(Person, SECRETARIAT)
    renamed = proposal.model_copy(update={"title": "Tolk *straks*", "owner_party": "kommune:4601"})
    own = Stamp(person=secretariat, at=NOW)
    revise_proposal(database, renamed, costs={}, reason="Nytt navn", stamp=own)
    with database.read() as reader:
        number = str(reader.head().seq)
    listed = tables(seat(database, SECRETARIAT, "history"))[0]
    assert listed.iloc[0]["Om"].endswith(f"](/forslag?id={TOLK})")
    shown = everything(seat(database, SECRETARIAT, "history", nr=number))
    assert "Endret et forslag" in shown
    assert "**Hvorfor:** Nytt navn" in shown
    assert f"(/forslag?id={TOLK})" in shown
    assert "- Tittel: fra «Tolk i tide» til «Tolk \\*straks\\*»" in shown
    assert "til «4601 Bergen»" in shown
    assert "Kostnad: " in shown
    assert "prosjekt:" not in shown.replace(f"id={TOLK}", "")


def test_what_somebody_marked_is_said_to_be_untold(database: Database) -> None:
    with database.read() as reader:
        member = reader.get(Person, HALFWAY)
    assess(database, OPEN, TOLK, marks=ALL_FOURS, reasons={}, stamp=Stamp(person=member, at=NOW))
    with database.read() as reader:
        number = str(reader.head().seq)
    shown = everything(seat(database, SECRETARIAT, "history", nr=number))
    assert "Karakterer vises ikke" in shown
    assert f"{len(ALL_FOURS)} karakterer" not in shown
    assert "Karakter:" not in shown


def test_a_large_event_is_turned_page_by_page(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "history", nr="2")
    assert len(shown.subheader) == SIZE
    assert not shown.exception
