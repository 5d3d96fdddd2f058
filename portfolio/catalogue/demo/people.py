"""The people of the example, and the parties it adds to the register."""

from portfolio.catalogue.demo.files import CsvRow, rows
from portfolio.parties import Party
from portfolio.people import Person


def people() -> tuple[Person, ...]:
    """Return everybody, with the roles they hold."""
    return tuple(map(_person, rows("people")))


def parties() -> tuple[Party, ...]:
    """Return the parties that are in no register."""
    return tuple(Party.model_validate(row) for row in rows("parties"))


def _person(row: CsvRow) -> Person:
    return Person.model_validate(row | {"roles": row["roles"].split(";"), "example": True})
