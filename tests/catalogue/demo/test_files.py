"""The files of the example are read as they are written: amounts in kroner, and what is empty as nothing."""

import pytest

from portfolio.catalogue.demo.files import FOLDER, amount, items, or_none, rows
from portfolio.money import Money


def test_an_amount_is_written_in_kroner():
    assert amount({"amount": "1250.50"}) == Money(125_050)
    assert amount({"amount": "-3"}) == Money(-300)


def test_what_is_empty_is_none_where_it_may_be_missing():
    assert or_none({"a": "", "b": "", "c": "x"}, "a", "c") == {"a": None, "b": "", "c": "x"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.*")), ids=lambda path: path.name)
def test_every_file_holds_something(path):
    if path.suffix == ".csv":
        assert rows(path.stem)
    elif path.suffix == ".yaml":
        assert items(path.stem)
    else:
        assert path.name == "datapackage.json"
