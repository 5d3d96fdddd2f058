"""A search finds a text by all of its words, and never by some of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.search import fits

TEXT = "2026-004 Felles arkiv for Ålesund"


@pytest.mark.parametrize("search", ["", "  ", "arkiv", "ARKIV felles", "2026-004", "ålesund", "ÅLESUND  ark"])
def test_every_word_in_any_case_and_order_finds_it(search):
    assert fits(TEXT, search)


@pytest.mark.parametrize("search", ["søk", "felles søk", "2026-005", "arkivfelles"])
def test_one_word_that_is_not_there_is_enough_not_to(search):
    assert not fits(TEXT, search)


@given(st.text(max_size=30), st.text(max_size=10))
def test_a_text_is_found_by_its_own_words_and_more_words_never_find_more(text, more):
    assert fits(text, text)
    assert fits(text, more) or not fits(text, f"{more} {text}")
