"""The options of a list: each is called something of its own."""

from portfolio.pages.desk.options import told_apart


def test_options_that_are_called_the_same_are_told_apart_and_the_others_left_alone() -> None:
    labels = {"party:1": "Nes", "party:2": "Nes", "party:3": "Os", "x": "Nes"}
    told = told_apart(labels)
    assert told == {"party:1": "Nes (1)", "party:2": "Nes (2)", "party:3": "Os", "x": "Nes (x)"}
    assert len({*told.values()}) == len(labels)
    assert told_apart({}) == {}
