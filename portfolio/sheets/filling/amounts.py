"""Amounts that may be meant otherwise than as kroner: oddly small or large for their column, or shown as something else."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from portfolio.messages import N_, Message
from portfolio.money import Money
from portfolio.objections import Objection
from portfolio.sheets.filling.formats import shows_otherwise
from portfolio.sheets.filling.forms import Heading
from portfolio.sheets.filling.rows import Row
from portfolio.sheets.filling.unread import Doubtful, Noted

SMALL, LARGE = Money.kroner(10_000), Money.kroner(5_000_000_000)
"""Our own choice: a joint project seldom costs less in a year, or is given less, and none costs more."""
FEW = Money.kroner(1_000)
"""A workbook in which no amount is so large, and most have decimals, is surely not in kroner."""
FAR, ENOUGH = 1000, 5
"""How many times the middle amount of its column one may be, where the column holds so many: as far off as thousands."""
Read = tuple[str, Money]
"""An amount, and the cell it stands in."""


class Amounts:
    """The amounts of a workbook, by their column."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], list[Read]] = defaultdict(list)
        self._shown: dict[tuple[str, str], tuple[Read, str]] = {}

    def take(self, row: Row, heading: Heading, amount: Money) -> None:
        """Take an amount that is read."""
        cell, column = row.sheet.cell(heading.field, row.number), (row.sheet.title, heading.text)
        if amount:
            self._read[column].append((cell, amount))
        format_ = row.format(heading.field)
        if format_ and shows_otherwise(format_):
            self._shown.setdefault(column, ((cell, amount), format_))

    def remarks(self) -> Iterator[Objection]:
        """Yield, once for each column, the amounts that may be meant otherwise."""
        for (_, heading), ((cell, amount), format_) in self._shown.items():
            said = N_(
                "The cells under «{column}» are shown by the format {format}. What is read is the amount they hold, as {amount} here."
            )
            yield Doubtful(said, about=cell, column=Message(heading), format=format_, amount=amount)
        why = Doubtful if self._in_another_unit else Noted
        for (_, heading), listed in self._read.items():
            for found, weight, told in ((_small(listed), why, _little), (_large(listed), Doubtful, _much)):
                if found:
                    yield weight.saying(told(found, heading), about=found[0][0])

    @property
    def _in_another_unit(self) -> bool:
        amounts = [amount for listed in self._read.values() for _, amount in listed]
        parted = sum(amount.ore % 100 != 0 for amount in amounts)
        return bool(amounts) and max(amounts) < FEW and parted * 2 > len(amounts)


def _small(listed: Sequence[Read]) -> Sequence[Read]:
    least = _middle(listed) / FAR
    return [each for each in listed if each[1] < SMALL or each[1].ore < least]


def _large(listed: Sequence[Read]) -> Sequence[Read]:
    most = _middle(listed) * FAR
    return [each for each in listed if each[1] > LARGE or (most and each[1].ore > most)]


def _middle(listed: Sequence[Read]) -> float:
    """Return the middle amount of a column in øre; 0 where it holds too few to be called anything."""
    return median(amount.ore for _, amount in listed) if len(listed) >= ENOUGH else 0


def _little(listed: Sequence[Read], heading: str) -> Message:
    return Message(
        N_(
            "{amount} under «{column}» is oddly little. Amounts are read as kroner: is it written in thousands or millions?"
        ),
        _facts(listed, heading),
        plural=N_(
            "{count} amounts under «{column}» are oddly small, the first {amount}. Amounts are read as kroner: are they written in thousands or millions?"
        ),
    )


def _much(listed: Sequence[Read], heading: str) -> Message:
    return Message(
        N_(
            "{amount} under «{column}» is oddly much. Amounts are read as kroner: look at the number of digits."
        ),
        _facts(listed, heading),
        plural=N_(
            "{count} amounts under «{column}» are oddly large, the first {amount}. Amounts are read as kroner: look at the number of digits."
        ),
    )


def _facts(listed: Sequence[Read], heading: str) -> dict[str, object]:
    return {"count": len(listed), "amount": listed[0][1], "column": Message(heading)}
