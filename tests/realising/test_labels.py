"""What people call the fields of the wing: fields that are there, and each by a word."""

from portfolio.realising.labels import LABELS


def test_only_fields_that_are_there_are_called_something() -> None:
    assert {
        (noun, field) for noun in LABELS for field in LABELS[noun] if field not in noun.model_fields
    } == set()


def test_no_two_fields_of_a_record_are_called_the_same() -> None:
    for labels in LABELS.values():
        assert len(set(labels.values())) == len(labels)
