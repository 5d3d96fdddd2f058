"""How a round came out, told on the command line."""

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

OPEN = {
    "nb": "Rangeringen vises når vurderingen er over",
    "nn": "Rangeringa blir vist når vurderinga er over",
    "en": "The order is shown when the assessment is over",
}


def test_rank_shows_the_newest_round_that_is_over_with_places_points_and_reasons(run):
    ended = run("rank")
    lines = ended.out.splitlines()
    assert (ended.status, ended.err, lines[0]) == (0, "", "Våren 2026")
    assert lines[1].split()[0] == "1"
    assert "poeng foran neste" in lines[2]
    assert any(line.startswith("Utenfor rangeringen: 2026-010") for line in lines)


@pytest.mark.parametrize("name", ["runde:2026-1", "2026-1", "Våren 2026", "våren 2026"])
def test_a_round_is_found_by_its_id_or_its_title(run, name):
    assert run("rank", name, "--json").json["round"] == "runde:2026-1"


def test_rank_in_json_has_what_the_page_has(run):
    answer = run("rank", "2026-1", "--json").json
    assert answer["method"] == "felles/1.0"
    assert [row["place"] for row in answer["ranked"]] == sorted(row["place"] for row in answer["ranked"])
    first = answer["ranked"][0]
    assert [first[key].count(".") for key in ("cost", "applied", "promised")] == [1, 1, 1]
    assert len(first["terms"]) > 5


def test_rank_in_json_tells_what_was_decided_when_and_how_many_judged_it(run):
    answer = run("rank", "2026-1", "--json").json
    (outside, *_) = [row for row in answer["outside"] if row["decision"]]
    assert outside.keys() >= {"conditions", "reason", "decided_in", "decision_note", "otherwise"}
    assert outside["decided_on"].startswith("2026-")
    assert [
        row["proposal"] for row in answer["judges"] if row["judged"] + row["stood_aside"] > row["members"]
    ] == []
    assert len(answer["judges"]) == len(answer["ranked"]) + len(answer["outside"])


@pytest.mark.parametrize("language", OPEN)
@pytest.mark.parametrize("command", [("rank", "2026-2"), ("export", "ranking", "--round", "2026-2")])
def test_the_order_of_an_open_round_is_refused_in_words(run, tmp_path, command, language):
    out = ["--out", tmp_path / "r.xlsx"] if command[0] == "export" else []
    ended = run(*command, *out, "--language", language)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(OPEN[language])
    assert not (tmp_path / "r.xlsx").exists()


def test_a_refusal_in_json_says_which_sort_it_is(run):
    ended = run("rank", "2026-2", "--json")
    assert ended.status == 1
    assert [each["kind"] for each in ended.json["refused"]] == ["NotYet"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Det finnes ingen runde «x»"),
        ("nn", "Det finst ingen runde «x»"),
        ("en", "There is no round «x»"),
    ],
)
def test_a_round_that_is_not_there_is_refused_with_those_that_are(run, language, said):
    ended = run("rank", "x", "--language", language)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(said)
    assert "runde:2026-1 (Våren 2026)" in ended.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("DELETE FROM marks", "Ingen har gitt karakterer ennå"),
        ("UPDATE marks SET mark = NULL", "Ingen har gitt karakterer ennå"),
        (
            "UPDATE gate_answers SET answer = 'no'",
            "Alt i runden er lovpålagt, stoppet eller ikke kontrollert",
        ),
    ],
)
def test_a_round_where_nothing_has_a_place_is_told_in_words(run, database, tmp_path, command, said):
    with database.alone() as connection:
        connection.execute(text(command))
    told, book = run("rank", "2026-1"), tmp_path / "r.xlsx"
    assert (told.status, told.err) == (0, "")
    assert told.out.splitlines()[1].startswith(said)
    assert run("export", "ranking", "--round", "2026-1", "--out", book).status == 0
    assert said in str([[cell.value for cell in row] for row in load_workbook(book).worksheets[0]])


def test_there_is_no_order_in_an_empty_database(empty):
    assert (empty("rank").status, empty("rank", "x").status) == (1, 1)
    assert empty("rank").err == "Ingen runde er avsluttet ennå, så det finnes ingen rangering å skrive ut.\n"
    assert empty("rank", "x").err == "Det finnes ingen runde «x». Det er ingen runder ennå.\n"
