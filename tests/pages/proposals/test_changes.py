"""How a proposal has changed, on its page: in words, to all who read it."""

from collections.abc import Callable

from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.people import Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.reports.proposals.changes import SIZE
from portfolio.store.database import Database
from tests.pages.seat import everything, seat

SECRETARIAT, READER = "person:ingrid-solbakken", "person:signe-holtviken"
FIRST = "prosjekt:2026-001"


def changed(database: Database, stamp: Stamp, times: int = 1) -> None:
    with database.read() as reader:
        now = reader.get(Proposal, FIRST)
    for number in range(times):
        named = now.model_copy(update={"title": f"Navn *{number}*"})
        now = revise_proposal(database, named, costs={}, reason=f"Grunn <{number}>", stamp=stamp)


def test_a_reader_sees_who_changed_it_and_why_and_from_what_to_what(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    changed(database, stamp(SECRETARIAT))
    shown = seat(database, READER, "proposals.proposals", id=FIRST)
    assert "Endringer" in [each.value for each in shown.subheader]
    told = everything(shown)
    assert "**Endret et forslag, Ingrid Solbakken, 23\\. november 2026 kl\\. 13\\.00**" in told
    assert "Hvorfor: Grunn \\<0\\>" in told
    assert "- Tittel: fra «Byggeklar – felles digital byggesak» til «Navn \\*0\\*»" in told
    assert "- Kostnad i 2026: fra" in told


def test_a_proposal_that_nobody_has_changed_says_how_it_began(database: Database) -> None:
    shown = everything(seat(database, READER, "proposals.proposals", id=FIRST))
    assert "**La inn det oppdiktede eksempelet, program" in shown
    assert "ble annerledes" not in shown


def test_many_changes_are_turned_page_by_page(database: Database, stamp: Callable[[str], Stamp]) -> None:
    changed(database, stamp(SECRETARIAT), times=SIZE + 1)
    first = everything(seat(database, READER, "proposals.proposals", id=FIRST))
    assert first.count("**Endret et forslag") == SIZE
