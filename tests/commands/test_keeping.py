"""The database as a whole: the example put into an empty one, and whether all that must hold, holds."""

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, text

from portfolio.people import Person, Stamp


def test_the_example_goes_into_an_empty_database_once(empty):
    first, second = empty("demo"), empty("demo")
    assert (first.status, first.err) == (0, "")
    assert first.out == "Eksempeldata (oppdiktet) er lagt inn: 24 forslag.\n"
    assert (second.status, second.out) == (1, "")
    assert second.err.startswith("Databasen inneholder allerede opplysninger.")


def test_the_example_in_json(empty):
    assert empty("demo", "--json").json["proposals"] == 24
    assert [each["kind"] for each in empty("demo", "--json").json["refused"]] == ["NotEmpty"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "✓ Endringsloggen er hel"),
        ("nn", "✓ Endringsloggen er heil"),
        ("en", "✓ The trail is whole"),
    ],
)
def test_check_says_of_everything_that_it_holds(run, language, said):
    ended = run("check", "--language", language)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(said)
    assert "✗" not in ended.out


def test_check_in_json_lists_each_check(run):
    checks = run("check", "--json").json["checks"]
    assert len(checks) >= 10
    assert all(each["holds"] and each["faults"] == [] for each in checks)


def test_a_trail_that_somebody_has_changed_behind_our_back_is_noticed(run, url, database):
    with database.alone() as connection:
        for name in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ).scalars():
            connection.execute(text(f'DROP TRIGGER "{name}"'))
        connection.execute(text("UPDATE trail SET action = 'something else' WHERE seq = 2"))
    database.close()
    ended = run("check")
    assert (ended.status, ended.out) == (1, "")
    assert "✗ Endringsloggen er hel" in ended.err
    answer = run("check", "--json")
    assert answer.status == 1
    assert [each["faults"] for each in answer.json["checks"] if not each["holds"]] == [
        ["The chain breaks at trace 2"]
    ]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    "command",
    [
        "UPDATE parties SET kind = '{'",
        'UPDATE populations SET "on" = "on" || \'x\'',
        "UPDATE rounds SET members = '{', method = 'ingen/1'",
        "UPDATE people SET roles = 7",
    ],
)
def test_check_does_not_fall_over_whatever_stands_there(run, database, command, language):
    with database.alone() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(text(command))
    ended = run("check", "--language", language)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.count("✗") >= 2
    assert run("check", "--json").status == 1


def test_check_puts_nothing_in_place(run, url, database):
    with database.alone() as connection:
        connection.execute(text("DELETE FROM populations WHERE party = 'kommune:0301'"))
    assert "kommune:0301" in run("check").err
    assert "kommune:0301" in run("check").err


def test_a_trail_whose_end_was_cut_off_shows_against_what_was_taken_along_before(run, url, tmp_path):
    book, answer = tmp_path / "bok.xlsx", tmp_path / "svar.json"
    answer.write_text(run("export", "benefits", "--out", book, "--json").out, encoding="utf-8")
    for file in (book, answer):
        assert run("check", "--against", file).status == 0
    end = json.loads(answer.read_text(encoding="utf-8"))["revision"]
    _behind(url, f"DELETE FROM versions WHERE seq = {end}", f"DELETE FROM trail WHERE seq = {end}")
    for file in (book, answer):
        ended = run("check", "--against", file)
        assert ended.status == 1
        assert "✗ Endringsloggen har alt den hadde da filen ble laget" in ended.err
        assert f"hadde {end} spor da filen ble laget, og har nå {end - 1}: slutten er kuttet av" in ended.err


def test_a_trail_made_anew_shows_against_what_was_taken_along_before(run, url, tmp_path):
    book = tmp_path / "bok.xlsx"
    end = run("export", "benefits", "--out", book, "--json").json["revision"]
    _behind(url, f"UPDATE trail SET digest = '{'1' * 64}' WHERE seq = {end}")
    assert f"Spor {end} er et annet enn da filen ble laget" in run("check", "--against", book).err


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("history", "2026-001"),
        ("rank", "2026-1"),
        ("pack", "2026-1", "--out", "{out}"),
        ("export", "ranking", "--out", "{out}"),
        ("template", "--out", "{out}"),
        ("sign",),
    ],
    ids=" ".join,
)
def test_each_answer_in_json_says_where_the_trail_ended_and_the_database_is_held_to_it(
    run, tmp_path, words, monkeypatch, database
):
    monkeypatch.setenv("PORTFOLIO_SIGNING_KEYS", "k" * 32)
    run("sign")
    answer = run(*(each.format(out=tmp_path / "ut") for each in words), "--json")
    assert answer.status == 0
    with database.read() as reader:
        assert answer.json["trail"]["digest"] == reader.head().digest
    file = tmp_path / "svar.json"
    file.write_text(answer.out, encoding="utf-8")
    ended = run("check", "--against", file)
    assert (ended.status, ended.err) == (0, "")
    assert "✓ Endringsloggen har alt" in ended.out


@pytest.mark.parametrize("content", ["[]", "{}", '{"checks": []}', '{"a": ' + "[" * 100_000])
def test_json_that_tells_nothing_of_the_trail_is_refused_in_words_about_json(run, tmp_path, content):
    file = tmp_path / "svar.json"
    file.write_text(content, encoding="utf-8")
    ended = run("check", "--against", file)
    assert (ended.status, ended.out) == (1, "")
    assert "Denne JSON-filen sier ikke" in ended.err


@pytest.mark.parametrize("file", ["ingen.xlsx", "pyproject.toml"])
def test_a_file_that_tells_nothing_of_the_trail_is_refused(run, file):
    ended = run("check", "--against", file)
    assert (ended.status, ended.out) == (1, "")
    assert "Traceback" not in ended.err


def test_the_trail_is_signed_with_the_key_that_is_set_and_only_with_one(run, monkeypatch):
    assert "PORTFOLIO_SIGNING_KEYS" in run("sign").err
    monkeypatch.setenv("PORTFOLIO_SIGNING_KEYS", "kort")
    assert run("sign").err.startswith("En nøkkel i PORTFOLIO_SIGNING_KEYS er for kort.")
    monkeypatch.setenv("PORTFOLIO_SIGNING_KEYS", "k" * 32)
    assert "er ikke signert, enda det er en nøkkel" in run("check").err
    assert run("sign").out.startswith("Endringsloggen er signert fra spor ")
    assert run("check").status == 0
    monkeypatch.delenv("PORTFOLIO_SIGNING_KEYS")
    assert "her er ingen nøkkel å kontrollere med" in run("check").err


def _behind(url, *commands):
    engine = create_engine(url)
    with engine.begin() as connection:
        for name in (
            connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        ):
            connection.execute(text(f'DROP TRIGGER "{name}"'))
        for command in commands:
            connection.execute(text(command))
    engine.dispose()


def test_a_clock_that_has_gone_wrong_is_warned_of_and_refuses_nothing(run, database):
    assert run("check", "--json").json["remarks"] == []
    person = _operator_of(database)
    for at in (datetime(2099, 1, 1, tzinfo=UTC), datetime(2001, 1, 1, tzinfo=UTC)):
        with database.write(Stamp(person=person, at=at)) as writer:
            writer.trace("try", "prosjekt:2026-001", always=True)
    ended = run("check")
    assert ended.status == 0
    assert "! Klokken har gått framover fra spor til spor" in ended.out
    last = _end_of(database)
    assert f"Spor {last - 1} er fra 1. januar 2099" in ended.out
    assert f"Spor {last} er fra 1. januar 2001" in ended.out
    (remark,) = run("check", "--json").json["remarks"]
    assert len(remark["faults"]) == 2


def test_a_database_of_a_newer_program_is_answered_with_what_to_do(run, database):
    with database.alone() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    ended = run("rank")
    assert ended.status == 1
    assert "Databasen har versjon 9999" in ended.err
    assert "Start det nyere programmet" in ended.err
    assert "Traceback" not in ended.err


def _operator_of(database):
    with database.read() as reader:
        return reader.get(Person, "person:ingrid-solbakken")


def _end_of(database):
    with database.read() as reader:
        return reader.head().seq
