"""A sheet shows facts, a table or checks, and something of it."""

import pytest
from pydantic import TypeAdapter, ValidationError

from portfolio.catalogue.exports.sheets import Checks, Facts, Sheet, Table
from tests.catalogue.exports.written import column, table, text

SHEET = TypeAdapter(Sheet)
NAMED = {"key": "s", "title": text("S"), "lead": text("x")}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (NAMED | {"kind": "facts", "facts": [{"kind": "digest", "label": text("l")}]}, Facts),
        (table(column("a"), freeze=2, tidy=True), Table),
        (
            NAMED
            | {
                "kind": "checks",
                "checks": [{"kind": "total", "label": text("l"), "column": "a", "sheets": ["s"]}],
            },
            Checks,
        ),
    ],
)
def test_a_sheet_is_known_by_its_kind(given, kind):
    assert type(SHEET.validate_python(given)) is kind


@pytest.mark.parametrize(
    "given",
    [
        NAMED | {"kind": "facts", "facts": []},
        NAMED | {"kind": "checks", "checks": []},
        NAMED | {"kind": "picture"},
        table(),
        table(column("a"), freeze=11),
        table(column("a"), freeze=-1),
    ],
)
def test_a_sheet_of_nothing_or_of_something_else_is_refused(given):
    with pytest.raises(ValidationError):
        SHEET.validate_python(given)


def test_a_column_is_found_by_the_field_it_shows():
    sheet = SHEET.validate_python(table(column("a"), column("b", format="money")))
    assert sheet.column("b").format == "money"
    with pytest.raises(StopIteration):
        sheet.column("c")
