import os
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio.commands.run import DOES
from portfolio.store.schema import prepare

SCRIPT = Path(sys.executable).with_name("portfolio")
WAYS = ([str(SCRIPT)], [sys.executable, "-m", "portfolio"])


def spoken(way, *arguments, **environment):
    """Use the command as a program of its own."""
    return subprocess.run(
        [*way, *map(str, arguments)],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("way", WAYS, ids=["portfolio", "python -m portfolio"])
def test_both_ways_of_calling_do_the_same(way, url):
    done = spoken(way, "rank", "--json", PORTFOLIO_DATABASE=url)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith('{\n  "round": "runde:2026-1"')
    assert spoken(way, "rank", "2026-2", PORTFOLIO_DATABASE=url).returncode == 1
    assert spoken(way, "nothing", PORTFOLIO_DATABASE=url).returncode == 2


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nothing"],
        ["import"],
        ["export"],
        ["export", "everything", "--out", "x"],
        ["export", "funding"],
        ["export", "funding", "--out", "x", "--round", "2026-1"],
        ["export", "ranking", "--out", "x", "--year", "2027"],
        ["export", "funding", "--out", "x", "--year", "next"],
        ["template"],
        ["check", "--language", "da"],
    ],
)
def test_wrong_use_ends_with_two_and_says_how_it_is_used(run, words):
    ended = run(*words)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("usage: portfolio")


def test_help_names_every_command(run):
    ended = run("--help")
    assert ended.status == 0
    assert all(f"    {name} " in ended.out for name in DOES)


@pytest.mark.parametrize("words", [["--json", "check"], ["check", "--json"]])
def test_what_every_command_takes_may_stand_before_or_after_its_name(run, words):
    assert run(*words).out.startswith("[")


def test_the_address_given_goes_before_the_one_in_the_environment(run, tmp_path):
    other = f"sqlite:///{tmp_path / 'other.db'}"
    prepare(other)
    assert run("rank").status == 0
    assert run("rank", "--database", other).err.startswith("Ingen runde er avsluttet ennå")
    assert run("--database", other, "rank").status == 1


def test_a_database_that_is_not_there_is_made(run, tmp_path):
    path = tmp_path / "new" / "made.db"
    assert run("check", "--database", f"sqlite:///{path}").status == 0
    assert path.exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Databasen lar seg ikke åpne"),
        ("nn", "Databasen lèt seg ikkje opne"),
        ("en", "The database does not open"),
    ],
)
@pytest.mark.parametrize(
    "address", ["nonsense", "postgresql://nobody:secret@127.0.0.1:1/x", "sqlite:///{}/folder"]
)
def test_a_database_that_does_not_open_is_refused_without_a_traceback_or_a_password(
    run, tmp_path, address, language, said
):
    (tmp_path / "folder").mkdir()
    ended = run("check", "--language", language, "--database", address.format(tmp_path))
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(said)
    assert len(ended.err.splitlines()) == 1
    assert "secret" not in ended.err


def test_a_file_that_is_no_database_is_refused(run, tmp_path):
    (tmp_path / "x.db").write_text("this is no database at all\n" * 100, encoding="utf-8")
    ended = run("check", "--database", f"sqlite:///{tmp_path / 'x.db'}", "--json")
    assert (ended.status, [each["kind"] for each in ended.json["refused"]]) == (1, ["NoDatabase"])


def test_a_reader_that_leaves_early_is_no_fault(url):
    line = f'"{SCRIPT}" export funding --out /dev/null --json | head -1'
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
        env={**os.environ, "PORTFOLIO_DATABASE": url},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


def test_words_that_the_terminal_lacks_letters_for_do_not_stop_the_command(url):
    done = spoken(WAYS[0], "check", PORTFOLIO_DATABASE=url, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.startswith("? Endringsloggen er hel")


@pytest.mark.parametrize("words", [["--help"], ["rank"], ["check"]])
def test_what_knows_excel_is_not_loaded_by_commands_that_need_it_not(url, words):
    line = (
        "import sys; from portfolio.commands.main import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "loaded = {'openpyxl', 'numpy', 'pandas', 'streamlit', 'altair'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(loaded)) or 0)"
    )
    done = spoken([sys.executable, "-c", line], *words, PORTFOLIO_DATABASE=url)
    assert (done.stderr.strip(), done.returncode) == ("", 0)
