"""A field is named as in the code, so that no name can be taken for anything else in a formula."""

import pytest
from pydantic import TypeAdapter, ValidationError

from portfolio.catalogue.exports.fields import Name, Way

NAME, WAY = TypeAdapter(Name), TypeAdapter(Way)


@pytest.mark.parametrize("name", ["a", "owner_party", "x" * 40])
def test_a_name_is_a_name_in_the_code(name):
    assert NAME.validate_python(name) == name
    assert WAY.validate_python(f"{name}.{name[:39]}") == f"{name}.{name[:39]}"


@pytest.mark.parametrize("name", ["", "A", "1a", "_a", "a b", "a.b", "a;b", "=a", "å", "x" * 41])
def test_anything_else_is_no_name(name):
    with pytest.raises(ValidationError):
        NAME.validate_python(name)


@pytest.mark.parametrize("way", ["", ".a", "a.", "a..b", "a._b", "a.b()", "a.__class__"])
def test_a_way_leads_through_fields_alone(way):
    with pytest.raises(ValidationError):
        WAY.validate_python(way)
