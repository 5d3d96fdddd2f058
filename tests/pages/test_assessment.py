"""A council member's work: impartiality first, then one proposal at a time, and nothing of what others gave."""

from streamlit.testing.v1 import AppTest

from portfolio.people import Person
from portfolio.prioritising.impartiality import Impartiality, Interest
from portfolio.prioritising.marks import Mark
from portfolio.store.database import Database
from tests.pages.seat import everything, seat

ROUND, TOLK = "runde:2026-2", "prosjekt:2026-016"
FRESH, HALFWAY, DONE, SECRETARIAT = (
    "person:henrik-sandvollen",
    "person:sissel-nordengrind",
    "person:marit-fjellgjerde",
    "person:ingrid-solbakken",
)
FORM = f"vurdering.{ROUND}.{TOLK}.0"
CRITERIA = (
    "forankring",
    "behov",
    "okonomi",
    "kvalitet",
    "utbredelse",
    "arkitektur",
    "samordning",
    "gjennomforbarhet",
)


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
    form = f"habilitet.{ROUND}.0"
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
    shown.selectbox(key=f"habilitet.{ROUND}.0.{first}").set_value("other").run()
    press(shown, "Bekreft for alle 12 forslag")
    assert first not in marks(database, HALFWAY)


def test_the_first_proposal_without_marks_comes_first(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment")
    assert shown.title[0].value == "Tolk i tide"
    assert "3 av 10 vurdert" in shown.get("progress")[0].proto.text


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


def test_what_is_marked_but_not_saved_survives_a_new_session(database: Database) -> None:
    first = seat(database, HALFWAY, "prioritising.assessment")
    first.radio(key=f"{FORM}.kvalitet").set_value("5").run()
    first.text_input(key=f"{FORM}.reason.kvalitet").set_value("Trygghet").run()
    again = seat(database, HALFWAY, "prioritising.assessment")
    assert again.radio(key=f"{FORM}.kvalitet").value == "5"
    assert again.text_input(key=f"{FORM}.reason.kvalitet").value == "Trygghet"


def test_any_proposal_can_be_reached_from_the_list(database: Database) -> None:
    shown = seat(database, HALFWAY, "prioritising.assessment")
    shown.selectbox(key=f"turn.forslag.{TOLK}").set_value("prosjekt:2026-024").run()
    assert shown.title[0].value == "Lån et lokale"


def test_own_marks_can_be_changed_while_the_round_is_open(database: Database) -> None:
    shown = seat(database, DONE, "prioritising.assessment", forslag=TOLK)
    shown.radio(key=f"{FORM}.behov").set_value("1")
    press(shown, "Lagre og neste")
    assert marks(database, DONE)[TOLK]["behov"] == 1
    assert shown.title[0].value == "Alle vurderingene dine er inne"


def test_when_all_is_in_the_page_says_so_and_shows_the_way_to_the_ranking(database: Database) -> None:
    text = everything(seat(database, DONE, "prioritising.assessment"))
    assert "Alle vurderingene dine er inne" in text
    assert f"/rangering?runde={ROUND}" in text


def test_what_is_not_to_be_marked_is_named_with_the_reason(database: Database) -> None:
    text = everything(seat(database, DONE, "prioritising.assessment"))
    assert "lovpålagt og kan ikke velges bort" in text
    assert "oppfyller ikke et absolutt krav" in text
    assert "Du er inhabil" in text


def test_the_page_asks_for_no_marks_but_the_members_own(database: Database) -> None:
    with database.read() as reader:
        others = {
            each.reason
            for each in reader.all(Mark, round=ROUND)
            if each.member != HALFWAY and len(each.reason) > 3
        } - {each.reason for each in reader.all(Mark, round=ROUND, member=HALFWAY)}
    shown = seat(database, HALFWAY, "prioritising.assessment")
    text = everything(shown) + "".join(each.value or "" for each in shown.text_input)
    assert others
    assert not [reason for reason in others if reason in text]


def test_without_an_open_round_the_page_says_what_to_expect(database: Database) -> None:
    assert "Ingen runde er åpen for deg nå" in everything(
        seat(database, SECRETARIAT, "prioritising.assessment")
    )


def test_the_page_is_whole_in_nynorsk_and_english(database: Database) -> None:
    assert "Karakterane dine" in everything(seat(database, HALFWAY, "prioritising.assessment", language="nn"))
    assert "Your marks" in everything(seat(database, HALFWAY, "prioritising.assessment", language="en"))


def press(shown: AppTest, label: str) -> None:
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def said(database: Database, member: str) -> dict[str, Interest | None]:
    with database.read() as reader:
        person = reader.get(Person, member)
        found = reader.all(Impartiality, round=ROUND, member=person.id)
    return {each.proposal: each.interest for each in found}


def marks(database: Database, member: str) -> dict[str, dict[str, int | None]]:
    given: dict[str, dict[str, int | None]] = {}
    with database.read() as reader:
        for each in reader.all(Mark, round=ROUND, member=member):
            given.setdefault(each.proposal, {})[each.criterion] = each.mark
    return given
