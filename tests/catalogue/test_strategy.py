import csv
import json
from collections import Counter

from portfolio.catalogue.strategy import FOLDER, areas, goals


def test_there_are_25_goals_in_five_areas():
    per_area = Counter(each.area for each in goals())
    assert [(each.key, per_area[each.key]) for each in areas()] == [
        ("bruker", 4),
        ("innovasjon", 5),
        ("kompetanse", 2),
        ("effektiv", 8),
        ("sikkerhet", 6),
    ]
    assert len(goals()) == 25


def test_goals_stand_in_the_order_of_the_strategy():
    assert [each.number for each in goals()] == list(range(1, 26))
    assert [each.number for each in areas()] == [1, 2, 3, 4, 5]


def test_the_key_of_a_goal_is_its_area_and_its_number_there():
    for area in areas():
        within = [each.key for each in goals() if each.area == area.key]
        assert within == [f"{area.key}-{number}" for number in range(1, len(within) + 1)]


def test_the_goal_this_product_answers_is_there():
    goal = next(each for each in goals() if each.key == "effektiv-5")
    assert goal.text.nb == (
        "Kommunal sektor skal ha enhetlig metodikk for prioritering og gjennomføring av felleskommunale og "
        "nasjonale digitaliseringsprosjekter"
    )


def test_every_goal_is_whole_in_three_languages():
    for goal in goals():
        assert goal.text.nb.startswith("Kommunal sektor skal ")
        assert goal.text.nn.startswith("Kommunal sektor skal ")
        assert goal.text.en.startswith("Local government shall ")
        assert not any(
            "- " in goal.text.in_(language).replace("dokumentasjons- ", "") for language in ("nb", "nn")
        )


def test_the_package_describes_every_column():
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        with (FOLDER / resource["path"]).open(encoding="utf-8", newline="") as source:
            assert next(csv.reader(source)) == [each["name"] for each in resource["schema"]["fields"]]
    assert package["sources"]
    assert package["licenses"]
