"""A fact on the first sheet is a field, a sentence, the digest or the verdict; each with a label."""

import pytest
from pydantic import TypeAdapter, ValidationError

from portfolio.catalogue.exports.facts import DigestFact, Fact, FieldFact, TextFact, VerdictFact
from tests.catalogue.exports.written import text

FACT = TypeAdapter(Fact)


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"kind": "field", "field": "round.title", "shown_if": "round.example"}, FieldFact),
        ({"kind": "text", "text": text("x")}, TextFact),
        ({"kind": "digest"}, DigestFact),
        ({"kind": "verdict", "sheet": "checks"}, VerdictFact),
    ],
)
def test_a_fact_is_known_by_its_kind(given, kind):
    assert type(FACT.validate_python(given | {"label": text("l")})) is kind
    with pytest.raises(ValidationError):
        FACT.validate_python(given)


@pytest.mark.parametrize("given", [{"kind": "digest", "field": "x"}, {"kind": "code"}, {"field": "x"}])
def test_a_fact_of_another_kind_is_refused(given):
    with pytest.raises(ValidationError):
        FACT.validate_python(given | {"label": text("l")})
