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

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from portfolio.given import InLanguages, Language
from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.names import name_of
from portfolio.periods import MONTHS_OF_A_YEAR, NORWAY, Period

CATALOGUES = Path(__file__).parent / "locale"
LOCALES: Mapping[Language, str] = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}
NO_BREAK = "\u00a0"
MINUS = "\u2212"


class Words:
    """One language. Numbers are Norwegian in all three: the money is."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._locale = Locale.parse(LOCALES[language])
        self._entries = catalogue(language)
        self._said = _compiled(self._entries)

    def __call__(self, text: str | Message, /, **facts: object) -> str:
        """Return a sentence in this language, with its facts put in as they are written here."""
        message = text if isinstance(text, Message) else Message(text, facts)
        said = self._sentence(message) if message.text else ""
        return said.format_map({key: self.put(fact) for key, fact in message.facts.items()})

    def knows(self, text: str) -> bool:
        """Say whether the language has its own entry for a msgid; English is the msgids themselves."""
        context = Message(text).context or None
        return self.language == "en" or self._entries.get(text, context) is not None

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
            (tuple, "listed"),
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

    def listed(self, facts: tuple[object, ...]) -> str:
        """Return several facts, each as it is written here, with semicolons between."""
        return "; ".join(map(self.put, facts))

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
        """Return a part of one as per cent, a half rounded up; a dash where there is none."""
        if part is None:
            return "–"
        # A float is taken as it is written: 0.575 * 100 is less than 57.5.
        return f"{self.number(Fraction(str(part)) * 100, decimals=decimals)}{NO_BREAK}%"

    def day(self, day: date) -> str:
        """Return a day: `23. november 2026`."""
        return format_date(day, "d. MMMM y" if self.language != "en" else "d MMMM y", self._locale)

    def short_day(self, day: date) -> str:
        """Return a day in figures: `23.11.2026`."""
        return f"{day:%d.%m.%Y}"

    def moment(self, moment: datetime) -> str:
        """Return a moment in Norwegian time: `23. november 2026 kl. 14.05`."""
        local = moment.astimezone(NORWAY)
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

    def _sentence(self, message: Message) -> str:
        """Return the sentence of this language with its places open; the English where it has none."""
        text, context, plural = str(message.text), message.context, message.plural
        if plural is None:
            return self._said.pgettext(context, text) if context else self._said.gettext(text)
        count = int(str(message.facts["count"]))
        if context:
            return self._said.npgettext(context, text, plural, count)
        return self._said.ngettext(text, plural, count)


@cache
def words(language: Language) -> Words:
    """Return the words of a language, read once."""
    return Words(language)


@cache
def catalogue(language: Language) -> Catalog:
    """Return all that the .po files of a language say, as one; a language without any has an empty one."""
    whole = Catalog(locale=language)
    for path in sorted((CATALOGUES / language).glob("*.po")):
        with path.open("rb") as source:
            for entry in read_po(source, locale=language):
                if entry.id:
                    whole[entry.id] = entry
    return whole


def _rounded(number: Decimal | Fraction | float, places: int) -> Decimal:
    exact = (
        Decimal(number.numerator) / Decimal(number.denominator)
        if isinstance(number, Fraction)
        else Decimal(str(number))
    )
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _compiled(entries: Catalog) -> gettext.NullTranslations:
    """Compile a catalogue in memory, so that no binary lies beside it."""
    compiled = io.BytesIO()
    write_mo(compiled, entries)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
