"""One proposal as a member marks it: every step with its anchor, and nothing of what others gave."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from portfolio.actions.prioritising.basis import take_in
from portfolio.actions.prioritising.impartiality import declare
from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.catalogue.strategy import goals
from portfolio.pages.desk.texts import plain
from portfolio.people import Stamp
from portfolio.prioritising.gates import Answer
from portfolio.prioritising.marks import Mark
from portfolio.proposals.fields import Kind
from portfolio.proposals.proposal import FIELDS, Proposal
from portfolio.store.database import Database
from portfolio.words import words
from tests.databases import of as as_of
from tests.pages.seat import everything, press, seat
from tests.rounds import CRITERIA, DONE, HALFWAY, OPEN, SECOND, TOLK, of, rewritten

SECRETARIAT, OWNER = "person:ingrid-solbakken", "person:halvard-lyngmoen"
FORM = f"vurdering.{OPEN}.{TOLK}.0"


def test_every_criterion_offers_the_five_steps_with_their_anchors_and_dont_know(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment")
    for key in CRITERIA:
        offered = shown.radio(key=f"{FORM}.{key}").options
        assert len(offered) == 6
        assert offered[0].startswith("**1** ")
        assert offered[5].startswith("**Vet ikke**")


def test_a_missing_mark_is_refused_by_its_criterion_and_nothing_is_saved(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment")
    press(shown, "Lagre og neste")
    assert any("«Kvalitativ gevinst»" in each.value for each in shown.error)
    assert "rett 5 felt over" in shown.error[-1].value
    assert len(marks(database, HALFWAY)[TOLK]) == 3


def test_dont_know_is_kept_as_no_mark_and_never_as_zero(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment")
    for key in CRITERIA:
        shown.radio(key=f"{FORM}.{key}").set_value("unknown" if key == "okonomi" else "4")
    press(shown, "Lagre og neste")
    given = marks(database, HALFWAY)[TOLK]
    assert given["okonomi"] is None
    assert given["behov"] == 4
    assert shown.title[0].value != "Tolk i tide"
    assert "er lagret" in shown.success[0].value


def test_the_page_promises_no_key_since_a_mark_that_has_the_focus_takes_it(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment")
    (save,) = [each for each in shown.button if each.label == "Lagre og neste"]
    assert not save.proto.shortcut


def test_what_is_marked_but_not_saved_survives_a_new_session(database: Database) -> None:
    first = seat(database, HALFWAY, "prioritising.assessment")
    first.radio(key=f"{FORM}.kvalitet").set_value("5").run()
    first.text_input(key=f"{FORM}.reason.kvalitet").set_value("Trygghet").run()
    again = seat(database, HALFWAY, "prioritising.assessment")
    assert again.radio(key=f"{FORM}.kvalitet").value == "5"
    assert again.text_input(key=f"{FORM}.reason.kvalitet").value == "Trygghet"


def test_any_proposal_can_be_reached_from_the_list(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment")
    next(each for each in shown.selectbox if each.label == "Gå til forslag").set_value(
        "prosjekt:2026-024"
    ).run()
    assert shown.title[0].value == "Lån et lokale"


def test_own_marks_can_be_changed_while_the_round_is_open(database: Database) -> None:
    shown = seat(database, DONE, "prioritising.assessment", forslag=TOLK)
    shown.radio(key=f"{FORM}.behov").set_value("1")
    press(shown, "Lagre og neste")
    assert marks(database, DONE)[TOLK]["behov"] == 1
    assert shown.title[0].value == "Alle vurderingene dine er inne"


def test_the_page_asks_for_no_marks_but_the_members_own(database: Database) -> None:
    with database.read() as reader:
        others = {
            each.reason
            for each in reader.all(Mark, round=OPEN)
            if each.member != HALFWAY and len(each.reason) > 3
        } - {each.reason for each in reader.all(Mark, round=OPEN, member=HALFWAY)}
    shown = seat(database, HALFWAY, "prioritising.assessment")
    text = everything(shown) + "".join(each.value or "" for each in shown.text_input)
    assert others
    assert not [reason for reason in others if reason in text]


def test_the_page_is_whole_in_nynorsk_and_english(database: Database) -> None:
    assert "Karakterane dine" in everything(seat(database, HALFWAY, "prioritising.assessment", language="nn"))
    assert "Your marks" in everything(seat(database, HALFWAY, "prioritising.assessment", language="en"))


def test_the_remarks_of_the_check_are_counted_where_there_are_any(database: Database) -> None:
    answered(database, Answer.YES)
    assert label(database) == "Kontrollen: ingen merknader"
    count = answered(database, Answer.UNCLEAR)
    assert label(database) == f"Kontrollen: {count} merknader"


def test_whoever_marks_can_read_every_field_that_something_stands_in(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    with database.read() as reader:
        before = reader.get(Proposal, TOLK)
    texts = {each.key: f"Her står {each.key}" for each in FIELDS if each.kind is Kind.PARAGRAPH}
    lines = {key: f"Her står {key}" for key in ("contact", "source")}
    rest = {
        "starts": 2027,
        "ends": 2031,
        "goals": (goals()[0].key,),
        "partners": ("ks",),
        "owner_person": OWNER,
    }
    revise_proposal(
        database, before.model_copy(update={**texts, **lines, **rest}), costs={}, stamp=stamp(SECRETARIAT)
    )
    take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    declare(database, OPEN, interests=dict.fromkeys(of(database).proposals), stamp=stamp(HALFWAY))
    told, speak = everything(seat(database, HALFWAY, "prioritising.assessment", forslag=TOLK)), words("nb")
    named = [each for each in FIELDS if each.page and each.key not in ("summary", "statutory")]
    assert [each.key for each in named if f"**{speak(each.name)}" not in told] == []
    assert [text for text in (*texts.values(), *lines.values()) if plain(text) not in told] == []
    assert plain(speak.put(goals()[0].text)) in told


def answered(database: Database, answer: Answer) -> int:
    """Change every answer at the gates of the proposal, and return how many there are."""
    put = "UPDATE gate_answers SET answer = :answer WHERE round = :round AND proposal = :proposal"
    with database.alone() as connection:
        facts = {"answer": answer, "round": OPEN, "proposal": TOLK}
        return connection.execute(text(put), facts).rowcount


def label(database: Database) -> str:
    shown = seat(database, HALFWAY, "prioritising.assessment", forslag=TOLK)
    return next(each.label for each in shown.expander if each.label.startswith("Kontrollen"))


def marks(database: Database, member: str) -> dict[str, dict[str, int | None]]:
    given: dict[str, dict[str, int | None]] = {}
    with database.read() as reader:
        for each in reader.all(Mark, round=OPEN, member=member):
            given.setdefault(each.proposal, {})[each.criterion] = each.mark
    return given


def test_whoever_marked_a_version_before_is_told_what_is_new_and_confirms_by_saving(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    before = seat(database, DONE, "prioritising.assessment", forslag=SECOND)
    rewritten(database, stamp, SECOND, cost=70_000_000)
    later = everything(seat(database, DONE, "prioritising.assessment", forslag=SECOND))
    assert "Endret etter at runden åpnet" in later
    assert "Forslaget er endret etter at du ga karakterer" not in later
    take_in(database, OPEN, SECOND, seen=1, stamp=stamp(SECRETARIAT))
    shown = seat(database, DONE, "prioritising.assessment")
    text = everything(shown)
    assert shown.title[0].value == "Et annet"
    assert "Forslaget er endret etter at du ga karakterer. Se på det som er nytt" in text
    assert "Tittel: fra «Beredskapsbildet" in text.replace("\\", "")
    press(before, "Lagre og neste")
    assert "Ingrid Solbakken endret dette" in everything(before).replace("\\", "")
    press(shown, "Lagre og neste")
    assert shown.title[0].value == "Alle vurderingene dine er inne"
    again = everything(seat(database, DONE, "prioritising.assessment", forslag=SECOND))
    assert "Forslaget er endret etter at du ga karakterer" not in again


@pytest.mark.parametrize(("shown", "said"), [(False, "uten navnet ditt"), (True, "med navnet ditt")])
def test_a_member_is_told_who_reads_the_reasons_before_writing_any(
    database: Database, shown: bool, said: str
) -> None:
    with database.write(as_of(database, SECRETARIAT)) as writer:
        writer.revise(of(database).model_copy(update={"names_shown": shown}))
        writer.trace("keep_round", OPEN)
    assert said in everything(seat(database, HALFWAY, "prioritising.assessment"))


def test_whoever_has_begun_is_told_beside_the_marks_what_is_new_before_they_save(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    begun = seat(database, HALFWAY, "prioritising.assessment", forslag=TOLK)
    begun.radio(key=f"{FORM}.kvalitet").set_value("5").run()
    with database.alone() as connection:
        connection.execute(text("DELETE FROM marks WHERE proposal = :id"), {"id": TOLK})
    rewritten(database, stamp, TOLK, cost=70_000_000)
    take_in(database, OPEN, TOLK, seen=1, stamp=stamp(SECRETARIAT))
    said = "Runden vurderer en annen versjon enn da du begynte"
    for shown in (begun.run(), seat(database, HALFWAY, "prioritising.assessment", forslag=TOLK)):
        told = everything(shown).replace("\\", "")
        assert said in told
        assert "Tittel: fra «Tolk i tide» til «Et annet»" in told
        assert f"(/forslag?id={TOLK})" in told
        assert shown.radio(key=f"{FORM}.kvalitet").value == "5"
    assert said not in everything(seat(database, DONE, "prioritising.assessment", forslag=TOLK))
