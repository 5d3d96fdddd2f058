"""A column is the field itself, or one of the few rules that work a value out; anything else is refused."""

import pytest
from pydantic import ValidationError

from portfolio.catalogue.exports.columns import Difference, Format, Lack, Plain, Share, Sum, SumOver, needs
from tests.catalogue.exports.written import column, spec, table

WHERE = [{"column": "party", "same_as": "id"}, {"column": "stage", "equals": "paid"}]


def read(**more):
    return spec(table(column("amount", **more))).tables["data"].column("amount")


def test_a_column_that_says_nothing_more_is_the_field_as_text():
    assert type(read()) is Plain
    assert read().format is Format.TEXT


@pytest.mark.parametrize(
    ("more", "rule", "reads"),
    [
        ({}, Plain, ()),
        ({"kind": "sum", "of": ["a", "b", "c"]}, Sum, ("a", "b", "c")),
        ({"kind": "difference", "of": ["a", "b"]}, Difference, ("a", "b")),
        ({"kind": "lack", "of": ["a", "b"]}, Lack, ("a", "b")),
        ({"kind": "share", "part": "a", "whole": "b"}, Share, ("a", "b")),
        ({"kind": "sum_over", "over": "rows", "column": "x", "where": WHERE}, SumOver, ("id",)),
    ],
)
def test_a_rule_says_which_columns_of_its_own_row_it_reads(more, rule, reads):
    assert type(read(**more)) is rule
    assert needs(read(**more)) == reads


@pytest.mark.parametrize(
    "more",
    [
        {"formula": "=1+1"},
        {"kind": "expression", "of": "1+1"},
        {"kind": "sum", "of": ["a"]},
        {"kind": "difference", "of": ["a", "b", "c"]},
        {"kind": "sum_over", "over": "b", "column": "c", "where": []},
        {"kind": "sum_over", "over": "b", "column": "c", "where": [{"column": "d"}]},
        {"kind": "sum_over", "over": "b", "column": "c", "where": [WHERE[0] | {"equals": 1}]},
        {"format": "colourful"},
        {"width": 0},
    ],
)
def test_a_rule_that_is_none_of_ours_is_refused(more):
    with pytest.raises(ValidationError):
        read(**more)
