import logging
import re

import pytest
import streamlit as st
from streamlit.error_util import handle_user_script_exception
from streamlit.testing.v1 import AppTest

from portfolio.given import LANGUAGES
from portfolio.store.engines.kind import Trouble
from portfolio.store.troubles import SAID, Unavailable
from portfolio.web import mishaps
from portfolio.words import words

HELD = "Kari Nordmann 01017012345"


def _failing():
    try:
        raise KeyError(HELD)
    except KeyError as first:
        raise ValueError(HELD) from first


def _reported(caplog):
    shown = []
    with pytest.raises(ValueError) as caught:
        _failing()
    assert mishaps.reporting(shown.append)(caught.value) is True
    return shown, caplog.text


def test_page_and_log_give_the_same_number(caplog):
    (sorry,), log = _reported(caplog)
    reference = sorry.facts["reference"]
    assert re.fullmatch(r"\d{4}-\d{4}", str(reference))
    assert f"Reference {reference}: builtins.ValueError" in log


def test_the_log_tells_where_and_of_what_it_came_but_not_what_people_wrote(caplog):
    (sorry,), log = _reported(caplog)
    assert "test_mishaps.py" in log
    assert "which came of builtins.KeyError" in log
    for text in (log, sorry.in_english()):
        assert "Kari" not in text
        assert "Traceback" not in text


def test_every_language_says_sorry_in_its_own_words():
    said = {words(each)(mishaps.SORRY, reference="1234-5678") for each in LANGUAGES}
    assert len(said) == len(LANGUAGES)
    assert all("1234-5678" in each for each in said)


def test_a_failing_page_shows_the_sentence_and_nothing_else():
    def page():
        from portfolio.web import mishaps

        mishaps.reporting(mishaps.on_the_page)(ValueError("Kari Nordmann 01017012345"))

    at = AppTest.from_function(page).run()
    (error,) = at.error
    assert re.search(r"Noe gikk galt hos oss.* \d{4}-\d{4}$", error.value)
    assert "Kari" not in error.value


def test_streamlits_own_log_keeps_quiet_about_the_same_error():
    kept = []
    theirs = logging.getLogger(mishaps.STREAMLITS_OWN)
    theirs.addFilter(before := logging.Filter())
    mishaps.silence_streamlits_own()
    listening = logging.Handler()
    listening.emit = kept.append
    theirs.addHandler(listening)
    try:
        handle_user_script_exception(ValueError(HELD), lambda _: True)
    finally:
        theirs.removeHandler(listening)
        theirs.removeFilter(before)
    assert kept == []


def test_the_version_of_streamlit_is_the_one_the_shell_was_written_for():
    assert st.__version__.startswith("1.67.")


def test_a_database_that_cannot_do_its_work_says_so_itself(caplog):
    shown = []
    busy = Unavailable(SAID[Trouble.BUSY])
    assert mishaps.reporting(shown.append)(busy) is True
    assert shown == [busy.message]
    assert "Unavailable" in caplog.text
