"""Text made tidy and folded, so that what looks alike is alike."""

from hypothesis import given
from hypothesis import strategies as st

from portfolio.sheets.filling.texts import folded, tidy, written


@given(st.text())
def test_a_tidy_text_stays_as_it_is(text):
    assert tidy(tidy(text)) == tidy(text)
    assert tidy(tidy(text, lines=True), lines=True) == tidy(text, lines=True)


def test_spaces_stars_and_letter_case_do_not_tell_texts_apart():
    alike = ("Søkt", " SØKT * ", "søkt:", "sø\u200bkt", "s\u00f8kt\u00a0")
    assert {folded(each) for each in alike} == {"søkt"}


def test_lines_are_kept_only_where_they_are_asked_for():
    assert tidy(" a \n\n b ") == "a b"
    assert tidy(" a \n\n b ", lines=True) == "a\n\nb"


@given(st.integers(-(10**9), 10**9))
def test_a_whole_number_is_written_without_decimals(number):
    assert written(float(number)) == written(number) == str(number)
