"""Which language a reader gets, from what their browser says."""

import pytest

from portfolio.given import LANGUAGES
from portfolio.pages.door.browser import known, preferred


@pytest.mark.parametrize(
    ("chosen", "accepted", "language"),
    [
        ("", "", "nb"),
        ("", "de", "nb"),
        ("", "no", "nb"),
        ("", "NN-no", "nn"),
        ("", "nn-NO,nn;q=0.9,nb;q=0.8", "nn"),
        ("", "en-GB,en;q=0.9,nb;q=0.8", "en"),
        ("", "en;q=0.1,nn;q=0.2", "nn"),
        ("", "nn;q=0,en", "en"),
        ("", "nn;q=much", "nb"),
        ("nn", "en", "nn"),
        ("en", "nb", "en"),
        ("fr", "nn", "nn"),
    ],
)
def test_the_one_chosen_goes_first_then_the_one_most_wished_for_that_we_speak(chosen, accepted, language):
    assert preferred(chosen, accepted) == language


def test_only_our_own_languages_are_known():
    assert [known(each) for each in (*LANGUAGES, "no", "", "NB")] == [*LANGUAGES, None, None, None]
