"""The command as a program of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
