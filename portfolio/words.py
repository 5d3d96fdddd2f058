"""The reader's language: sentences, numbers, kroner and dates as they are written there."""

import gettext
import io
from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from portfolio.given import InLanguages, Language
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.names import name_of
from portfolio.periods import MONTHS_OF_A_YEAR, Period

CATALOGUES = Path(__file__).parent / "locale"
OSLO = ZoneInfo("Europe/Oslo")
LOCALES: Mapping[Language, str] = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
NO_BREAK = "\u00a0"
MINUS = "\u2212"


class Words:
    """One language. Numbers are Norwegian in all three: the money is."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._locale = Locale.parse(LOCALES[language])
        self._catalogue = _catalogue(language)

    def __call__(self, text: str | Message, /, **facts: object) -> str:
        """Return a sentence in this language, with its facts put in as they are written here."""
        message = text if isinstance(text, Message) else Message(text, facts)
        if not message.text:
            return ""
        if message.plural is None:
            said = self._catalogue.gettext(message.text)
        else:
            said = self._catalogue.ngettext(message.text, message.plural, int(str(message.facts["count"])))
        return said.format_map({key: self.put(fact) for key, fact in message.facts.items()})

    def knows(self, text: str) -> bool:
        """Say whether the language has its own entry for a msgid."""
        return self._catalogue.gettext(text) != text or self.language == "en"

    def put(self, fact: object) -> str:
        """Return one fact as it is written in this language."""
        writers: tuple[tuple[type, str], ...] = (
            (Message, "__call__"),
            (InLanguages, "authored"),
            (StrEnum, "name"),
            (Money, "kroner"),
            (Period, "period"),
            (datetime, "moment"),
            (date, "day"),
            (bool, "yes_or_no"),
            (Decimal, "number"),
            (Fraction, "number"),
            (float, "number"),
        )
        for kind, writer in writers:
            if isinstance(fact, kind):
                return str(getattr(self, writer)(fact))
        return str(fact)

    def authored(self, text: InLanguages) -> str:
        """Return authored text in this language."""
        return text.in_(self.language)

    def name(self, member: StrEnum) -> str:
        """Return what a closed choice is called."""
        return self(name_of(member))

    def yes_or_no(self, truth: bool) -> str:
        """Return yes or no."""
        return self(N_("Yes")) if truth else self(N_("No"))

    def kroner(self, amount: Money) -> str:
        """Return an amount to the øre where there are any: `1 234 567,50 kr`."""
        decimals = 2 if amount.ore % 100 else 0
        return f"{self.number(amount.in_kroner, decimals=decimals)}{NO_BREAK}kr"

    def millions(self, amount: Money) -> str:
        """Return an amount in millions for headlines, with a decimal below 100: `12,4 mill. kr`."""
        if not amount:
            return self.kroner(amount)
        millions = amount.in_kroner / 1_000_000
        figure = self.number(millions, decimals=1 if abs(millions) < 100 else 0)  # noqa: PLR2004
        return self(N_("{figure} million kr"), figure=figure).replace(" ", NO_BREAK)

    def number(
        self, number: Decimal | Fraction | float, *, decimals: int | None = None, at_most: int = 6
    ) -> str:
        """Return a number with no-break spaces between thousands and a comma before decimals.

        With `decimals` exactly so many, otherwise as many as the number has, up to `at_most`.
        """
        places = at_most if decimals is None else decimals
        exact = _rounded(number, places)
        pattern = f"#,##0.{'0' * decimals if decimals is not None else '#' * at_most}"
        written = format_decimal(exact, format=pattern.rstrip("."), locale="nb_NO")
        return written.replace("-", MINUS)

    def percent(self, part: Fraction | float | None, *, decimals: int = 0) -> str:
        """Return a part of one as per cent; a dash where there is none."""
        if part is None:
            return "–"
        return f"{self.number(part * 100, decimals=decimals)}{NO_BREAK}%"

    def day(self, day: date) -> str:
        """Return a day: `23. november 2026`."""
        return format_date(day, "d. MMMM y" if self.language != "en" else "d MMMM y", self._locale)

    def short_day(self, day: date) -> str:
        """Return a day in figures: `23.11.2026`."""
        return f"{day:%d.%m.%Y}"

    def moment(self, moment: datetime) -> str:
        """Return a moment in Norwegian time: `23. november 2026 kl. 14.05`."""
        local = moment.astimezone(OSLO)
        return self(
            N_("{day} at {time}"), day=local.date(), time=format_datetime(local, "HH.mm", locale="nb_NO")
        )

    def period(self, period: Period) -> str:
        """Return a period: `2026`, `2. kvartal 2026` or `mai 2026`."""
        if period.months == MONTHS_OF_A_YEAR:
            return str(period.first.year)
        if period.months == 1:
            return format_date(period.first, "LLLL y", self._locale)
        return self(
            N_("quarter {quarter} of {year}"),
            quarter=str((period.first.month + 2) // 3),
            year=str(period.first.year),
        )


@cache
def words(language: Language) -> Words:
    """Return the words of a language, read once."""
    return Words(language)


def _rounded(number: Decimal | Fraction | float, places: int) -> Decimal:
    exact = (
        Decimal(number.numerator) / Decimal(number.denominator)
        if isinstance(number, Fraction)
        else Decimal(str(number))
    )
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _catalogue(language: Language) -> gettext.NullTranslations:
    """Compile the .po files of a language in memory, one after the other."""
    first: gettext.NullTranslations | None = None
    for path in sorted((CATALOGUES / language).glob("*.po")):
        compiled = io.BytesIO()
        with path.open("rb") as source:
            write_mo(compiled, read_po(source, locale=language))
        compiled.seek(0)
        translations = gettext.GNUTranslations(compiled)
        if first is None:
            first = translations
        else:
            first.add_fallback(translations)
    return first or gettext.NullTranslations()
