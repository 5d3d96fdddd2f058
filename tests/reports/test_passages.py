"""Two long texts shown by where they differ."""

from hypothesis import given
from hypothesis import strategies as some

from portfolio.reports.passages import GAP, LONGEST, passages

LONG = " ".join(f"ord{number}" for number in range(200))


def test_short_texts_are_shown_whole() -> None:
    assert passages("", "Kort") == ("", "Kort")


def test_of_long_texts_only_what_differs_is_shown_with_the_words_around_it() -> None:
    was, now = passages(LONG, LONG.replace("ord100", "noe annet"))
    assert was == "… ord94 ord95 ord96 ord97 ord98 ord99 ord100 ord101 ord102 ord103 ord104 ord105 ord106 …"
    assert now == was.replace("ord100", "noe annet")


def test_two_places_far_apart_are_both_shown_and_no_more() -> None:
    was, now = passages(LONG, LONG.replace("ord20 ", "tjue ").replace("ord150", "hundreogfemti"))
    assert was.count(GAP) == now.count(GAP) == 3
    assert "tjue" in now
    assert "hundreogfemti" in now
    assert "ord80" not in now


def test_what_is_added_at_the_end_is_shown_and_where_it_was_put() -> None:
    assert passages(LONG, f"{LONG} slutt") == (
        "… ord193 ord194 ord195 ord196 ord197 ord198 ord199",
        "… ord193 ord194 ord195 ord196 ord197 ord198 ord199 slutt",
    )


@given(some.text(alphabet="ab \n", min_size=LONGEST), some.text(alphabet="ab \n"))
def test_texts_that_differ_in_more_than_space_are_never_shown_alike(was: str, now: str) -> None:
    before, after = passages(was, now)
    assert (before != after) or was.split() == now.split()
