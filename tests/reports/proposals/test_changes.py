"""How a proposal has changed: every version in words, the newest first, with who, when and why."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from portfolio.actions.importing import bring_in
from portfolio.actions.prioritising.gates import answer_gates
from portfolio.actions.proposals.proposals import propose, revise_proposal
from portfolio.money import Money
from portfolio.people import Stamp
from portfolio.prioritising.gates import Answer
from portfolio.proposals.proposal import Proposal
from portfolio.reports.proposals.changes import Change, changes
from portfolio.store.database import Database
from portfolio.words import words
from tests.actions.uploads import ON, cost, planned, upload
from tests.actions.uploads import proposal as row
from tests.rounds import OPEN, TOLK

SECRETARIAT = "person:ingrid-solbakken"
NEW = Proposal(id="x", reference="2027-900", title="Felles søk", owner_party="kommune:0301")
Stamped = Callable[[str], Stamp]


@pytest.fixture
def changed(database: Database, stamp: Stamped) -> Database:
    """A proposal that is put forward, changed in the form, and then by a workbook."""
    own = stamp(SECRETARIAT)
    made = propose(database, NEW, costs={2027: Money.kroner(1000)}, stamp=own)
    renamed = made.model_copy(update={"title": "Felles kart", "partners": ("kommune:4601",)})
    costs = {2027: Money.kroner(2000), 2028: Money.kroner(5)}
    revise_proposal(database, renamed, costs=costs, reason=" Ny plan. ", stamp=own)
    sent = upload(row("2027-900", title="Felles kart og søk"), cost("2027-900", ore=30_00))
    bring_in(database, sent, seen=planned(database, sent).digest, on=ON, reason="Fra KS", stamp=own)
    return database


def of(database: Database, id: str = "prosjekt:2027-900") -> tuple[Change, ...]:
    with database.read() as reader:
        return changes(reader, id).rows


def told(change: Change) -> list[str]:
    return [words("nb")(each.said) for each in change.differences]


def test_every_change_says_who_and_why_and_what_from_what_to_what(changed: Database) -> None:
    imported, revised, began = of(changed)
    assert [(each.who, each.what, each.reason) for each in (imported, revised, began)] == [
        ("Ingrid Solbakken", "Imported a workbook", "Fra KS"),
        ("Ingrid Solbakken", "Changed a proposal", "Ny plan."),
        ("Ingrid Solbakken", "Put forward a proposal", ""),
    ]
    assert told(revised) == [
        "Tittel: fra «Felles søk» til «Felles kart»",
        "Partnere: lagt til 4601 Bergen",
        "Kostnad i 2027: fra 1\u00a0000\u00a0kr til 2\u00a0000\u00a0kr",
        "Kostnad i 2028: fra (tomt) til 5\u00a0kr",
    ]
    assert told(imported) == [
        "Tittel: fra «Felles kart» til «Felles kart og søk»",
        "Kostnad i 2027: fra 2\u00a0000\u00a0kr til 30\u00a0kr",
    ]
    assert began.began
    assert told(began) == []


def test_a_save_by_which_nothing_became_other_is_there_and_says_nothing(
    database: Database, stamp: Stamped
) -> None:
    made = propose(database, NEW, costs={}, stamp=stamp(SECRETARIAT))
    revise_proposal(database, made, costs={}, stamp=stamp(SECRETARIAT))
    assert [(each.what, told(each)) for each in of(database)] == [
        ("Changed a proposal", []),
        ("Put forward a proposal", []),
    ]


def test_the_changes_are_turned_page_by_page(changed: Database) -> None:
    with changed.read() as reader:
        pages = [changes(reader, "prosjekt:2027-900", page=page, size=2) for page in (1, 2, 3)]
    assert [(each.count, each.pages, each.page, len(each.rows)) for each in pages] == [
        (3, 2, 1, 2),
        (3, 2, 2, 1),
        (3, 2, 2, 1),
    ]


def test_the_changes_of_another_proposal_are_not_among_them(changed: Database) -> None:
    assert [each.what for each in of(changed, "prosjekt:2026-001")] == ["Put the invented example in place"]


def test_what_a_round_said_of_it_before_versions_were_kept_is_no_change_of_it(
    database: Database, stamp: Stamped
) -> None:
    own = stamp(SECRETARIAT)
    no = {"problem": (Answer.NO, "hemmelig svar")}
    answer_gates(database, OPEN, TOLK, answers=no, seen=9, why="hemmelig snuing", stamp=own)
    with database.read() as reader:
        stands = reader.get(Proposal, TOLK)
    revise_proposal(database, stands.model_copy(update={"title": "Tolk før"}), costs={}, stamp=own)
    with database.alone() as connection:
        connection.execute(text("DROP TRIGGER versions_no_delete"))
        connection.execute(text("DELETE FROM versions"))
    assert [each.what for each in of(database, TOLK)] == ["Changed a proposal"]
