"""Streamlit's document, made ours."""

from pathlib import Path

import pytest
import streamlit

from portfolio.given import LANGUAGES
from portfolio.web.document import FONTS, in_language

INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
HOME = Path(__file__).parents[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_in_the_readers_language_that_it_needs_a_script(language):
    text = in_language(INDEX, language)
    assert f'<html lang="{language}">' in text
    said = {"nb": "trenger JavaScript", "nn": "treng JavaScript", "en": "need JavaScript"}
    assert said[language] in text.split("<noscript>")[1].split("</noscript>")[0]


def test_it_says_nothing_of_streamlit_in_english():
    text = in_language(INDEX, "nb").split("<!DOCTYPE html>")[1]
    assert "<title>Fellesporteføljen</title>" in text
    for gone in ("You need to enable", "openapi.json", "<title>Streamlit", "prerender", "<!--", "SourceSans"):
        assert gone not in text


def test_no_script_is_written_in_it():
    text = in_language(INDEX, "nb")
    assert text.count("<script") == text.count("<script ") == 2


def test_the_fonts_it_fetches_are_there():
    text = in_language(INDEX, "nb")
    for font in FONTS:
        assert f"/app/static/fonts/{font}" in text
        assert (HOME / "static" / "fonts" / font).is_file()


def test_another_document_is_left_as_it_is():
    assert in_language("<html lang='en'><p>x</p>", "nn") == "<html lang='en'><p>x</p>"
