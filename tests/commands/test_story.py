"""From the empty template to the workbook of funding, by the command alone."""

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.examples.filling import filled

PROPOSALS = (
    {"reference": "S-1", "title": "Felles kartbase", "owner_party": "0301 Oslo", "phase": "Konsept"},
    {"reference": "S-2", "title": "=Felles innbyggerdialog", "owner_party": "KS", "partners": "Bergen; 5001"},
    {"reference": "S-3", "title": "Felles arkiv & innsyn", "owner_party": "Kartstiftelsen"},
)
COSTS = (
    {"reference": "S-1", "year": 2027, "amount": Decimal("2500000.01")},
    {"reference": "S-1", "year": 2028, "amount": "1 000 000,99"},
    {"reference": "S-2", "year": 2027, "amount": 999_999},
    {"reference": "S-3", "year": 2028, "amount": "0,10"},
)
CONTRIBUTIONS = (
    {"reference": "S-1", "party": "Digdir", "year": 2027, "applied": "1 250 000,37", "promised": "1 000 000,36", "agreed": "500 000,35", "paid": "0,34"},
    {"reference": "S-1", "party": "0301", "year": 2027, "applied": Decimal("33333.33"), "promised": Decimal("33333.33")},
    {"reference": "S-1", "party": "Bergen", "year": 2028, "applied": 250_000, "promised": "249 999,99"},
    {"reference": "S-2", "party": "Kartstiftelsen", "year": 2027, "applied": "7,77", "promised": "7,07"},
    {"reference": "S-2", "party": "Vestland fylkeskommune", "year": 2027, "applied": 100},
    {"reference": "S-3", "party": "KS", "year": 2028, "applied": "0,05", "promised": "0,05", "agreed": "0,05", "paid": "0,05"},
)  # fmt: skip
PARTIES = ({"name": "Kartstiftelsen", "kind": "Annen"},)


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory):
    """Use the command as a program, on an empty database and in a folder of the story's own."""
    folder = tmp_path_factory.mktemp("story")

    def use(*words, status=0):
        done = subprocess.run(
            [str(Path(sys.executable).with_name("portfolio")), *map(str, words)],
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
            timeout=120,
            cwd=folder,
            env={**os.environ, "PORTFOLIO_DATABASE": f"sqlite:///{folder / 'story.db'}"},
        )
        assert done.returncode == status, done.stderr
        return done.stdout

    use.folder = folder
    return use


@pytest.fixture(scope="module")
def told(portfolio):
    """The whole story once: what the last command told, beside the workbook it wrote."""
    portfolio("template", "--out", "mal.xlsx")
    empty = (portfolio.folder / "mal.xlsx").read_bytes()
    sheets = {"proposals": PROPOSALS, "costs": COSTS, "contributions": CONTRIBUTIONS, "parties": PARTIES}
    (portfolio.folder / "utfylt.xlsx").write_bytes(filled(empty, **sheets))
    trial = json.loads(portfolio("import", "utfylt.xlsx", "--dry-run", "--json"))
    done = json.loads(portfolio("import", "utfylt.xlsx", "--json"))
    report = json.loads(portfolio("export", "funding", "--out", "bok.xlsx", "--json"))
    book = load_workbook(portfolio.folder / "bok.xlsx", data_only=True)
    return trial, done, report, book


def rows(book, title, heading):
    """The rows of a sheet as the words of its headings to its values, down to the sum or the end."""
    every = list(book[title].iter_rows(min_row=heading, values_only=True))
    found = [dict(zip(every[0], row, strict=True)) for row in every[1:]]
    return [row for row in found if any(str(key).endswith("ID") and value for key, value in row.items())]


def kroner(value):
    """An amount of a cell as the report in JSON has it."""
    return f"{Decimal(repr(value)):.2f}"


def test_the_trial_foretold_exactly_what_was_done(told):
    trial, done, _, _ = told
    assert (trial.pop("saved"), done.pop("saved")) == (False, True)
    assert done.pop("trail")["seq"] == trial.pop("trail")["seq"] + 1
    assert trial == done
    assert done["new"] == ["S-1", "S-2", "S-3"]


def test_what_was_filled_in_stands_in_the_report_to_the_ore(told):
    report = told[2]
    assert [row["cost"] for row in report["costs"]] == ["2500000.01", "1000000.99", "999999.00", "0.10"]
    lines = {(each["reference"], each["name"], each["year"]): each for each in report["lines"]}
    digdir = lines["S-1", "Digdir", 2027]
    assert [digdir[step] for step in ("applied", "promised", "agreed", "paid")] == [
        "1250000.37",
        "1000000.36",
        "500000.35",
        "0.34",
    ]
    assert len(report["lines"]) == len(CONTRIBUTIONS)
    assert next(each["kind"] for each in report["parties"] if each["name"] == "Kartstiftelsen") == "other"


AMOUNTS = {"applied": "Søkt", "promised": "Tilsagn", "agreed": "Avtalt", "paid": "Utbetalt"}


@pytest.mark.parametrize(
    ("sheet", "heading", "part", "id_", "fields"),
    [
        ("Data", 1, "lines", ("Rad-ID", "id"), AMOUNTS | {"lapsed": "Bortfalt"}),
        ("Kostnader", 1, "costs", ("Rad-ID", "id"), {"cost": "Kostnad"}),
        ("Parter", 4, "parties", ("Part-ID", "party"), AMOUNTS),
    ],
)
def test_every_amount_of_a_sheet_is_that_of_the_report(told, sheet, heading, part, id_, fields):
    report, book = told[2:]
    written = {
        row[id_[0]]: {name: kroner(row[said]) for name, said in fields.items()}
        for row in rows(book, sheet, heading)
    }
    assert written == {each[id_[1]]: {name: each[name] for name in fields} for each in report[part]}


def test_every_figure_of_the_overview_is_that_of_the_report(told):
    report, book = told[2:]
    fields = {
        "cost": "Kostnad", "applied": "Søkt", "state": "Tilsagn fra statlig side", "local": "Tilsagn fra kommunal side",
        "other": "Tilsagn fra andre", "promised": "Tilsagn", "agreed": "Avtalt", "paid": "Utbetalt", "lacking": "Mangler", "beyond": "Tilsagn ut over kostnaden",
    }  # fmt: skip
    written = rows(book, "Oversikt", 4)
    assert len(written) == len(report["projects"]) == 4
    for row, project in zip(written, report["projects"], strict=True):
        assert (row["Prosjekt-ID"], row["År"]) == (project["proposal"], project["year"])
        assert {name: kroner(row[said]) for name, said in fields.items()} == {
            name: project[name] for name in fields
        }
        for name, said in (("state_share", "Statlig andel"), ("local_share", "Kommunal andel")):
            assert (
                row[said] == pytest.approx(project[name], abs=1e-12)
                if project[name] is not None
                else not row[said]
            )


def test_a_title_that_starts_with_an_equals_sign_went_all_the_way_as_text(told):
    assert {row["Prosjekt"] for row in rows(told[3], "Data", 1)} == {each["title"] for each in PROPOSALS}


def test_every_check_of_the_workbook_holds(told):
    sheet = told[3]["Kontroll"]
    checks = [row for row in sheet.iter_rows(min_row=6, values_only=True) if row[0]]
    assert sheet["B3"].value == "OK"
    assert {row[6] for row in checks} == {"OK"}
    assert len(checks) > 30


def test_the_stored_data_hold_and_the_same_file_changes_nothing(told, portfolio):
    assert "✗" not in portfolio("check")
    again = json.loads(portfolio("import", "utfylt.xlsx", "--json"))
    assert (again["saved"], again["new"], again["changes"]) == (False, [], [])
    assert (
        json.loads(portfolio("export", "funding", "--out", "igjen.xlsx", "--json"))["head"] == told[2]["head"]
    )
