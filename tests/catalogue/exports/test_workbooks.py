"""The workbooks are read from their folder once, and one that is none is refused when it is read."""

import shutil

import pytest
from pydantic import ValidationError

from portfolio.catalogue.exports.workbooks import FOLDER, LONGEST_TITLE, exports, read_export
from tests.catalogue.exports.written import column, spec, table, text


def test_workbooks_are_read_once():
    assert exports() is exports()


def test_nobody_can_slip_a_workbook_in():
    with pytest.raises(TypeError):
        exports()["mine"] = exports()["funding"]


def test_another_folder_holds_other_workbooks(tmp_path):
    shutil.copy(FOLDER / "funding.yaml", tmp_path / "money.yaml")
    assert exports(tmp_path) == {"money": exports()["funding"]}
    assert set(exports()) > {"funding"}


def test_every_file_in_the_folder_is_a_workbook():
    assert {path.name for path in FOLDER.iterdir()} == {"README.md", *(f"{name}.yaml" for name in exports())}
    assert len(exports()) >= 3
    assert read_export(FOLDER / "funding.yaml").tables["data"].tidy


def test_the_tables_of_a_workbook_are_found_by_key():
    made = spec(table(column("name"), key="a"), table(column("name"), key="b"))
    assert {key: each.key for key, each in made.tables.items()} == {"a": "a", "b": "b"}


@pytest.mark.parametrize(
    "sheets",
    [
        [table(column("name"), column("name"))],
        [table(column("name"), key="a"), table(column("name"), key="a")],
        [table(column("name"), key="a"), table(column("name"), key="b", title=text("A"))],
        [table(column("name") | {"heading": text("Side")}, column("side") | {"heading": text("side")})],
        [table(column("name"), title=text("Data/Year"))],
        [table(column("name"), title=text("x" * (LONGEST_TITLE + 1)))],
        [],
    ],
)
def test_a_workbook_that_excel_would_refuse_is_refused_when_it_is_read(sheets):
    with pytest.raises(ValidationError):
        spec(*sheets)


def test_a_title_may_be_as_long_as_excel_takes():
    assert spec(table(column("name"), title=text("x" * LONGEST_TITLE)))
