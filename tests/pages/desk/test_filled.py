"""From fields to records, and from records to what people read."""

from datetime import date

import pytest

from portfolio.objections import Objections
from portfolio.pages.desk.filled import NotFilledIn, as_kept, made, told
from portfolio.people import Person, Role

WHOLE = {"id": "person:a", "name": "Åse", "roles": (Role.READER,), "organisation": "ks"}


def wrong(**fields: object) -> dict[str, str]:
    with pytest.raises(Objections) as refused:
        made(Person, WHOLE | fields)
    assert all(isinstance(each, NotFilledIn) for each in refused.value.listed)
    return {each.about: each.message.text for each in refused.value.listed}


def test_fields_that_are_right_make_the_record() -> None:
    assert made(Person, WHOLE).name == "Åse"


def test_everything_that_is_wrong_is_said_at_once_each_about_its_field() -> None:
    assert wrong(name="", organisation=None) == {"name": "Fill this in.", "organisation": "Fill this in."}
    assert wrong(name="  ") == {"name": "Fill this in."}


def test_what_is_too_long_and_what_cannot_be_used_are_told_apart() -> None:
    assert wrong(name="å" * 201) == {"name": "This is too long. Shorten it."}
    assert wrong(roles=("king",)) == {"roles": "This cannot be used. Check what stands here."}


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (None, None),
        ("", ""),
        ("tekst", "tekst"),
        (Role.MEMBER, "member"),
        (["a", "b"], "a\nb"),
        ((), ""),
        (date(2026, 11, 23), "2026-11-23"),
        (2027, "2027"),
        (Person.model_validate(WHOLE), "person:a"),
    ],
)
def test_every_kind_of_value_has_one_way_to_stand_in_a_draft(value: object, kept: str | None) -> None:
    assert as_kept(value) == kept


def test_what_is_stored_is_read_by_the_name_its_option_has() -> None:
    names = {"a": "Åse", "b": "Bø"}.__getitem__
    assert told("a", names) == "Åse"
    assert told(["a", "b"], names) == "Åse, Bø"
    assert told(None, names) == told("", names) == told([], names) == "–"
