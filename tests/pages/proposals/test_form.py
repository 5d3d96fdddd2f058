"""The form of a proposal: put forward or changed, and never lost on the way."""

from collections.abc import Callable

from portfolio.actions.proposals.proposals import revise_proposal
from portfolio.money import Money
from portfolio.people import Stamp
from portfolio.proposals.costs import CostLine
from portfolio.proposals.proposal import Proposal
from portfolio.store.database import Database
from tests.pages.seat import everything, seat

SECRETARIAT, OTHER, READER = (
    "person:ingrid-solbakken",
    "person:torvald-myrhaug",
    "person:signe-holtviken",
)
FIRST = "prosjekt:2026-001"


def test_a_proposal_is_put_forward_with_its_cost_to_the_øre(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", ny="")
    shown.text_input(key="forslag.ny.0.reference").set_value("2026-099")
    shown.text_input(key="forslag.ny.0.title").set_value("Æøå i alle skjemaer")
    shown.selectbox(key="forslag.ny.0.owner_party").set_value("ks")
    shown.text_input(key="forslag.ny.0.cost.2026").set_value("1 250 000,50")
    _button(shown, "Legg fram").click().run()
    assert not shown.exception
    with database.read() as reader:
        made = reader.get(Proposal, "prosjekt:2026-099")
        (cost,) = reader.all(CostLine, proposal=made.id)
    assert (made.title, cost.amount.ore) == ("Æøå i alle skjemaer", 125_000_050)


def test_a_refusal_stands_by_its_field_and_loses_nothing(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", ny="")
    shown.text_input(key="forslag.ny.0.reference").set_value("2026-001")
    shown.text_input(key="forslag.ny.0.title").set_value("Opptatt nummer")
    shown.selectbox(key="forslag.ny.0.owner_party").set_value("ks")
    shown.text_input(key="forslag.ny.0.cost.2026").set_value("tolv")
    _button(shown, "Legg fram").click().run()
    assert any("«tolv» er ikke et beløp" in each.value for each in shown.error)
    shown.text_input(key="forslag.ny.0.cost.2026").set_value("12")
    _button(shown, "Legg fram").click().run()
    assert any("er opptatt" in each.value for each in shown.error)
    assert shown.text_input(key="forslag.ny.0.title").value == "Opptatt nummer"


def test_why_it_is_changed_may_be_said_and_stands_in_the_trail(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", id=FIRST, endre="")
    shown.text_input(key=f"forslag.{FIRST}.0.title").set_value("Et nytt navn")
    shown.text_input(key=f"forslag.{FIRST}.0.reason").set_value("KS ba om det")
    _button(shown, "Lagre").click().run()
    assert not shown.exception
    with database.read() as reader:
        (trace,) = reader.traces(subject=FIRST, most=1)
    assert (trace.action, trace.reason) == ("revise_proposal", "KS ba om det")


def test_a_draft_survives_a_new_session(database: Database) -> None:
    first = seat(database, SECRETARIAT, "proposals.proposals", ny="")
    first.text_input(key="forslag.ny.0.title").set_value("Halvferdig").run()
    again = seat(database, SECRETARIAT, "proposals.proposals", ny="")
    assert again.text_input(key="forslag.ny.0.title").value == "Halvferdig"
    assert "tatt vare på som utkast" in everything(again)


def test_the_second_writer_is_told_who_and_keeps_what_they_typed(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", id=FIRST, endre="")
    key = f"forslag.{FIRST}.0.summary"
    shown.text_area(key=key).set_value("Min tekst").run()
    with database.read() as reader:
        proposal = reader.get(Proposal, FIRST)
        costs = {line.year: line.amount for line in reader.all(CostLine, proposal=FIRST)}
    theirs = proposal.model_copy(update={"summary": "Deres tekst"})
    revise_proposal(database, theirs, costs=costs, reason="Ført annetsteds", stamp=stamp(OTHER))
    _button(shown, "Lagre").click().run()
    told = "\n".join(each.value for each in shown.warning)
    assert "Torvald Myrhaug endret dette" in told
    assert "Deres tekst" in told
    assert shown.text_area(key=key).value == "Min tekst"
    _button(shown, "Behold det jeg endret, og lagre").click().run()
    with database.read() as reader:
        assert reader.get(Proposal, FIRST).summary == "Min tekst"


def test_what_the_second_writer_never_touched_is_left_as_the_first_wrote_it(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", id=FIRST, endre="")
    shown.text_area(key=f"forslag.{FIRST}.0.summary").set_value("Min tekst").run()
    with database.read() as reader:
        proposal = reader.get(Proposal, FIRST)
        costs = {line.year: line.amount for line in reader.all(CostLine, proposal=FIRST)}
    theirs = proposal.model_copy(update={"need": "Deres behov", "goals": ("bruker-2",)})
    costs[2026] = Money(77)
    revise_proposal(database, theirs, costs=costs, reason="Ført annetsteds", stamp=stamp(OTHER))
    _button(shown, "Lagre").click().run()
    _button(shown, "Behold det jeg endret, og lagre").click().run()
    with database.read() as reader:
        kept = reader.get(Proposal, FIRST)
        (cost,) = reader.all(CostLine, proposal=FIRST, year=2026)
    assert (kept.summary, kept.need, kept.goals) == ("Min tekst", "Deres behov", ("bruker-2",))
    assert cost.amount == Money(77)


def test_what_must_be_there_is_marked_and_its_lack_is_told_by_the_field(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", ny="")
    labels = [each.label for each in (*shown.text_input, *shown.selectbox)]
    assert [each for each in labels if "påkrevd" in each] == [
        "Referanse (påkrevd)",
        "Tittel (påkrevd)",
        "Eier (påkrevd)",
    ]
    _button(shown, "Legg fram").click().run()
    assert [each.value for each in shown.error].count("Fyll ut dette.") == 3


def test_the_reference_is_asked_for_once(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", id=FIRST, endre="")
    assert not any(each.label.startswith("Referanse") for each in shown.text_input)


def test_a_year_that_is_none_is_refused_by_its_field_and_an_empty_one_is_no_year(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", id=FIRST, endre="")
    starts, ends = (f"forslag.{FIRST}.0.{field}" for field in ("starts", "ends"))
    shown.text_input(key=starts).set_value("snart")
    shown.text_input(key=ends).set_value(" ")
    _button(shown, "Lagre").click().run()
    assert "Dette kan ikke brukes. Sjekk det som står her." in [each.value for each in shown.error]
    assert shown.text_input(key=starts).value == "snart"
    shown.text_input(key=starts).set_value(" 2028 ")
    _button(shown, "Lagre").click().run()
    with database.read() as reader:
        kept = reader.get(Proposal, FIRST)
    assert (kept.starts, kept.ends) == (2028, None)


def test_a_cost_that_is_emptied_though_it_is_paid_is_asked_about_and_saved_with_its_reason(
    database: Database,
) -> None:
    shown = seat(database, SECRETARIAT, "proposals.proposals", id=FIRST, endre="")
    form = f"forslag.{FIRST}.0"
    assert not shown.warning
    shown.text_input(key=f"{form}.cost.2026").set_value("").run()
    said = everything(shown).replace("\u00a0", " ")
    assert "er utbetalt i 2026. Kostnaden ville bli 0 kr." in said
    _button(shown, "Lagre").click().run()
    assert any("skriv hvorfor" in each.value for each in shown.error)
    shown.text_input(key=f"{form}.reason").set_value("Ført på et annet prosjekt.")
    _button(shown, "Lagre").click().run()
    assert not shown.exception
    with database.read() as reader:
        assert reader.all(CostLine, proposal=FIRST, year=2026)[0].amount == Money(0)
        assert reader.traces(most=1)[0].reason == "Ført på et annet prosjekt."


def _button(shown, label: str):  # type: ignore[no-untyped-def]
    return next(each for each in shown.button if each.label == label)


def test_it_is_told_before_it_is_saved_which_rounds_keep_the_version_they_hold(database: Database) -> None:
    def told(id: str) -> list[str]:
        shown = seat(database, SECRETARIAT, "proposals.proposals", id=id, endre="")
        return [each.value.replace("\\", "") for each in shown.info]

    assert told(FIRST) == [
        "Dette forslaget er vurdert i Våren 2026. Runden beholder utgaven fra 23. november 2026."
    ]
    (open_,) = told("prosjekt:2026-016")
    assert open_.startswith(
        "Dette forslaget vurderes i Høsten 2026. Runden beholder utgaven fra 23. november"
    )
    assert open_.endswith(", hvis ikke sekretariatet tar inn den nye.")
