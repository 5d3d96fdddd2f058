"""One proposal whole, as it is read."""

from collections.abc import Callable

from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.people import Stamp
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from tests.pages.seat import everything, seat
from tests.rounds import CLOSED, rewritten, stand_aside

SECRETARIAT, READER = "person:ingrid-solbakken", "person:signe-holtviken"
FIRST = "prosjekt:2026-001"


def test_a_reader_is_offered_no_change(database: Database) -> None:
    assert "Endre dette forslaget" not in everything(seat(database, READER, "proposals.proposals", id=FIRST))


def test_what_people_wrote_is_never_markdown(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as reader:
        proposal = reader.get(Proposal, FIRST)
    hostile = proposal.model_copy(update={"summary": "![x](//evil.example/i.png) <b>fet</b>"})
    revise_proposal(database, hostile, costs={}, reason="Uten kostnad", stamp=stamp(SECRETARIAT))
    shown = everything(seat(database, READER, "proposals.proposals", id=FIRST))
    assert "\\!\\[x\\]\\(//evil\\.example/i\\.png\\)" in shown
    assert "<b>" not in shown


def test_facts_that_nobody_has_given_are_left_out(database: Database, stamp: Callable[[str], Stamp]) -> None:
    with database.read() as reader:
        proposal = reader.get(Proposal, FIRST)
    bare = proposal.model_copy(
        update={"owner_person": None, "partners": (), "goals": (), "need": "", "starts": None, "contact": ""}
    )
    revise_proposal(database, bare, costs={}, reason="Uten kostnad", stamp=stamp(SECRETARIAT))
    shown = seat(database, READER, "proposals.proposals", id=FIRST)
    told = everything(shown)
    assert "**Fase:**" in told
    assert not any(f"**{each}:**" in told for each in ("Prosjekteier", "Partnere", "Første år", "Kontakt"))
    assert not {"Behov", "Mål i strategien"} & {each.value for each in shown.subheader}


def test_the_facts_stand_in_the_order_they_are_declared(database: Database) -> None:
    facts = seat(database, READER, "proposals.proposals", id=FIRST).markdown[2].value
    order = [facts.find(f"**{each}:**") for each in ("Referanse", "Eier", "Fase", "Første år", "Kilde")]
    assert -1 not in order
    assert order == sorted(order)


def test_a_change_after_a_round_is_shown_beside_what_the_round_said(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    rewritten(database, stamp, FIRST, title="Nytt navn")
    shown = seat(database, READER, "proposals.proposals", id=FIRST)
    assert shown.title[0].value == "Nytt navn"
    assert "Endret etter at runden åpnet, sist av Ingrid Solbakken" in everything(shown).replace("\\", "")
    assert "til «Nytt navn»" in everything(shown).replace("\\", "")


def test_whoever_stands_aside_reads_that_and_not_what_ks_decided(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    stand_aside(database, stamp, SECRETARIAT, FIRST, id=CLOSED)
    mine, theirs = (
        everything(seat(database, who, "proposals.proposals", id=FIRST)).replace("\\", "")
        for who in (SECRETARIAT, READER)
    )
    assert "Du er inhabil i dette forslaget i runden" in mine
    assert "KS' beslutning" in theirs
    assert "KS' beslutning" not in mine
