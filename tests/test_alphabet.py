"""Names stand in the order of the Norwegian alphabet, whatever marks their letters have."""

import pytest

from portfolio.alphabet import alphabetical


@pytest.mark.parametrize(
    "listed",
    [
        ("Asker", "Zulu", "Ærfugl", "Østre", "Ås"),
        ("áhkká", "Ask", "ask b"),
        ("Sømna", "Sørum", "Så"),
        ("Hábmer", "Hamarøy", "Hammerfest"),
        ("Lærdal", "Lødingen", "Lånekassen"),
    ],
)
def test_the_order_is_that_of_the_alphabet(listed: tuple[str, ...]) -> None:
    assert sorted(set(listed), key=alphabetical) == list(listed)


def test_the_last_letters_stand_last_also_when_they_are_composed_of_two_signs() -> None:
    listed = ["A\u030as", "Østre", "Ærfugl", "Zulu"]
    assert sorted(listed, key=alphabetical) == ["Zulu", "Ærfugl", "Østre", "A\u030as"]
