"""A workbook checks itself in three ways, each of which needs something to hold against something."""

import pytest
from pydantic import TypeAdapter, ValidationError

from portfolio.catalogue.exports.checks import AddsUpCheck, Check, ShareCheck, TotalCheck
from tests.catalogue.exports.written import text

CHECK = TypeAdapter(Check)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"kind": "total", "column": "a", "sheets": ["data"]}, TotalCheck),
        ({"kind": "total", "column": "a", "sheets": ["data", "parties"], "by": "side"}, TotalCheck),
        ({"kind": "adds_up", "sheet": "data", "parts": ["a", "b"], "whole": "c"}, AddsUpCheck),
        ({"kind": "share_of", "sheet": "data", "share": "a", "part": "b", "whole": "c"}, ShareCheck),
    ],
)
def test_a_check_is_known_by_its_kind(given, kind):
    assert type(CHECK.validate_python(given | {"label": text("l")})) is kind


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "total", "column": "a", "sheets": []},
        {"kind": "adds_up", "sheet": "data", "parts": ["a"], "whole": "c"},
        {"kind": "share_of", "sheet": "data", "share": "a", "part": "b"},
        {"kind": "looks_right", "sheet": "data"},
    ],
)
def test_a_check_of_nothing_is_refused(given):
    with pytest.raises(ValidationError):
        CHECK.validate_python(given | {"label": text("l")})
