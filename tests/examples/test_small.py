"""Small workbooks that went wrong for somebody, each with what is to come of it. No project, person or amount in them is real.

They show kinds that public reports of faults in other tools' imports tell of; they were made for this.
"""

from pathlib import Path

import pytest

from portfolio.actions.importing import bring_in, plan
from portfolio.catalogue.strategy import goals
from portfolio.funding.ledger import Entry, positions
from portfolio.funding.stages import Stage
from portfolio.lookups.choices import parties
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.parties import Party
from portfolio.people import OPERATOR, Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.sheets.filling.proposals import FromFile, read_proposals
from portfolio.sheets.filling.safe import Unreadable
from portfolio.sheets.filling.unread import Noted
from portfolio.store.database import Database
from portfolio.words import words
from tests.examples.outcome import AT, ON

SMALL = Path(__file__).parent / "data" / "small"


def read(database: Database, name: str) -> FromFile:
    (path,) = SMALL.glob(f"{name}*.xlsx")
    with database.read() as reader:
        return read_proposals(
            path.name,
            path.read_bytes(),
            parties=reader.all(Party),
            goals=goals(),
            today_year=ON.year,
        )


def taken_in(database: Database, name: str) -> FromFile:
    """Bring a workbook in as it is read, and return what was read."""
    found = read(database, name)
    assert found.faults == ()
    with database.read() as reader:
        made = plan(reader, found.upload, on=ON)
    assert made.faults == ()
    bring_in(database, found.upload, seen=made.digest, on=ON, stamp=Stamp(person=OPERATOR, at=AT))
    return found


def told(listed: tuple[Objection, ...]) -> dict[str, str]:
    return {each.about: words("nb")(each.message) for each in listed}


def asked(found: FromFile) -> dict[str, str]:
    """Return what is to be looked at before anybody says yes."""
    return told(tuple(each for each in found.remarks if not isinstance(each, Noted)))


def test_merged_cells_are_refused_at_their_range(empty_database: Database) -> None:
    assert set(told(read(empty_database, "01").faults)) == {"Forslag!D2:D4", "Forslag!F2:F4"}


def test_a_heading_that_stands_twice_is_said_with_the_column_that_is_read(empty_database: Database) -> None:
    assert "står to ganger, i C og E. Bare C er lest" in asked(read(empty_database, "02"))["Kostnader!E1"]


@pytest.mark.parametrize(("name", "ore"), [("03_1", 30), ("03_2", 5770), ("03_3", 11612)])
def test_an_amount_is_read_with_the_digits_that_excel_shows(
    empty_database: Database, name: str, ore: int
) -> None:
    assert asked(taken_in(empty_database, name)) == {}
    with empty_database.read() as reader:
        assert [each.amount for each in reader.all(CostLine)] == [Money(ore)]


def test_amounts_that_are_empty_the_second_time_stay_as_they_are(empty_database: Database) -> None:
    taken_in(empty_database, "04a")
    with empty_database.read() as reader:
        before = reader.head().seq
    taken_in(empty_database, "04b")
    with empty_database.read() as reader:
        assert reader.head().seq == before
        (position,) = positions(reader.all(Entry))
        assert position.reached(Stage.PAID) == Money(20_050)


def test_both_remarks_of_a_party_in_a_year_are_kept(empty_database: Database) -> None:
    found = taken_in(empty_database, "05")
    notes = [each.note for each in found.upload.contributions]
    with empty_database.read() as reader:
        kept = {each.note for each in reader.all(Entry)}
    assert len(notes) == 2
    assert all(note in one for one in kept for note in notes)


def test_a_sign_that_stands_by_its_number_is_read_as_the_sign(empty_database: Database) -> None:
    found = taken_in(empty_database, "06")
    assert "_x000D_" not in repr(found.upload)


def test_signs_that_nobody_sees_do_not_stand_in_the_way(empty_database: Database) -> None:
    assert asked(taken_in(empty_database, "07")) == {}
    with empty_database.read() as reader:
        assert [each.reference for each in reader.all(Proposal)] == ["T-1"]


def test_the_strict_kind_of_workbook_is_told_what_it_is_and_how_to_save_it(empty_database: Database) -> None:
    with pytest.raises(Unreadable, match="Strict Open XML"):
        read(empty_database, "08")


def test_a_picture_with_a_document_type_harms_nobody(empty_database: Database) -> None:
    assert asked(taken_in(empty_database, "09")) == {}


def test_a_number_that_is_no_more_is_refused_with_what_it_is_now(empty_database: Database) -> None:
    said = list(told(read(empty_database, "10").faults).values())
    assert [("3201 Bærum" in said[0]), ("5501 Tromsø" in said[1])] == [True, True]
    assert "1508 Ålesund; 1580 Haram" in said[2]
    assert "31 Østfold fylkeskommune; 32 Akershus fylkeskommune; 33 Buskerud fylkeskommune" in said[3]


def test_a_body_is_found_by_its_official_name_and_its_name_in_sami(empty_database: Database) -> None:
    taken_in(empty_database, "11")
    with empty_database.read() as reader:
        owners = [each.owner_party for each in sorted(reader.all(Proposal), key=lambda each: each.reference)]
    assert owners == ["stat:nav", "stat:digdir", "ks", "kommune:5612", "kommune:4621"]


def test_amounts_in_millions_are_asked_about(empty_database: Database) -> None:
    assert list(asked(read(empty_database, "12"))) == ["Kostnader!C2", "Bidrag!D2", "Bidrag!E2"]


def test_the_sheets_that_are_there_are_named_beside_the_one_that_lacks(empty_database: Database) -> None:
    said = [words("nb")(each.message) for each in read(empty_database, "13").faults]
    assert len(said) == 3
    assert all("«Forslag – Tabell 1»" in each for each in said)


def test_commas_between_partners_and_goals_that_are_known_are_read(empty_database: Database) -> None:
    (row,) = taken_in(empty_database, "14").upload.proposals
    assert (len(row.partners), len(row.goals)) == (2, 2)


def test_all_that_will_be_saved_of_a_new_proposal_is_in_the_plan(empty_database: Database) -> None:
    found = read(empty_database, "16")
    with empty_database.read() as reader:
        made = plan(reader, found.upload, on=ON)
    shown = {(each.field, each.party, each.year): each.after for each in made.changes}
    (row,) = found.upload.contributions
    for stage in (Stage.APPLIED, Stage.PROMISED, Stage.AGREED, Stage.PAID):
        assert shown[stage, row.party, row.year] == getattr(row, stage)
    (coming,) = (each for each in made.added if isinstance(each, Proposal))
    (proposal,) = found.upload.proposals
    assert shown["phase", "", None] == coming.phase
    for field in ("reference", "title", "owner_party", "starts", "ends"):
        said = getattr(proposal, field)
        assert said is None or shown[field, "", None] == said


def test_a_hidden_row_is_said_to_be_taken_along(empty_database: Database) -> None:
    found = read(empty_database, "17")
    assert asked(found)["Forslag!A3"].startswith("1 skjult rad er tatt med")
    assert len(found.upload.proposals) == 2


def test_new_bodies_are_listed_in_the_order_of_the_alphabet(empty_database: Database) -> None:
    taken_in(empty_database, "15")
    with empty_database.read() as reader:
        listed = list(parties(reader).values())
    assert listed[-3:] == ["Ærfugl IKS", "Østre driftslag", "Ås vannlag"]


def test_a_reference_that_lacks_its_zeros_is_refused_with_the_near_one(empty_database: Database) -> None:
    found = read(empty_database, "18")
    with empty_database.read() as reader:
        (said,) = told(plan(reader, found.upload, on=ON).faults).values()
    assert said == "Ingen forslag har referansen 7. Mente du «007»? Skriv det da slik."


def test_a_proposal_whose_reference_begins_as_the_example_is_read(empty_database: Database) -> None:
    taken_in(empty_database, "19")
    with empty_database.read() as reader:
        assert [each.reference for each in reader.all(Proposal)] == ["Eksempel 7"]
