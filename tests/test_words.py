from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio.given import LANGUAGES, InLanguages
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.periods import Period
from portfolio.prioritising.gates import Answer
from portfolio.words import catalogue, words

FAULTS = Message(
    "Nothing is saved. There is {count} fault:",
    {"count": 1},
    plural="Nothing is saved. There are {count} faults:",
)
EVERY = pytest.mark.parametrize("language", LANGUAGES)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u2212", "-")


@EVERY
@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1234567, "1 234 567"),
        (Decimal("-1234.5"), "-1 234,5"),
        (Fraction(1, 3), "0,333333"),
        (0.1, "0,1"),
        (Decimal("0.0000004"), "0"),
        (Decimal("2.50"), "2,5"),
    ],
)
def test_numbers_are_norwegian_in_every_language(language, number, written):
    assert plain(words(language).number(number)) == written


@pytest.mark.parametrize(("number", "written"), [(Decimal("0.5"), "1"), (Decimal("1.5"), "2"), (-0.5, "-1")])
def test_halves_are_rounded_away_from_nothing(number, written):
    assert plain(words("nb").number(number, decimals=0)) == written


@given(st.integers(-(10**14), 10**14))
def test_no_ore_is_lost_in_writing(ore):
    kroner = plain(words("nb").kroner(Money(ore))).removesuffix(" kr").replace(" ", "").replace(",", ".")
    assert Decimal(kroner) * 100 == ore


@EVERY
def test_kroner_show_ore_only_where_there_are_any(language):
    speak = words(language)
    assert speak.kroner(Money(123_456_750)) == "1\u00a0234\u00a0567,50\u00a0kr"
    assert plain(speak.kroner(Money(-100_000))) == "-1 000 kr"


@pytest.mark.parametrize(
    ("language", "written"), [("nb", "12,4 mill. kr"), ("nn", "12,4 mill. kr"), ("en", "12,4 million kr")]
)
def test_millions_have_a_decimal_below_a_hundred(language, written):
    speak = words(language)
    assert plain(speak.millions(Money.kroner(12_400_000))) == written
    assert plain(speak.millions(Money.kroner(124_400_000))).startswith("124 mill")
    assert plain(speak.millions(Money(0))) == "0 kr"


def test_per_cent_is_a_part_of_one_and_a_dash_where_there_is_none():
    speak = words("nn")
    assert plain(speak.percent(Fraction(1, 8))) == "13 %"
    assert plain(speak.percent(Fraction(1, 8), decimals=1)) == "12,5 %"
    assert speak.percent(None) == "–"


@pytest.mark.parametrize(
    ("language", "day", "moment"),
    [
        ("nb", "23. november 2026", "23. november 2026 kl. 14.05"),
        ("nn", "23. november 2026", "23. november 2026 kl. 14.05"),
        ("en", "23 November 2026", "23 November 2026 at 14.05"),
    ],
)
def test_days_and_moments_are_written_as_there_and_in_norwegian_time(language, day, moment):
    speak = words(language)
    assert speak.put(date(2026, 11, 23)) == day
    assert speak.put(datetime(2026, 11, 23, 13, 5, tzinfo=UTC)) == moment
    assert speak.short_day(date(2026, 11, 3)) == "03.11.2026"


@pytest.mark.parametrize(
    ("language", "quarter", "month"),
    [
        ("nb", "2. kvartal 2026", "mai 2026"),
        ("nn", "2. kvartal 2026", "mai 2026"),
        ("en", "quarter 2 of 2026", "May 2026"),
    ],
)
def test_periods_are_written_as_years_quarters_and_months(language, quarter, month):
    speak, day = words(language), date(2026, 5, 17)
    assert speak.put(Period.holding(day, months=12)) == "2026"
    assert speak.put(Period.holding(day, months=3)) == quarter
    assert speak.put(Period.holding(day, months=1)) == month


def test_facts_are_written_as_their_kind_is():
    speak = words("nb")
    authored = InLanguages(nb="Målene", nn="Måla", en="The goals")
    assert speak.put(authored) == "Målene"
    assert speak.put(Answer.UNCLEAR) == "Ikke avklart"
    assert (speak.put(True), speak.put(False)) == ("Ja", "Nei")
    assert speak.put(3) == "3"
    assert speak("{one} → {other}", one=Message("Yes"), other=Decimal("1.5")) == "Ja → 1,5"


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("nb", "Ingenting er lagret. Det er 1 feil:", "Ingenting er lagret. Det er 2 feil:"),
        ("nn", "Ingenting er lagra. Det er 1 feil:", "Ingenting er lagra. Det er 2 feil:"),
        ("en", "Nothing is saved. There is 1 fault:", "Nothing is saved. There are 2 faults:"),
    ],
)
def test_the_count_chooses_the_form(language, one, several):
    speak = words(language)
    assert speak(FAULTS) == one
    assert speak(Message(FAULTS.text, {"count": 2}, FAULTS.plural)) == several
    assert speak(Message(FAULTS.text, {"count": 0}, FAULTS.plural)) == several.replace("2", "0")


@pytest.mark.parametrize(
    ("language", "elsewhere", "in_the_template"),
    [("nb", "Tilsagn", "Lovet"), ("nn", "Tilsegn", "Lova"), ("en", "Promised", "Promised")],
)
def test_a_context_tells_two_meanings_apart(language, elsewhere, in_the_template):
    speak = words(language)
    assert speak("Promised") == elsewhere
    assert speak(N_("Promised", context="template")) == in_the_template
    assert speak(Message(N_("Promised", context="template"))) == in_the_template


@EVERY
def test_what_nobody_has_translated_is_said_in_english(language):
    speak = words(language)
    assert speak("Never {heard} of", heard=2) == "Never 2 of"
    assert speak(N_("Never heard of", context="nowhere")) == "Never heard of"
    several = Message(N_("{count} owl", context="nowhere"), {"count": 2}, plural="{count} owls")
    assert speak(several) == "2 owls"
    assert speak("") == ""


def test_a_language_knows_what_it_has_an_entry_for_even_where_the_word_is_the_same():
    speak = words("nb")
    assert speak("OK") == "OK"
    assert speak.knows("OK")
    assert speak.knows(FAULTS.text)
    assert speak.knows(N_("Promised", context="template"))
    assert not speak.knows(N_("Promised", context="nowhere"))
    assert not speak.knows("Never heard of")
    assert words("en").knows("Never heard of")


def test_english_is_the_sentences_themselves():
    assert len(catalogue("en")) == 0
    assert len(catalogue("nb")) == len(catalogue("nn")) > 1000


@pytest.mark.parametrize("half", range(1, 200, 2))
def test_half_a_per_cent_is_rounded_up_whether_the_part_is_exact_or_not(half):
    part = Fraction(half, 200)
    up = f"{(half + 1) // 2}\u00a0%"
    assert words("nb").percent(part) == words("nb").percent(float(part)) == up
