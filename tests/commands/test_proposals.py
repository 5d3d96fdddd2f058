"""Bringing in proposals from the command line, and the template they are filled into."""

import io

import pytest
from openpyxl import load_workbook

from portfolio.store.engines import sqlite
from tests.examples.filling import filled
from tests.store.test_troubles import held

ROW = {"reference": "T-1", "title": "Felles kart", "owner_party": "0301 Oslo", "starts": 2027, "ends": 2029}
COST = {"reference": "T-1", "year": 2027, "amount": "1 250 000,50"}


@pytest.fixture
def bok(tmp_path):
    """Write a filled-in template and return its path."""

    def write(**sheets):
        path = tmp_path / "forslag.xlsx"
        path.write_bytes(filled(**({"proposals": [ROW], "costs": [COST]} | sheets)))
        return path

    return write


def test_a_trial_tells_what_would_come_and_saves_nothing(run, bok, database):
    with database.read() as reader:
        before = reader.head()
    ended = run("import", bok(), "--dry-run")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines() == [
        "Eksempelradene i malen er hoppet over.",
        "En prøve: ingenting er lagret.",
        "1 nye, 0 endret, 0 uendret.",
        "Kostnader!A6: T-1, «Kostnad», 2027: 0\u00a0kr → 1\u00a0250\u00a0000,50\u00a0kr",
    ]
    assert run("import", bok(), "--dry-run", "--json").json["saved"] is False
    with database.read() as reader:
        assert reader.head() == before


def test_bringing_in_saves_and_the_second_time_nothing_changes(run, bok, database):
    first = run("import", bok(), "--json").json
    assert (first["saved"], first["new"], first["changed"]) == (True, ["T-1"], [])
    with database.read() as reader:
        before = reader.head()
    second = run("import", bok())
    assert (second.status, second.err) == (0, "")
    assert second.out.splitlines()[-1] == "Alt står i databasen fra før, så det var ingenting å lagre."
    assert run("import", bok(), "--json").json["saved"] is False
    with database.read() as reader:
        assert reader.head() == before


def test_what_is_changed_is_told_field_by_field(run, bok):
    run("import", bok())
    ended = run(
        "import",
        bok(proposals=[ROW | {"title": "Felles kart 2", "partners": "KS"}], costs=[COST | {"amount": 7}]),
    )
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert "Forslag!A6: T-1, «Tittel»: Felles kart → Felles kart 2" in lines
    assert "Forslag!A6: T-1, «Deltakere»: – → ks" in lines
    assert any("«Kostnad»" in line and "1\u00a0250\u00a0000,50\u00a0kr → 7\u00a0kr" in line for line in lines)
    assert lines[-1] == "Alt er lagret."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Ingenting er lagret. Det er 3 feil:"),
        ("nn", "Ingenting er lagra. Det er 3 feil:"),
        ("en", "Nothing is saved. There are 3 faults:"),
    ],
)
def test_a_faulty_workbook_is_refused_with_every_fault_and_its_cell(run, bok, language, said):
    path = bok(
        proposals=[ROW, ROW | {"reference": "T-2", "owner_party": "Ingen"}],
        costs=[COST | {"year": "snart"}, COST | {"amount": "mye"}],
    )
    ended = run("import", path, "--language", language)
    lines = ended.err.splitlines()
    assert (ended.status, ended.out, lines[0]) == (1, "", said)
    assert [line.partition(":")[0] for line in lines[1:]] == ["Forslag!C7", "Kostnader!B6", "Kostnader!C7"]
    assert run("import", path, "--dry-run").status == 1


def test_one_fault_is_told_as_one(run, bok):
    path = bok(proposals=[ROW | {"owner_party": "Ingen"}])
    assert run("import", path, "--language", "en").err.startswith("Nothing is saved. There is 1 fault:\n")
    assert [each["about"] for each in run("import", path, "--json").json["refused"]] == ["Forslag!C6"]


def test_a_row_that_does_not_fit_what_is_stored_is_refused(run, bok):
    ended = run("import", bok(costs=[COST | {"reference": "T-9"}]))
    assert ended.status == 1
    assert "Kostnader!A6: Ingen forslag har referansen T-9." in ended.err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Filen {} kan ikke leses"),
        ("nn", "Fila {} kan ikkje lesast"),
        ("en", "The file {} cannot be read"),
    ],
)
def test_a_file_that_is_not_there_is_refused_in_words(run, tmp_path, language, said):
    path = tmp_path / "borte.xlsx"
    ended = run("import", path, "--language", language)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(said.format(path))


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"PK\x03\x04 but nothing more"])
def test_what_is_not_a_workbook_is_refused_in_words(run, tmp_path, content):
    path = tmp_path / "forslag.xlsx"
    path.write_bytes(content)
    ended = run("import", path)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("Filen ")
    assert run("import", path, "--json").json["refused"][0]["kind"] == "Unreadable"


def test_a_folder_is_no_workbook(run, tmp_path):
    assert run("import", tmp_path).err.startswith(f"Filen {tmp_path} kan ikke leses")


@pytest.mark.parametrize(("language", "title"), [("nb", "Forslag"), ("nn", "Framlegg"), ("en", "Proposals")])
def test_the_template_has_a_sheet_to_fill_in(run, tmp_path, language, title):
    ended = run("template", "--out", tmp_path / "mal.xlsx", "--language", language, "--json")
    assert (ended.status, ended.json.keys()) == (0, {"file", "trail"})
    assert ended.json["file"] == str(tmp_path / "mal.xlsx")
    assert title in load_workbook(tmp_path / "mal.xlsx").sheetnames


def test_the_same_template_is_the_same_file(run, tmp_path):
    for name in ("a", "b"):
        run("template", "--out", tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert load_workbook(io.BytesIO((tmp_path / "a").read_bytes())).sheetnames


def test_a_cost_below_what_is_paid_is_told_of_in_a_trial_and_brought_in_with_a_reason_only(run, bok):
    low = bok(proposals=[], costs=[{"reference": "2026-001", "year": 2026, "amount": 7}])
    tried = run("import", low, "--dry-run")
    assert any("2026-001: " in line and "er utbetalt i 2026" in line for line in tried.out.splitlines())
    refused = run("import", low)
    assert refused.status == 1
    assert "skriv hvorfor" in refused.err
    assert run("import", low, "--json", "--reason", "Ført på et annet prosjekt.").json["saved"] is True


def test_a_locked_database_is_told_in_our_words(run, bok, url, monkeypatch):
    monkeypatch.setattr(sqlite, "PATIENCE", 0)
    path = bok()
    with held(url.removeprefix("sqlite:///")):
        ended = run("import", path)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(
        "Noen andre skriver i databasen, og den svarte ikke i tide. Ingenting er lagret."
    )
    assert "sqlite" not in ended.err.casefold()
    assert run("import", path).status == 0
