"""What differs between two versions of a record, field by field, in the reader's words."""

from decimal import Decimal
from itertools import pairwise

import pytest

from portfolio.given import Given
from portfolio.money import Money
from portfolio.people import Person, Role
from portfolio.prioritising.marks import Mark
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Phase, Proposal
from portfolio.realising.benefits import Benefit
from portfolio.reports.differing import between, differences, kept_back, surely_closed
from portfolio.reports.labels import LABELS
from portfolio.store import personal
from portfolio.store.database import Database
from portfolio.store.tables import TABLES
from portfolio.words import words
from tests.databases import of

INGRID = "person:ingrid-solbakken"


def said(database: Database, was: Given | None, now: Given | None, *, language: str = "nb") -> list[str]:
    with database.read() as reader:
        return [words(language)(each.said) for each in differences(reader, was, now)]  # type: ignore[arg-type]


@pytest.fixture
def proposal(database: Database) -> Proposal:
    with database.read() as reader:
        return reader.all(Proposal)[0]


def test_two_that_tell_the_same_differ_in_nothing(database: Database, proposal: Proposal) -> None:
    assert said(database, proposal, proposal.model_copy(update={"revision": 9})) == []
    assert said(database, None, None) == []


def test_choices_years_and_what_is_empty_are_told_as_people_read_them(
    database: Database, proposal: Proposal
) -> None:
    was = proposal.model_copy(update={"phase": Phase.IDEA, "starts": None, "source": "Et notat"})
    now = proposal.model_copy(update={"phase": Phase.CONCEPT, "starts": 2027, "source": ""})
    assert said(database, was, now) == [
        "Fase: fra Idé til Konsept",
        "Første år: fra (tomt) til 2027",
        "Kilde: fra «Et notat» til (tomt)",
    ]


def test_money_is_told_in_kroner(database: Database, proposal: Proposal) -> None:
    was = CostLine(id="x", proposal=proposal.id, year=2027, amount=Money.kroner(1_000_000))
    now = was.model_copy(update={"amount": Money.kroner(Decimal("1200000.50"))})
    assert said(database, was, now) == [
        "Beløp: fra 1\u00a0000\u00a0000\u00a0kr til 1\u00a0200\u00a0000,50\u00a0kr"
    ]


def test_parties_people_and_goals_are_told_by_name_and_never_by_id(
    database: Database, proposal: Proposal
) -> None:
    was = proposal.model_copy(update={"owner_party": "kommune:0301", "owner_person": None})
    now = proposal.model_copy(update={"owner_party": "kommune:4601", "owner_person": INGRID})
    assert said(database, was, now) == [
        "Eier: fra «0301 Oslo» til «4601 Bergen»",
        "Prosjekteier: fra (tomt) til «Ingrid Solbakken»",
    ]


def test_what_is_put_into_a_list_and_taken_out_of_it_is_said_as_such(
    database: Database, proposal: Proposal
) -> None:
    was = proposal.model_copy(update={"partners": ("kommune:0301", "kommune:4601")})
    now = proposal.model_copy(update={"partners": ("kommune:4601", "kommune:5001", "kommune:1103")})
    only = was.model_copy(update={"partners": ("kommune:0301",)})
    turned = was.model_copy(update={"partners": ("kommune:4601", "kommune:0301")})
    assert said(database, was, now) == [
        "Partnere: lagt til 5001 Trondheim; 1103 Stavanger, tatt ut 0301 Oslo"
    ]
    assert said(database, only, was) == ["Partnere: lagt til 4601 Bergen"]
    assert said(database, was, only) == ["Partnere: tatt ut 4601 Bergen"]
    assert said(database, was, turned) == ["Partnere: fra 0301 Oslo; 4601 Bergen til 4601 Bergen; 0301 Oslo"]


def test_of_a_long_text_only_what_differs_is_told(database: Database, proposal: Proposal) -> None:
    text = " ".join(f"ord{number}" for number in range(100))
    was = proposal.model_copy(update={"need": text})
    (line,) = said(database, was, was.model_copy(update={"need": text.replace("ord50", "noe nytt")}))
    assert "ord50" in line
    assert "noe nytt" in line
    assert "ord20" not in line


def test_a_record_inside_another_is_told_part_by_part(database: Database) -> None:
    with database.read() as reader:
        was = next(each for each in reader.all(Benefit) if each.baseline)
    assert was.baseline
    moved = was.baseline.model_copy(update={"value": Decimal(60)})
    lines = said(database, was, was.model_copy(update={"baseline": moved}))
    assert lines == [f"Nullpunkt, Verdi: fra {words('nb').put(was.baseline.value)} til 60"]
    gone = said(database, was, was.model_copy(update={"baseline": None}))
    assert "Nullpunkt, Verdi: fra" in gone[0]
    assert gone[0].endswith("til (tomt)")


def test_of_what_is_new_all_that_it_tells_is_told(database: Database, proposal: Proposal) -> None:
    with database.read() as reader:
        told = differences(reader, None, proposal)
        gone = differences(reader, proposal, None)
    assert [each.label.text for each in told][:2] == ["Reference", "Title"]
    assert [(each.label, each.was, each.now) for each in gone] == [
        (each.label, each.now, each.was) for each in told
    ]


@pytest.mark.parametrize("noun", TABLES)
def test_every_record_of_the_example_is_told_whole_in_all_languages(
    noun: type[Given], database: Database
) -> None:
    with database.read() as reader:
        for record in reader.all(noun)[:10]:
            told = differences(reader, None, record)
            assert {each.label.text for each in told if each.label.facts == {}} <= set(LABELS[noun].values())
            for each in told:
                for speak in map(words, ("nb", "nn", "en")):  # type: ignore[arg-type]
                    assert "person:" not in speak(each.said)


def test_a_person_who_has_changed_is_told_as_far_as_it_is_kept(database: Database) -> None:
    with database.write(of(database, INGRID)) as writer:
        writer.revise(
            writer.get(Person, INGRID).model_copy(update={"name": "Ingrid Ny", "roles": (Role.READER,)})
        )
        writer.trace("keep_person", INGRID)
    with database.read() as reader:
        was, now = reader.versions(Person, INGRID)[-2:]
        lines = [words("nb")(each.said) for each in between(reader, was, now)]
    assert lines == ["Navn: fra (slettet) til «Ingrid Ny»", "Roller: lagt til Leser, tatt ut Sekretariat"]


def test_what_is_erased_of_a_proposal_is_told_as_erased_and_what_was_empty_as_empty(
    database: Database, proposal: Proposal
) -> None:
    for contact in ("Kari Nordmann", "Ola Nordmann"):
        with database.write(of(database, INGRID)) as writer:
            now = writer.get(Proposal, proposal.id)
            writer.revise(now.model_copy(update={"contact": contact}))
            writer.trace("revise_proposal", proposal.id)
    with database.write(of(database, INGRID)) as writer:
        writer.revise(personal.erased(writer.get(Proposal, proposal.id)))
        writer.trace("revise_proposal", proposal.id)
    with database.read() as reader:
        told = reader.versions(Proposal, proposal.id)[-3:]
        lines = [[words("nb")(each.said) for each in between(reader, *pair)] for pair in pairwise(told)]
    assert lines == [["Kontakt: fra (slettet) til (slettet)"], ["Kontakt: fra (slettet) til (tomt)"]]


def test_a_mark_is_told_when_its_round_is_closed_and_whose_it_is_never(database: Database) -> None:
    with database.read() as reader:
        rounds = {each.id: each.phase for each in reader.all(Round)}
        for mark in {rounds[each.round]: each for each in reader.all(Mark)}.values():
            closed = rounds[mark.round] is RoundPhase.CLOSED
            other = mark.model_copy(update={"mark": None, "reason": "Noe annet", "member": INGRID})
            told = [each.label.text for each in differences(reader, mark, other)]
            assert told == (["Mark", "Reason"] if closed else [])
            assert kept_back(reader, mark) == (
                ("member",) if closed else ("member", "mark", "reason", "upon")
            )
            assert surely_closed(reader, mark.round) is closed
        assert not surely_closed(reader, "runde:borte")
