"""The people and projects that the pages of the money are tried with, and what stands in the ledger after."""

from streamlit.testing.v1 import AppTest

from portfolio.funding.ledger import Entry, Place, positions
from portfolio.funding.stages import Stage
from portfolio.store.database import Database

FINANCE, OTHER, SECRETARIAT = "person:geir-mosengtun", "person:wenche-rabbenes", "person:ingrid-solbakken"
EVERYBODY, FORTY, UNSHARED = "prosjekt:2026-004", "prosjekt:2026-001", "prosjekt:2026-024"


def press(shown: AppTest, label: str) -> None:
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def at(database: Database, place: Place) -> dict[Stage, int]:
    """Return how many øre stand at each stage."""
    with database.read() as reader:
        entries = reader.all(Entry, proposal=place.proposal, party=place.party, year=place.year)
    return {stage: amount.ore for each in positions(entries) for stage, amount in each.at.items() if amount}


def figures(shown: AppTest) -> dict[str, str]:
    """Return the headline, by what each figure is called."""
    return {each.label: each.value.replace("\u00a0", " ") for each in shown.metric}
