"""A filled-in list taken through the real reader and importer, and what came of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

from portfolio.actions.importing import bring_in, plan
from portfolio.catalogue.strategy import goals
from portfolio.objections import Objection
from portfolio.parties import Party
from portfolio.people import OPERATOR, Stamp
from portfolio.proposals.intake import Upload
from portfolio.sheets.filling.proposals import read_proposals
from portfolio.store.database import Database
from tests.examples.filling import filled
from tests.examples.lists import Filling

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ON = AT.date()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read, and what was refused."""

    upload: Upload
    refused: tuple[Objection, ...]

    @property
    def reasons(self) -> Counter[str]:
        """How many refusals there are of each sort, by the sheet and the sentence."""
        return Counter(f"{each.about.partition('!')[0]}: {each.message.text}" for each in self.refused)


def read(database: Database, content: bytes, *, name: str = "liste.xlsx") -> Outcome:
    """Read a workbook the way the page and the command do."""
    with database.read() as reader:
        upload, faults, _ = read_proposals(
            name, content, parties=reader.all(Party), goals=goals(), today_year=ON.year
        )
        return Outcome(upload, (*faults, *plan(reader, upload, on=ON).faults))


def take_in(database: Database, filling: Filling) -> Outcome:
    """Read a list and, where nothing stands in the way, bring it in."""
    found = read(database, filled(**filling.sheets()))
    if not found.refused:
        with database.read() as reader:
            seen = plan(reader, found.upload, on=ON).digest
        bring_in(database, found.upload, seen=seen, on=ON, stamp=Stamp(person=OPERATOR, at=AT))
    return found
