"""Impartiality: the whole list in one act, with what the organisation gives reason to ask about."""

from portfolio.actions.prioritising.basis import take_in
from portfolio.prioritising.impartiality import Impartiality, Interest
from portfolio.prioritising.marks import Mark
from portfolio.store.database import Database
from tests.pages.seat import everything, press, seat
from tests.rounds import DONE, FRESH, HALFWAY, OPEN, SECOND, SECRETARIAT, Stamped, rewritten


def test_a_new_member_confirms_impartiality_for_the_whole_list_in_one_act(database: Database) -> None:
    shown = seat(database, FRESH, "prioritising.assessment")
    assert shown.title[0].value == "Er du habil?"
    assert len(shown.selectbox) == 12
    press(shown, "Bekreft for alle 12 forslag")
    words = said(database, FRESH)
    assert len(words) == 12
    assert "0 av 9 vurdert" in shown.get("progress")[0].proto.text


def test_the_own_organisations_projects_are_suggested_and_may_be_changed(database: Database) -> None:
    shown = seat(database, FRESH, "prioritising.assessment")
    form = f"habilitet.{OPEN}.0"
    assert shown.selectbox(key=f"{form}.prosjekt:2026-022").value == "own_organisation"
    assert shown.selectbox(key=f"{form}.prosjekt:2026-014").value == "partner"
    shown.selectbox(key=f"{form}.prosjekt:2026-014").set_value("impartial").run()
    press(shown, "Bekreft for alle 12 forslag")
    words = said(database, FRESH)
    assert words["prosjekt:2026-022"] is Interest.OWN_ORGANISATION
    assert words["prosjekt:2026-014"] is None


def test_standing_aside_later_takes_the_marks_away(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment", habilitet="")
    first = next(iter(marks(database, HALFWAY)))
    shown.selectbox(key=f"habilitet.{OPEN}.0.{first}").set_value("other").run()
    press(shown, "Bekreft for alle 12 forslag")
    assert first not in marks(database, HALFWAY)


def test_whoever_comes_back_finds_what_they_said_and_a_warning_before_marks_are_lost(
    database: Database,
) -> None:
    shown = seat(database, DONE, "prioritising.assessment", habilitet="")
    now = {id: interest.value if interest else "impartial" for id, interest in said(database, DONE).items()}
    key = f"habilitet.{OPEN}.0"
    assert {id: shown.selectbox(key=f"{key}.{id}").value for id in now} == now
    assert "slettes karakterene" in shown.warning[0].value


def test_a_proposal_with_another_partner_asks_for_a_new_word_with_what_was_said_last_chosen(
    database: Database, stamp: Stamped
) -> None:
    aside = next(id for id, interest in said(database, DONE).items() if interest)
    for id in (aside, SECOND):
        rewritten(database, stamp, id, title="Et annet", partners=("kommune:0301",))
        take_in(database, OPEN, id, seen=1, stamp=stamp(SECRETARIAT))
    shown = seat(database, DONE, "prioritising.assessment")
    assert shown.header[0].value == "Nytt siden du bekreftet"
    assert [each.label.split(" ")[0] for each in shown.selectbox][:2] == [
        "2026\\-013",
        "2026\\-017",
    ]
    values = [each.value for each in shown.selectbox][:2]
    assert values == [said(database, DONE)[aside], "impartial"]
    press(shown, "Bekreft for alle 12 forslag")
    assert "Forslaget er endret etter at du ga karakterer" in shown.warning[0].value


def test_a_list_that_was_opened_before_a_new_version_was_taken_in_shows_what_is_new_before_it_is_confirmed(
    database: Database, stamp: Stamped
) -> None:
    shown = seat(database, FRESH, "prioritising.assessment")
    rewritten(database, stamp, SECOND, title="Et annet", partners=("kommune:0301",))
    take_in(database, OPEN, SECOND, seen=1, stamp=stamp(SECRETARIAT))
    press(shown, "Bekreft for alle 12 forslag")
    assert said(database, FRESH) == {}
    assert any("Ingrid Solbakken tok inn det som er nytt i 2026" in each.value for each in shown.warning)
    assert "lagt til 0301 Oslo" in everything(shown)
    press(shown, "Behold det jeg endret, og lagre")
    assert len(said(database, FRESH)) == 12


def said(database: Database, member: str) -> dict[str, Interest | None]:
    with database.read() as reader:
        found = reader.all(Impartiality, round=OPEN, member=member)
    return {each.proposal: each.interest for each in found}


def marks(database: Database, member: str) -> dict[str, dict[str, int | None]]:
    given: dict[str, dict[str, int | None]] = {}
    with database.read() as reader:
        for each in reader.all(Mark, round=OPEN, member=member):
            given.setdefault(each.proposal, {})[each.criterion] = each.mark
    return given
