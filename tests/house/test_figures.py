"""One figure has one name, on every page, in every workbook and for every command, and the table of them is not stale."""

from pathlib import Path

import pytest

from portfolio.given import LANGUAGES
from tests import figures
from tests.figures import TABLE, Called, called, faults, keys, table


def test_one_figure_has_one_name_and_one_name_is_one_figure() -> None:
    assert list(faults(called())) == []


def test_the_table_of_the_figures_is_not_stale() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(), "write it anew: python -m tests.figures"


def test_what_is_applied_for_is_never_called_what_it_costs() -> None:
    named = {each.figure: each.name for each in called()}
    assert (named["cost"], named["applied"]) == (
        ("Kostnad", "Kostnad", "Cost"),
        ("Søkt", "Søkt", "Applied for"),
    )


def test_pages_workbooks_and_commands_are_all_held() -> None:
    held = {each.where.partition(" ")[0] for each in called()}
    assert held == {"page", "funding.xlsx:", "ranking.xlsx:", "benefits.xlsx:"}
    assert {where.partition(":")[0] for listed in keys().values() for where in listed} == set(figures.REPORTS)
    for page in (
        "overview.py",
        "funding/figures.py",
        "prioritising/ranking_tables.py",
        "realising/benefit.py",
    ):
        assert f"page {page}" in {each.where for each in called()}


@pytest.mark.parametrize(
    ("figure", "name"), [("cost", "Søkt"), ("cost", "Pris"), ("promised", "Kostnad"), ("unheard", "Kostnad")]
)
def test_a_figure_of_two_names_and_a_name_of_two_figures_are_found(figure: str, name: str) -> None:
    more = Called(figure, (name,) * len(LANGUAGES), "page p.py")
    assert any(name in each for each in faults([*called(), more]))


def test_a_heading_of_a_page_is_read_with_the_figure_under_it(tmp_path: Path) -> None:
    code = """
def show():
    [Column(words("Cost"), number=lambda row: written(desk, row.sums.applied)),
     Column(words("Place"), text=lambda row: _place(row)), (words("Paid"), words.millions(sums.paid))]

def _place(row):
    return str(row.place)
"""
    (tmp_path / "p.py").write_text(code, encoding="utf-8")
    listed = called(tmp_path)
    found = {(each.figure, each.name[-1]) for each in listed if each.where == "page p.py"}
    assert found == {("applied", "Cost"), ("place", "Place"), ("paid", "Paid")}
    assert any("applied" in each for each in faults(listed))
