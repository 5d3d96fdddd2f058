import json
import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

from portfolio.given import LANGUAGES
from portfolio.web.builtin import CONTEXTS, dictionary, script
from portfolio.words import catalogue

PLACE = re.compile(r"\{(\w+)\}")
BREAK = re.compile(r"\{\w+\}|\. ")
FRONT = Path(streamlit.__file__).parent / "static" / "static" / "js"
MADE_OF_PIECES = {
    "Press Enter to apply",
    "Press Enter to submit form",
    "Press Ctrl+Enter to apply",
    "Press ⌘+Enter to apply",
    "Press Ctrl+Enter to submit form",
    "Press ⌘+Enter to submit form",
    "Save (Ctrl+Enter)",
    "{count} option available.",
    "{count} options available.",
    "{label} — start",
    "{label} — end",
}


@cache
def entries(language):
    return {(each.context, each.id): each.string for each in catalogue(language) if each.context in CONTEXTS}


@cache
def front() -> str:
    return "\n".join(each.read_text(encoding="utf-8") for each in FRONT.glob("*.js"))


def test_the_two_catalogues_say_the_same_things():
    assert set(entries("nb")) == set(entries("nn"))
    assert len(entries("nb")) > 200


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_word_is_translated_with_its_places(language):
    for (_, english), ours in entries(language).items():
        assert ours, english
        assert sorted(PLACE.findall(english)) == sorted(PLACE.findall(ours)), english


def test_english_is_left_as_streamlit_wrote_it():
    assert entries("en") == {}
    assert dictionary("en") == {}


def test_no_translation_is_itself_translated_again():
    for language in LANGUAGES:
        known = dictionary(language)
        assert not set(known.values()) & set(known)


def test_streamlit_still_says_what_we_translate():
    unsaid = [
        english
        for (context, english) in entries("nb")
        if context == CONTEXTS[0] and english not in MADE_OF_PIECES and not _said(english)
    ]
    assert unsaid == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_carries_its_dictionary_and_locale(language):
    given = json.loads(script(language).rstrip().rsplit("\nmend(", 1)[1].removesuffix(");"))
    assert given["locale"] == {"nb": "nb-NO", "nn": "nb-NO", "en": "en-GB"}[language]
    assert given["words"] == dict(dictionary(language))


def _said(english: str) -> bool:
    pieces = (each.strip(" .") for each in BREAK.split(english))
    return all(each in front() for each in pieces if len(each) > 1)
