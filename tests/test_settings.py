"""What those who run the service decide."""

import pytest

from portfolio.settings import HOME, WeakKey, settings


def test_without_a_word_it_is_a_file_of_our_own_with_the_example():
    said = settings({})
    assert said.database == f"sqlite:///{HOME / '.local' / 'portfolio.db'}"
    assert not said.empty


def test_an_empty_address_is_no_address():
    assert settings({"PORTFOLIO_DATABASE": ""}) == settings({})


def test_what_is_said_at_the_start_goes_before_the_environment():
    environment = {"PORTFOLIO_DATABASE": "sqlite:///a.db"}
    assert settings(environment).database == "sqlite:///a.db"
    assert settings(environment, ["--database", "sqlite:///b.db"]).database == "sqlite:///b.db"
    assert settings(environment, ["--database"]).database == "sqlite:///a.db"


@pytest.mark.parametrize(("said", "empty"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_empty_is_said_in_the_environment_or_at_the_start(said, empty):
    assert settings({"PORTFOLIO_EMPTY": said}).empty is empty
    assert settings({"PORTFOLIO_EMPTY": said}, ["--empty"]).empty


def test_keys_stand_with_spaces_between_and_are_never_shown():
    first, second = "a" * 32, "b" * 32
    said = settings({"PORTFOLIO_SIGNING_KEYS": f" {first}  {second} "})
    assert said.keys == (first, second)
    assert first not in repr(said)
    assert settings({}).keys == ()


def test_a_key_that_can_be_guessed_is_refused_without_telling_it():
    with pytest.raises(WeakKey) as refused:
        settings({"PORTFOLIO_SIGNING_KEYS": f"{'a' * 32} {'b' * 31}"})
    assert "bbb" not in str(refused.value.message)
