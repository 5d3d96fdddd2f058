"""The method, for everyone to read: each published version whole, with its sources."""

import pytest

from portfolio.catalogue.methods import methods
from portfolio.store.database import Database
from tests.pages.seat import everything, seat, tables
from tests.rounds import READER


def test_the_shared_method_is_shown_first_with_its_criteria_weights_and_requirements(
    database: Database,
) -> None:
    shown, method = seat(database, READER, "prioritising.methods"), methods()["felles/1.1"]
    assert "Kriterier og vekter" in everything(shown)
    criteria, *_, gates = (each for each in tables(shown))
    assert [len(criteria), len(gates)] == [len(method.criteria), len(method.gates)]
    assert sum("utenfor rangeringen" in each for each in gates["Hvis svaret er nei"]) == sum(
        gate.stops for gate in method.gates
    )


def test_every_criterion_has_its_anchors_and_its_source(database: Database) -> None:
    shown, method = seat(database, READER, "prioritising.methods"), methods()["felles/1.0"]
    steps = tables(shown)[1:-1]
    assert [len(each) for each in steps] == [len(criterion.steps) for criterion in method.criteria]
    assert everything(shown).count("Kilde: ") == len(method.criteria) + 1


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("felles/1.1", ["snittet på Behov og brukernytte", "Vet ikke» er ingen vurdering", "deler plassen"]),
        (
            "felles/1.0",
            ["snittet på Behov og brukernytte", "Her teller «vet ikke» som svar", "deler plassen"],
        ),
        ("ideportal/1.0", ["Forslag med like poeng deler plassen"]),
    ],
)
def test_what_settles_equal_points_stands_in_words(database: Database, id: str, said: list[str]) -> None:
    shown = seat(database, READER, "prioritising.methods")
    shown.selectbox(key="metode").set_value(id).run()
    text = everything(shown).replace("\\", "")
    assert [each for each in said if each not in text] == []


def test_another_version_is_chosen_from_the_list(database: Database) -> None:
    shown, method = seat(database, READER, "prioritising.methods"), methods()["ideportal/1.0"]
    shown.selectbox(key="metode").set_value(method.id).run()
    assert list(shown.selectbox[0].options) == [
        f"{each.name.nb} {each.version}" for each in methods().values()
    ]
    assert len(tables(shown)[0]) == len(method.criteria)
    assert len(tables(shown)) == 1 + len(method.criteria) + bool(method.gates)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_method_reads_in_all_languages(database: Database, language: str) -> None:
    shown = seat(database, READER, "prioritising.methods", language=language)
    assert len(shown.expander) == len(methods()["felles/1.0"].criteria)
