import copy
import pickle

import pytest

from portfolio.messages import N_, Message, Sentence
from portfolio.objections import Objection

HERE = N_("Promised", context="template")


def test_a_marked_sentence_is_the_sentence_itself():
    assert N_("Promised") == "Promised"
    assert type(N_("Promised")) is str
    assert HERE == "Promised"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_a_sentence_keeps_its_context_wherever_it_goes(again):
    assert isinstance(again(HERE), Sentence)
    assert again(HERE).context == "template"
    assert Message(again(HERE)).context == "template"


def test_messages_with_the_same_english_and_another_context_are_not_the_same():
    assert Message(HERE) == Message(N_("Promised", context="template"))
    assert Message(HERE) != Message("Promised")
    assert Objection(HERE) != Objection("Promised")


def test_the_context_follows_into_an_objection_and_out_of_it():
    first = Objection(HERE, about="C4")
    assert first.message.context == "template"
    assert Objection(first.message.text).message.context == "template"
    assert str(first) == "Promised"


def test_a_message_within_a_message_is_read_in_english_too():
    whole = Message("«{column}» is missing in {sheet}", {"column": Message(HERE), "sheet": "A"})
    assert whole.in_english() == "«Promised» is missing in A"
