"""The rounds: all of them, and how far one has come without a single mark."""

from portfolio.people import Person, Role, Stamp
from portfolio.store.database import Database
from tests.conftest import NOW
from tests.pages.seat import everything, seat, tables
from tests.rounds import HALFWAY, OPEN, SECRETARIAT, Stamped, out_of_use


def test_the_list_has_every_round_with_its_phase(database: Database) -> None:
    (listed,) = tables(seat(database, SECRETARIAT, "prioritising.rounds"))
    assert list(listed["Fase"]) == ["Åpen for vurdering", "Avsluttet"]


def test_progress_is_how_many_and_never_which_marks(database: Database) -> None:
    members = tables(seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN))[0]
    assert list(members.columns) == ["Habilitet", "Vurdert", "Tilstand"]
    assert "Ikke bekreftet" in set(members["Habilitet"])


def test_an_empty_portfolio_says_what_to_do(empty_database: Database) -> None:
    first = Person(id="person:anne", name="Anne", roles=(Role.SECRETARIAT, Role.MEMBER), organisation="ks")
    with empty_database.write(Stamp(person=first, at=NOW)) as writer:
        writer.add(first)
        writer.trace("enter_person", first.id)
    said = "\n".join(
        everything(seat(empty_database, first.id, page))
        for page in ("prioritising.rounds", "prioritising.ranking", "prioritising.assessment")
    )
    assert "Lag en når forslagene er på plass" in said
    assert "Rangeringen kommer når forslag er vurdert" in said
    assert "Ingen runde er åpen for deg nå" in said


def test_a_member_who_was_put_out_of_use_is_said_to_be_so_and_waited_for_no_more(
    database: Database, stamp: Stamped
) -> None:
    name = stamp(HALFWAY).person.name
    out_of_use(database, stamp, HALFWAY)
    shown = seat(database, SECRETARIAT, "prioritising.rounds", runde=OPEN)
    (states,) = [each for each in tables(shown) if "Tilstand" in each.columns]
    told = {str(who).replace("\\", ""): str(state) for who, state in states["Tilstand"].items()}
    assert told[name] == "Kan ikke vurdere lenger"
    assert not [each.value for each in (*shown.warning, *shown.info, *shown.markdown) if name in each.value]
