"""What comes from outside: valid, frozen, and without signs that nobody can type."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from portfolio.given import LANGUAGES, Given, InLanguages, Key, Line, OptionalLine, Paragraph, blank, slug


class Thing(Given):
    id: Key
    line: Line = "x"
    optional: OptionalLine = ""
    text: Paragraph = ""


@pytest.mark.parametrize("id", ["", "Å", "a b", "-a", "a\n", "a" * 201, "a'"])
def test_an_id_is_only_what_stands_well_in_an_address(id):
    with pytest.raises(ValidationError):
        Thing(id=id)


@pytest.mark.parametrize("id", ["kommune:0301", "prosjekt:2026-001", "person:bjørg-næss", "stat:nav", "0"])
def test_our_own_ids_are_ids(id):
    assert Thing(id=id).id == id


def test_a_line_must_say_something_and_not_go_on_for_ever():
    with pytest.raises(ValidationError):
        Thing(id="a", line="   ")
    with pytest.raises(ValidationError):
        Thing(id="a", line="å" * 201)
    assert Thing(id="a", optional=" ").optional == ""


@pytest.mark.parametrize("nothing", ["\u200b", "\u00ad \u2060", "\u3164", "\u2800", "\ufe0f", "\u202e"])
def test_what_nobody_can_see_says_nothing(nothing):
    assert blank(nothing)
    assert Thing(id="a", optional=nothing, text=nothing) == Thing(id="a")
    with pytest.raises(ValidationError):
        Thing(id="a", line=nothing)
    seen = f"{nothing}–"
    assert not blank(seen)
    assert Thing(id="a", text=seen).text == seen.strip()


def test_signs_that_nobody_can_see_are_left_out_and_breaks_are_kept():
    assert Thing(id="a", line="\x00Å\x07se\x7f ").line == "Åse"
    assert Thing(id="a", text="en\n\tto\x0b").text == "en\n\tto"


def test_a_record_is_never_changed_and_takes_no_field_it_does_not_know():
    thing = Thing(id="a")
    with pytest.raises(ValidationError):
        thing.id = "b"
    with pytest.raises(ValidationError):
        Thing.model_validate({"id": "a", "more": 1})


def test_authored_text_has_all_three_languages_or_is_none():
    text = InLanguages(nb="Forslag", nn="Framlegg", en="Proposal")
    assert [text.in_(each) for each in LANGUAGES] == ["Forslag", "Framlegg", "Proposal"]
    with pytest.raises(ValidationError):
        InLanguages.model_validate({"nb": "Forslag", "nn": "Framlegg"})


@given(st.text(max_size=120))
def test_whatever_somebody_is_called_makes_part_of_an_id(text):
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9æøå-]{1,60}", made)
    assert TypeAdapter(Key).validate_python(f"person:{made}")


def test_the_same_letters_make_the_same_id_however_they_are_stored():
    assert slug("Ba\u030atsfjord") == slug("Båtsfjord") == "båtsfjord"
