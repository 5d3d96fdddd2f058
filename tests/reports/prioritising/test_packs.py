"""The pack of a round is the last that was made, however many there are."""

from portfolio.prioritising.packs import Pack, pack_id
from portfolio.prioritising.rounds import Round
from portfolio.reports.prioritising.packs import pack
from portfolio.store.database import Database
from tests.rounds import CLOSED, SECRETARIAT, Stamped


def test_the_tenth_comes_after_the_ninth(database: Database, stamp: Stamped) -> None:
    with database.write(stamp(SECRETARIAT)) as writer:
        for number in range(2, 11):
            writer.add(Pack(id=pack_id(CLOSED, number), round=CLOSED, digest=f"{number}", text="{}"))
        writer.trace("try", CLOSED)
    with database.read() as reader:
        assert pack(reader, reader.get(Round, CLOSED)).id == f"{CLOSED}.10"
