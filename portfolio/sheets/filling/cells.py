"""What one cell says: a text, a year or an amount, or else what is wrong with it."""

import math
import re
from datetime import date
from fractions import Fraction

from portfolio.given import LONGEST_LINE, LONGEST_PARAGRAPH, cleaned
from portfolio.messages import N_
from portfolio.money import Money, NotAnAmount, read_amount
from portfolio.sheets.filling.formats import in_full, shows_otherwise
from portfolio.sheets.filling.forms import Heading
from portfolio.sheets.filling.rows import Row, WrongCell
from portfolio.sheets.filling.texts import shown, tidy, written

KEPT = 10**15
"""Excel keeps the first fifteen digits of a number: two references that differ after them would become one."""
FARTHEST = 20
"""Years from now that a budget year may lie: no plan is longer, so what lies further off is a slip of a digit."""


def line(row: Row, heading: Heading) -> str:
    """Return a text on one line, or nothing; a number is read as it is written."""
    return _text(row, heading, lines=False)


def paragraph(row: Row, heading: Heading) -> str:
    """Return a text with its line breaks, or nothing."""
    return _text(row, heading, lines=True)


def _text(row: Row, heading: Heading, *, lines: bool) -> str:
    value = row.sound(heading.field)
    if isinstance(value, date | bool):
        row.fault(
            heading.field,
            WrongCell,
            N_("Excel has made a date or a truth value of this. Format the cell as text and write it again."),
        )
        return ""
    text = tidy(_as_shown(row, heading, value), lines=lines)
    most = LONGEST_PARAGRAPH if lines else LONGEST_LINE
    if len(text) > most:
        row.fault(
            heading.field,
            WrongCell,
            N_("The text is too long. Shorten it to at most {most} characters."),
            most=most,
        )
        return ""
    if not text:
        row.need(heading)
    return text


def _as_shown(row: Row, heading: Heading, value: str | float | None) -> str:
    """Return a value as its cell shows it, or note that what it shows is not what it holds."""
    if value is None or isinstance(value, str):
        return value or ""
    format_ = row.format(heading.field)
    if abs(value) >= KEPT:
        row.fault(
            heading.field,
            WrongCell,
            N_("Excel keeps only 15 digits of a number. Format the cell as text and write it again."),
        )
    elif format_ and not in_full(value, format_) and shows_otherwise(format_):
        row.fault(
            heading.field,
            WrongCell,
            N_(
                "The cell holds {given}, and shows something else by the format {format}. Format it as text and write it again."
            ),
            given=written(value),
            format=format_,
        )
    else:
        return in_full(value, format_) or written(value)
    return ""


def year(row: Row, heading: Heading, *, around: int) -> int | None:
    """Return a budget year near this one."""
    value = row.sound(heading.field)
    if value is None:
        row.need(heading)
        return None
    if isinstance(value, date):
        row.fault(heading.field, WrongCell, N_("This is a date. Write only the year, for example 2027."))
        return None
    text = tidy(written(value))
    if not re.fullmatch(r"\d{4}", text) or isinstance(value, bool):
        row.fault(
            heading.field,
            WrongCell,
            N_("«{given}» is not a year. Write four digits, for example 2027."),
            given=text[:40],
        )
        return None
    if abs(int(text) - around) > FARTHEST:
        row.fault(
            heading.field,
            WrongCell,
            N_("The year {given} is too far from now to be right. Check the digits."),
            given=text,
        )
        return None
    return int(text)


def money(row: Row, heading: Heading) -> Money | None:
    """Return an amount in kroner, exact to the øre and not below zero; None where nothing is written."""
    value = row.sound(heading.field)
    if value is None:
        row.need(heading)
        return None
    if isinstance(value, date | bool):
        row.fault(
            heading.field,
            WrongCell,
            N_("This is not a number. Format the cell as a number and write the amount."),
        )
        return None
    if "%" in row.format(heading.field):
        row.fault(
            heading.field,
            WrongCell,
            N_("The cell shows a percentage. Write the amount in kroner, and format the cell as a number."),
        )
        return None
    amount = row.note(heading.field, lambda: _amount(value))
    if amount is not None and amount < Money(0):
        row.fault(heading.field, WrongCell, N_("The amount is below zero. Write it without the minus sign."))
        return None
    return amount


def _amount(value: str | float) -> Money:
    if isinstance(value, str):
        return read_amount(cleaned(value))
    if not math.isfinite(value):
        raise NotAnAmount(N_("The amount is too large to be right. Check the number of digits."))
    exact = Fraction(shown(value))
    if (exact * 100).denominator != 1:
        raise NotAnAmount(
            N_("The amount {given} has parts of an øre. Round it to two decimals."), given=shown(value)
        )
    return Money(int(exact * 100))
