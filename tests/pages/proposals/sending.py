"""A workbook sent in on the page of the import, as somebody would."""

from streamlit.testing.v1 import AppTest

from portfolio.proposals.proposal import Proposal, proposal_id
from portfolio.store.database import Database

SECRETARIAT = "person:ingrid-solbakken"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NEW = {
    "Forslag": {"A6": "2027-900", "B6": "Felles *søk*", "C6": "0301 Oslo"},
    "Kostnader": {"A6": "2027-900", "B6": 2027, "C6": 1_250_000.5},
    "Bidrag": {"A6": "2027-900", "B6": "KS", "C6": 2027, "D6": 500, "E6": 400},
}


def send(shown: AppTest, content: bytes, name: str = "forslag.xlsx") -> AppTest:
    shown.file_uploader[0].set_value((name, content, XLSX)).run()
    assert not shown.exception
    return shown


def press(shown: AppTest, label: str) -> None:
    next(each for each in shown.button if each.label == label).click().run()
    assert not shown.exception


def stored(database: Database) -> Proposal | None:
    with database.read() as reader:
        return reader.find(Proposal, proposal_id("2027-900"))
