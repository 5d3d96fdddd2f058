"""Every field of every record that has versions is called something, or it is said why it is never told."""

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from portfolio.funding.keys import Rule
from portfolio.given import Given
from portfolio.reports.labels import LABELS, NEVER, NOUNS, UNTOLD
from portfolio.store.tables import TABLES


def inside(hint: Any) -> Iterator[type[Given]]:
    """Yield the nouns of the records that a field holds, but for those that explain themselves."""
    if isinstance(hint, type) and issubclass(hint, Given) and not hasattr(hint, "explained"):
        yield hint
    for each in get_args(hint):
        yield from inside(each)


VERSIONED = (
    *TABLES,
    *dict.fromkeys(
        part for noun in TABLES for hint in get_type_hints(noun).values() for part in inside(hint)
    ),
)


@pytest.mark.parametrize("noun", VERSIONED)
def test_every_field_has_a_label_or_a_reason_why_it_is_never_told(noun: type[Given]) -> None:
    told, untold = LABELS[noun].keys(), {**NEVER, **UNTOLD.get(noun, {})}
    assert set(noun.model_fields) - told - untold.keys() == set()
    assert told & untold.keys() == set()
    assert all(untold.values())


def test_nothing_is_called_anything_that_is_not_there() -> None:
    labels = {**LABELS, **UNTOLD}
    assert [
        (noun, field) for noun in labels for field in labels[noun] if field not in noun.model_fields
    ] == []
    assert set(LABELS) == set(VERSIONED)


def test_every_record_is_called_something() -> None:
    assert NOUNS.keys() == TABLES.keys()


def test_the_rule_of_a_key_explains_itself_in_words() -> None:
    assert all(hasattr(rule, "explained") for rule in (get_args(Rule) or (Rule,)))
