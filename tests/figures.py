"""Every figure and what it is called, on page, in workbook and in JSON: `python -m tests.figures` writes docs/FIGURES.md."""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple, get_args, get_type_hints

from portfolio.catalogue.exports.columns import Format
from portfolio.catalogue.exports.workbooks import exports
from portfolio.funding.stages import STAGES
from portfolio.given import LANGUAGES
from portfolio.money import Money
from portfolio.names import name_of
from portfolio.reports.funding.workbook import FundingReport
from portfolio.reports.prioritising.ranking import RankingReport
from portfolio.reports.realising.benefits import BenefitReport
from portfolio.words import words

HOME = Path(__file__).parents[1]
PAGES = HOME / "portfolio" / "pages"
TABLE = HOME / "docs" / "FIGURES.md"
REPORTS: Mapping[str, type] = {"funding": FundingReport, "ranking": RankingReport, "benefits": BenefitReport}
"""What each workbook is made of, and what its command answers in JSON."""
SHOWN = (Format.MONEY, Format.PERCENT, Format.NUMBER, Format.INTEGER)
"""How the columns of a workbook are shown that hold figures."""
NUMBERS = (Money, Decimal, Fraction, float, int)
APART: Mapping[tuple[str, str], str] = {
    ("KeyRow", "inhabitants"): "inhabitants together",
    ("TermRow", "points"): "points from the criterion",
    ("Points from the criterion", "points"): "points from the criterion",
    ("PaidPart", "amount"): "part of a payment",
    ("Amount", "amount"): "posting",
    ("Paid, stays", "paid"): "paid, whatever the key",
}
"""Fields that are called alike in the code and are other figures, by the row or the heading they stand under."""
SEVERAL = {"Baseline → latest → target"}
"""Headings over more than one figure, which name each."""
NO_FIGURES = {"year", "years", "revision", "key_revision", "seq"}
"""Numbers in JSON that are no figures: years, versions and traces."""
OF_ALL_YEARS = (", all years",)
"""What may stand after the name of a figure on a page, and says only of what it is the sum."""

Name = tuple[str, ...]
"""What something is called, in bokmål, nynorsk and English."""


class Called(NamedTuple):
    """One place where a figure is called something."""

    figure: str
    name: Name
    where: str


def called(pages: Path = PAGES) -> list[Called]:
    """Return every place where a figure is called something: each column of each workbook, and each heading of each page."""
    return [*_in_workbooks(), *_on_pages(pages)]


def keys() -> dict[str, list[str]]:
    """Return every figure that a command tells in JSON, and in which row of which answer."""
    found: dict[str, list[str]] = defaultdict(list)
    for what, report in REPORTS.items():
        for rows, row in _rows(report):
            for field in _numbers(row):
                found[APART.get((row.__name__, field), field)].append(f"{what}: {rows}.{field}")
    return dict(found)


def faults(places: Sequence[Called]) -> Iterator[str]:
    """Yield each figure that has two names, each name that two figures have, and each in JSON that is called nothing."""
    names = _gathered((each.figure, " / ".join(each.name)) for each in places)
    for figure, several in names.items():
        if len(several) > 1:
            yield f"{figure} is called {' and '.join(sorted(several))}"
    for place, language in enumerate(LANGUAGES):
        for name, several in _gathered((each.name[place], each.figure) for each in places).items():
            if len(several) > 1:
                yield f"«{name}» ({language}) is the name of {' and '.join(sorted(several))}"
    for figure in keys().keys() - names.keys():
        yield f"{figure} is called nothing: {', '.join(keys()[figure])}"


def table() -> str:
    """Return the table of the figures, as it stands in docs/FIGURES.md."""
    named, places, told = {}, defaultdict(list), keys()
    for each in called():
        named[each.figure] = each.name
        places[each.figure].append(each.where)
    lines = [
        f"| {' | '.join(named[figure])} | {'<br>'.join(dict.fromkeys(places[figure]))} | {'<br>'.join(told.get(figure, ['–']))} |"
        for figure in sorted(named, key=lambda figure: named[figure][-1])
    ]
    return "\n".join([HEAD, *lines, ""])


def _gathered(pairs: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
    return found


def _in_workbooks() -> Iterator[Called]:
    for what, report in REPORTS.items():
        rows = dict(_rows(report))
        for sheet in exports()[what].tables.values():
            for column in sheet.columns:
                if column.format in SHOWN and column.field not in NO_FIGURES:
                    figure = APART.get((rows[sheet.rows].__name__, column.field), column.field)
                    name = tuple(column.heading.in_(language) for language in LANGUAGES)
                    yield Called(figure, name, f"{what}.xlsx: {sheet.title.nb}")


def _on_pages(pages: Path) -> Iterator[Called]:
    """Yield the headings that stand beside a figure in the code: of a column of numbers, a card or a fact."""
    for stage in STAGES:
        yield Called(stage.value, _names(name_of(stage)), "page funding/figures.py")
    known = {each.figure for each in _in_workbooks()}
    for path in sorted(pages.rglob("*.py")):
        tree, where = ast.parse(path.read_text(encoding="utf-8")), path.relative_to(pages).as_posix()
        helps = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            heading, shown = _headed(node)
            field = _first(shown, helps, known) if heading and shown else ""
            if field and heading not in SEVERAL:
                figure = APART.get((heading, field), field)
                yield Called(figure, _names(_bare(heading)), f"page {where}")


def _headed(node: ast.AST) -> tuple[str, ast.expr | None]:
    """Return a heading and what is shown under it, of a column of numbers, or of a pair whose first is a heading."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Column":
        given = {each.arg: each.value for each in node.keywords}
        shown = given.get("number") or given.get("text")
        by_help = isinstance(shown, ast.Lambda) and isinstance(shown.body, ast.Call)
        return _said(node.args[0]), shown if "number" in given or by_help else None
    if isinstance(node, ast.Tuple) and len(node.elts) > 1:
        return _said(node.elts[0]), node.elts[1]
    return "", None


def _first(shown: ast.expr, helps: Mapping[str, ast.FunctionDef], known: set[str]) -> str:
    """Return the first figure that is read in an expression, or in the function that it leaves it to."""
    body = shown.body if isinstance(shown, ast.Lambda) else shown
    body = body.value if isinstance(body, ast.Starred) else body
    read = _read(body)
    if isinstance(body, ast.Call) and isinstance(body.func, ast.Name) and body.func.id in helps:
        read = [*read, *_read(helps[body.func.id])]
    return next((each for each in read if each in known), "")


def _read(node: ast.AST) -> list[str]:
    """Return the last part of each `row.sums.cost` that is read, in the order of the code."""
    inner = {id(each.value) for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    inner |= {id(each.func) for each in ast.walk(node) if isinstance(each, ast.Call)}
    found = [each for each in ast.walk(node) if isinstance(each, ast.Attribute) and id(each) not in inner]
    return [each.attr for each in sorted(found, key=lambda each: (each.lineno, each.end_col_offset or 0))]


def _said(node: ast.expr) -> str:
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "words"
        and node.args
    ):
        first = node.args[0]
        return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
    return ""


def _bare(heading: str) -> str:
    return next((heading.removesuffix(more) for more in OF_ALL_YEARS if heading.endswith(more)), heading)


def _names(text: str) -> Name:
    return tuple(words(language)(text) for language in LANGUAGES)


def _rows(report: type) -> Iterator[tuple[str, type]]:
    """Yield each tuple of rows that a report holds or works out, with the class of a row."""
    worked_out = {
        name: get_type_hints(each.fget)["return"]
        for name, each in vars(report).items()
        if isinstance(each, property)
    }
    for name, hint in (get_type_hints(report) | worked_out).items():
        row = next(iter(get_args(hint)), None)
        if isinstance(row, type) and is_dataclass(row):
            yield name, row


def _numbers(row: type) -> Iterator[str]:
    hints = get_type_hints(row)
    for each in fields(row):  # type: ignore[arg-type]
        kinds = get_args(hints[each.name]) or (hints[each.name],)
        counts = any(
            isinstance(kind, type) and issubclass(kind, NUMBERS) and kind is not bool for kind in kinds
        )
        if counts and each.name not in NO_FIGURES:
            yield each.name


HEAD = """# What each figure is called

Made by `python -m tests.figures`, from the headings of the pages and of `exports/`, and from what the commands answer in JSON. A test
holds it: one figure has one name, and one name is one figure. Only «all years» may stand after a name on a page.

| Bokmål | Nynorsk | English | Where it stands | In JSON |
|---|---|---|---|---|"""

if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
    wrong = list(faults(called()))
    print("\n".join(wrong) or f"{len({each.figure for each in called()})} figures, each with one name")
    sys.exit(bool(wrong))
