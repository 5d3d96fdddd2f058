import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from portfolio.catalogue.exports.workbooks import exports
from portfolio.catalogue.methods import methods
from portfolio.given import LANGUAGES, InLanguages
from portfolio.messages import Message
from portfolio.money import Money
from portfolio.periods import Period
from portfolio.prioritising.decisions import Resolution
from portfolio.prioritising.gates import Standing
from portfolio.prioritising.recommendations import Outcome
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.proposals.proposal import Phase
from portfolio.realising.benefits import Beneficiary, BenefitKind, Rhythm
from portfolio.realising.course import Course
from portfolio.realising.readings import Certainty
from portfolio.reports.prioritising.opinions import NOTHING_YET
from portfolio.reports.prioritising.ranking import RankingReport
from portfolio.reports.prioritising.ranking_rows import RankedRow, TermRow
from portfolio.reports.realising.benefits import BenefitReport
from portfolio.reports.realising.changes import ChangeRow
from portfolio.reports.realising.letting_off import LetOff
from portfolio.reports.realising.rows import BenefitRow, ReadingRow
from portfolio.sheets.writing.workbooks import workbook
from portfolio.words import words
from tests.workbooks.conftest import cells


def term(reference, points):
    name = InLanguages(nb="Nytte", nn="Nytte", en="Benefit")
    return TermRow(
        f"prosjekt:{reference}", reference, "Felles søk", name, Decimal("3.50"), 40, Decimal(points)
    )


def ranked(reference, place, points, **changed):
    return RankedRow(
        **{
            "proposal": f"prosjekt:{reference}", "reference": reference, "title": "Felles søk", "owner": "Oslo",
            "standing": Standing.READY, "place": place, "points": points, "coverage": Fraction(7, 8),
            "disagreement": Decimal("0.25"), "why": Message("{count} of them", {"count": 3}), "stopped_by": (),
            "statutory": "", "cost": Money(123_456_789),
            "applied": Money(100_000_000), "promised": Money(50_000_000), "phase": Phase.STOPPED, "moved": True, "since": Message("Changed after the round opened"), "outcome": Outcome.RECOMMENDED, "conditions": "",
            "reason": "=1+1", "earlier": "", "decision": Resolution.APPROVED, "decided_in": "26/114",
            "decided_on": date(2026, 6, 17), "decision_note": "=note", "otherwise": Message("Otherwise than the council recommended"),
            "terms": (term(reference, "71.25"),),
        }
        | changed
    )  # fmt: skip


def ranking():
    method = next(iter(methods().values()))
    round_ = Round(
        id="runde:2026",
        title="Runde 2026",
        method=method.id,
        phase=RoundPhase.CLOSED,
        proposals=(),
        members=(),
    )
    stopped = InLanguages(nb="Personvern", nn="Personvern", en="Privacy")
    return RankingReport(
        round=round_, method=method, hidden=None, aside=(), opinions=NOTHING_YET, departures=(), steps=(), reopened=None, revision=9, head="b" * 64,
        ranked=(ranked("2026-001", 1, Decimal("71.25")), ranked("2026-002", 2, Decimal("60"), outcome=None, decision=None)),
        outside=(
            ranked("2026-003", None, None, disagreement=None, why="", stopped_by=(stopped,), terms=()),
        ),
    )  # fmt: skip


def benefits():
    quarter = Period.holding(date(2026, 5, 1), months=3)
    row = BenefitRow(
        id="gevinst:1", proposal="prosjekt:2026-001", reference="2026-001", project="Felles søk", phase=Phase.CARRY_OUT, title="Kortere kø",
        kind=BenefitKind.FREED_TIME, beneficiary=Beneficiary.CITIZENS, owner="Kari", unit="dager", indicator="Ventetid",
        baseline=Decimal("12.5"), baseline_on=date(2025, 12, 31), target=Decimal(4), target_on=date(2028, 12, 31),
        latest=None, latest_period=quarter, certainty=Certainty.MEASURED, attainment=None, expected=0.5, course=Course.UNMEASURED, course_on=date(2026, 11, 23),
        note=Message("nothing measured yet"), due=2, late=1, example=True,
        first_baseline=None, first_baseline_on=None, first_target=Decimal("3.5"), first_target_on=date(2027, 12, 31), first_unit="uker",
        first_attainment=0.25, first_course=Course.BEHIND,
    )  # fmt: skip
    reading = ReadingRow(
        benefit="gevinst:1", title="Kortere kø", period=quarter, certainty=Certainty.ESTIMATED, value=Decimal("9.75"),
        unit="dager", comment="@ikke en formel", reported_on=date(2026, 7, 3), by="Kari", attainment=0.32,
        attainment_then=0.4,
    )  # fmt: skip
    change = ChangeRow(
        benefit="gevinst:1", title="Kortere kø", at=datetime(2026, 3, 3, 12, tzinfo=UTC), by="Guro", reason="=ny plan",
        field=Message("Target day"), was=Message("{value}", {"value": date(2027, 12, 31)}), now=Message("{value}", {"value": Rhythm.YEARLY}),
        attained_before=0.76, attained_after=None,
    )  # fmt: skip
    release = LetOff(
        id="gevinst:1.2026-q1", benefit="gevinst:1", title="Kortere kø", period=Period.holding(date(2026, 1, 1), months=3),
        on=date(2026, 4, 3), by="Guro", reason="=nede", reported_on=date(2026, 5, 3),
    )  # fmt: skip
    return BenefitReport(
        on=date(2026, 11, 23),
        benefits=(row,),
        readings=(reading,),
        corrected=(replace(reading, value=Decimal(8), comment="=skrevet feil"),),
        changes=(change,),
        let_off=(release,),
        revision=7,
        head="0" * 64,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ranking_stands_in_its_order_with_what_was_recommended(language):
    made = cells(io.BytesIO(workbook(exports()["ranking"], ranking(), words=words(language))))
    title = {"nb": "Rangering", "nn": "Rangering", "en": "Ranking"}[language]
    assert [made.get((title, f"{column}5")) for column in "ABCDE"] == [
        1,
        "2026-001",
        "Felles søk",
        "Oslo",
        71.25,
    ]
    assert made[title, "H5"] == words(language).name(Phase.STOPPED)
    assert [made[title, f"{column}5"] for column in "IJK"] == [1234567.89, 1000000, 500000]
    assert made[title, "L5"] == words(language)(Message("{count} of them", {"count": 3}))
    assert made[title, "M5"] == words(language).name(Outcome.RECOMMENDED)
    assert made[title, "O5"] == "=1+1"
    assert (title, "M6") not in made


def test_proposals_outside_the_order_have_a_sheet_of_their_own():
    made = cells(io.BytesIO(workbook(exports()["ranking"], ranking(), words=words("nb"))))
    assert made["Utenfor rangeringen", "A5"] == "2026-003"
    assert made["Utenfor rangeringen", "E5"] == "Personvern"


@pytest.mark.parametrize(("sheet", "row"), [("Rangering", 5), ("Utenfor rangeringen", 5)])
def test_what_was_decided_stands_with_its_day_note_and_whether_it_is_otherwise(sheet, row):
    made = cells(io.BytesIO(workbook(exports()["ranking"], ranking(), words=words("nb"))))
    columns = {
        value: column[:-1] for (of, column), value in made.items() if of == sheet and column[1:] == "4"
    }
    told = [
        made[sheet, f"{columns[heading]}{row}"]
        for heading in ("Besluttet i sak", "Besluttet dag", "Merknad til beslutningen")
    ]
    assert [told[0], told[1].date(), told[2]] == ["26/114", date(2026, 6, 17), "=note"]
    assert made[sheet, f"{columns['Annerledes enn anbefalt']}{row}"] == "Annerledes enn rådet anbefalte"


def test_a_benefit_shows_what_it_was_to_give_and_why_a_figure_is_missing():
    made = cells(io.BytesIO(workbook(exports()["benefits"], benefits(), words=words("nb"))))
    headings = {
        made["Gevinster", f"{column}4"]: column
        for column in (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC", "AD", "AE")
    }
    row = {name: made.get(("Gevinster", f"{column}5")) for name, column in headings.items()}
    assert (row["Nullpunkt"], row["Mål"], row["Siste verdi"]) == (12.5, 4, None)
    assert row["Startdato"].date() == date(2025, 12, 31)
    assert row["Måloppnåelse"] is None
    assert row["Merknad"] == words("nb")("nothing measured yet")
    assert (row["Tilstand"], row["Tilstand etter det først lovede"]) == ("Ikke målt", "Bak planen")
    assert row["Siste periode"] == words("nb").period(Period.holding(date(2026, 5, 1), months=3))
    assert made["Målinger", "D2"] == 9.75
    assert made["Målinger", "H2"] == "@ikke en formel"


def test_a_benefit_shows_what_was_first_promised_beside_the_plan_of_today_and_each_change_with_old_and_new():
    made = cells(io.BytesIO(workbook(exports()["benefits"], benefits(), words=words("nb"))))
    headings = {
        made["Gevinster", f"{column}4"]: column
        for column in (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC", "AD", "AE")
    }
    row = {name: made.get(("Gevinster", f"{column}5")) for name, column in headings.items()}
    assert (row["Mål"], row["Mål først lovet"], row["Nullpunkt først lovet"]) == (4, 3.5, None)
    assert (row["Måleenhet"], row["Måleenhet først lovet"]) == ("dager", "uker")
    assert row["Måloppnåelse av det først lovede"] == 0.25
    assert [made["Endringer", f"{column}5"] for column in "ACEFGH"] == [
        "Kortere kø",
        "Guro",
        "31. desember 2027",
        words("nb").name(Rhythm.YEARLY),
        "=ny plan",
        0.76,
    ]
    assert ("Endringer", "I5") not in made
    assert made["Målinger", "F2"] == 0.4


def test_a_reading_that_was_corrected_stands_on_a_sheet_of_its_own():
    made = cells(io.BytesIO(workbook(exports()["benefits"], benefits(), words=words("nb"))))
    assert [made["Rettet", f"{column}5"] for column in "ADGI"] == ["Kortere kø", 8, "=skrevet feil", "Kari"]
    assert ("Målinger", "D3") not in made


def test_what_a_benefit_was_let_off_stands_with_why_and_when_it_was_reported_all_the_same():
    made = cells(io.BytesIO(workbook(exports()["benefits"], benefits(), words=words("nb"))))
    row = [made["Fritak", f"{column}5"] for column in "ACDEF"]
    days = [each.date() if isinstance(each, datetime) else each for each in row]
    assert days == ["Kortere kø", date(2026, 4, 3), "Guro", "=nede", date(2026, 5, 3)]


@pytest.mark.parametrize(("name", "report"), [("ranking", ranking), ("benefits", benefits)])
def test_the_formulas_of_the_smaller_workbooks_hold_too(name, report, recalculated):
    content = workbook(exports()[name], report(), words=words("nb"))
    stored, worked_out = cells(io.BytesIO(content)), recalculated(content)
    assert {place: value for place, value in worked_out.items() if str(value).startswith("#")} == {}
    assert worked_out.keys() == stored.keys()
    numbers = {place: value for place, value in stored.items() if isinstance(value, float | int)}
    assert {place: worked_out[place] for place in numbers} == pytest.approx(numbers)
