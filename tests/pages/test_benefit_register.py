"""The register of benefits: found by what people ask for, read whole, added and changed."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from portfolio.actions.realising.benefits import keep_benefit
from portfolio.actions.realising.readings import report
from portfolio.actions.starting import PROGRAM
from portfolio.people import Person, Role, Stamp
from portfolio.periods import Period
from portfolio.realising.benefits import Benefit, BenefitKind, Target
from portfolio.realising.readings import Certainty
from portfolio.store.database import Database
from tests.pages.seat import everything, seat

OWNER, SECRETARIAT, PROJECT_OWNER, READER = (
    "person:lene-bjørkmyra",
    "person:ingrid-solbakken",
    "person:halvard-lyngmoen",
    "person:signe-holtviken",
)
DRIVING, WITHOUT_BASELINE = "gevinst:2026-002-1", "gevinst:2026-005-5"
OCTOBER = Period(date(2026, 10, 1), date(2026, 11, 1))
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
EDIT = f"gevinst.{DRIVING}.0."
NEW = "gevinst.ny.0."


def told(shown, kind: str) -> str:  # type: ignore[no-untyped-def]
    """Return what the errors or warnings say."""
    return "\n".join(each.value for each in getattr(shown, kind)).replace("\\", "")


def press(shown, label: str) -> None:  # type: ignore[no-untyped-def]
    """Press a button by its name."""
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def benefit(database: Database, id: str = DRIVING) -> Benefit:
    """Return a benefit as it is stored."""
    with database.read() as look:
        return look.get(Benefit, id)


def test_the_register_is_grouped_by_kind_and_sums_nothing(database: Database) -> None:
    shown = seat(database, READER, "realising.benefits")
    assert [each.value for each in shown.header] == [
        "Budsjetteffekt",
        "Unngått kostnad",
        "Frigjort tid",
        "Kvalitet",
    ]
    assert not shown.metric


def test_the_register_is_filtered_by_kind_and_state_in_the_address(database: Database) -> None:
    shown = seat(database, READER, "realising.benefits", type="freed_time", tilstand="late")
    assert [each.value for each in shown.header] == ["Frigjort tid"]
    assert all("måling over fristen" in each for each in shown.table[0].value["Tilstand"])
    assert "Mindre tid i bil" in everything(shown)


def test_a_filter_that_fits_nothing_says_so(database: Database) -> None:
    shown = seat(database, READER, "realising.benefits", type="budget", hvem="business")
    assert "Ingen gevinster passer" in everything(shown)


def test_an_empty_register_says_what_to_do(empty_database: Database) -> None:
    first = Person(id=SECRETARIAT, name="Ingrid", roles=(Role.SECRETARIAT,), organisation="ks")
    with empty_database.write(Stamp(person=PROGRAM, at=NOW)) as writer:
        writer.add(first)
        writer.trace("keep_person", first.id)
    shown = everything(seat(empty_database, SECRETARIAT, "realising.benefits"))
    assert "Ingen gevinst er lagt inn ennå" in shown
    assert "Legg til en gevinst" in shown


def test_a_benefit_without_baseline_says_why_attainment_is_missing(database: Database) -> None:
    shown = seat(database, READER, "realising.benefits", id=WITHOUT_BASELINE)
    assert not shown.exception
    assert [each.value for each in shown.metric][-1] == "–"
    assert "Ikke noe nullpunkt, så måloppnåelsen kan ikke beregnes" in everything(shown)


def test_attainment_below_zero_is_shown_as_it_is(database: Database, stamp: Callable[[str], Stamp]) -> None:
    report(
        database,
        DRIVING,
        period=OCTOBER,
        certainty=Certainty.MEASURED,
        value=Decimal("6.78"),
        comment="",
        on=date(2026, 11, 23),
        stamp=stamp(OWNER),
    )
    shown = seat(database, READER, "realising.benefits", id=DRIVING)
    assert shown.metric[-1].value == "−20\u00a0%"


def test_a_reader_reads_and_the_owner_reports_corrects_and_changes(database: Database) -> None:
    reader = everything(seat(database, READER, "realising.benefits", id=DRIVING))
    owner = everything(seat(database, OWNER, "realising.benefits", id=DRIVING))
    for word in ("Rapporter oktober 2026", "Endre denne gevinsten", "periode=2026-09"):
        assert word not in reader
        assert word in owner


def test_a_correction_stands_beside_what_it_corrected(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    corrects = None
    for value in ("4.6", "4.5"):
        corrects = report(
            database,
            DRIVING,
            period=OCTOBER,
            certainty=Certainty.MEASURED,
            value=Decimal(value),
            comment="",
            corrects=corrects,
            on=date(2026, 11, 23),
            stamp=stamp(OWNER),
        ).id
    shown = seat(database, READER, "realising.benefits", id=DRIVING)
    assert "4,6 \\(Lene Bjørkmyra" in shown.table[0].value["Retter"].iloc[0]


def test_what_people_wrote_is_never_markdown(database: Database, stamp: Callable[[str], Stamp]) -> None:
    hostile = benefit(database).model_copy(
        update={"title": "![x](//evil.example/i.png)", "unit": "<b>dager</b>", "indicator": "*x*"}
    )
    free = hostile.model_copy(update={"id": "gevinst:fri"})
    keep_benefit(database, free, stamp=stamp(SECRETARIAT))
    for query in ({"id": free.id}, {"prosjekt": free.proposal}):
        shown = everything(seat(database, READER, "realising.benefits", **query))
        assert "![x]" not in shown
        assert "<b>" not in shown


def test_a_benefit_is_added_with_exact_values(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "realising.benefits", ny="")
    shown.selectbox(key=f"{NEW}proposal").set_value("prosjekt:2026-002")
    shown.text_input(key=f"{NEW}title").set_value("Færre bomturer")
    shown.selectbox(key=f"{NEW}kind").set_value("quality")
    shown.selectbox(key=f"{NEW}beneficiary").set_value("citizens")
    shown.selectbox(key=f"{NEW}owner").set_value(OWNER)
    shown.text_input(key=f"{NEW}indicator").set_value("Bomturer per måned")
    shown.text_input(key=f"{NEW}unit").set_value("turer")
    shown.text_input(key=f"{NEW}baseline_value").set_value("1 234,5")
    shown.date_input(key=f"{NEW}baseline_on").set_value(date(2026, 6, 30))
    shown.text_input(key=f"{NEW}target_value").set_value("12.5")
    shown.date_input(key=f"{NEW}target_on").set_value(date(2027, 12, 31))
    press(shown, "Lagre")
    assert not shown.error
    made = benefit(database, "gevinst:2026-002-6")
    assert made.baseline is not None
    assert (made.baseline.value, made.target.value) == (Decimal("1234.5"), Decimal("12.5"))
    assert (made.target.on, made.owner, made.reported_from) == (date(2027, 12, 31), OWNER, date(2026, 11, 23))
    assert "Færre bomturer" in everything(shown)


def test_everything_missing_is_said_at_once_beside_the_fields(database: Database) -> None:
    shown = seat(database, SECRETARIAT, "realising.benefits", ny="")
    shown.text_input(key=f"{NEW}baseline_value").set_value("ti")
    press(shown, "Lagre")
    assert told(shown, "error").count("Fyll ut") >= len(("title", "kind", "unit", "target", "day"))
    assert "«ti» er ikke et tall" in told(shown, "error")


def test_a_target_before_the_baseline_is_refused_by_its_field(database: Database) -> None:
    shown = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    shown.date_input(key=f"{EDIT}target_on").set_value(date(2024, 1, 1))
    press(shown, "Lagre")
    assert "Måldatoen må komme etter datoen for nullpunktet" in told(shown, "error")


def test_a_unit_in_use_is_refused(database: Database) -> None:
    shown = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    shown.text_input(key=f"{EDIT}unit").set_value("minutter")
    press(shown, "Lagre")
    assert "Lag en ny gevinst for den nye enheten" in told(shown, "error")


def test_a_target_like_the_baseline_is_allowed_and_attainment_says_so(database: Database) -> None:
    shown = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    shown.text_input(key=f"{EDIT}target_value").set_value("6,4")
    press(shown, "Lagre")
    assert benefit(database).target == Target(value=Decimal("6.4"), on=date(2026, 12, 31))
    assert "likt nullpunktet" in everything(seat(database, READER, "realising.benefits", id=DRIVING))


def test_saving_untouched_changes_nothing(database: Database) -> None:
    before = benefit(database)
    press(seat(database, OWNER, "realising.benefits", id=DRIVING, endre=""), "Lagre")
    assert benefit(database) == before


def test_a_draft_with_days_survives_a_new_session(database: Database) -> None:
    first = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    first.date_input(key=f"{EDIT}target_on").set_value(date(2028, 2, 29)).run()
    first.text_input(key=f"{EDIT}title").set_value("Halvferdig").run()
    again = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    assert again.date_input(key=f"{EDIT}target_on").value == date(2028, 2, 29)
    assert again.text_input(key=f"{EDIT}title").value == "Halvferdig"


def test_the_second_writer_is_told_what_stands_there_now(
    database: Database, stamp: Callable[[str], Stamp]
) -> None:
    shown = seat(database, OWNER, "realising.benefits", id=DRIVING, endre="")
    shown.text_input(key=f"{EDIT}target_value").set_value("4").run()
    theirs = benefit(database).model_copy(
        update={"target": Target(value=Decimal("4.2"), on=date(2027, 1, 31))}
    )
    keep_benefit(database, theirs, stamp=stamp(SECRETARIAT))
    press(shown, "Lagre")
    assert "Ingrid Solbakken endret dette" in told(shown, "warning")
    assert "4,2" in told(shown, "warning")
    press(shown, "Behold det jeg endret, og lagre")
    assert benefit(database).target == Target(value=Decimal(4), on=date(2027, 1, 31))


@pytest.mark.parametrize("who", [READER, "person:petter-granholtet"])
def test_others_are_told_who_may_change_it(database: Database, who: str) -> None:
    shown = seat(database, who, "realising.benefits", id=DRIVING, endre="")
    assert "Bare gevinsteieren, prosjekteieren og sekretariatet" in everything(shown)
    assert not shown.button


def test_the_register_holds_every_benefit_of_a_kind_once(database: Database) -> None:
    with database.read() as look:
        there = look.count(Benefit, kind=BenefitKind.DISBENEFIT)
    shown = seat(database, READER, "realising.benefits", type="disbenefit")
    assert sum(len(each.value) for each in shown.table) == there
