"""What a pack holds has one digest, and every place where two packs differ is named."""

from hypothesis import given
from hypothesis import strategies as st

from portfolio.prioritising.packs import canonical, differences, digest_of, pack_id

TOLD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(TOLD)
def test_nothing_differs_from_itself(told: object) -> None:
    assert list(differences(told, told)) == []


@given(st.dictionaries(st.text(max_size=3), TOLD), st.dictionaries(st.text(max_size=3), TOLD))
def test_two_have_one_digest_only_when_nothing_differs(
    one: dict[str, object], other: dict[str, object]
) -> None:
    assert (digest_of(one) == digest_of(other)) == (canonical(one) == canonical(other))
    if list(differences(one, other)):
        assert digest_of(one) != digest_of(other)


def test_the_order_in_which_things_were_put_in_does_not_count() -> None:
    assert digest_of({"a": 1, "æ": [2]}) == digest_of({"æ": [2], "a": 1}) != digest_of({"a": 1, "æ": [3]})


def test_what_is_there_in_one_and_not_in_the_other_is_named() -> None:
    then, now = {"a": [1, {"b": 2}]}, {"a": [1, {"b": 2}, 3], "c": "x"}
    assert list(differences(then, now)) == [("a[2]", None, 3), ("c", None, "x")]


def test_each_pack_of_a_round_has_its_own_id() -> None:
    assert (pack_id("runde:1", 1), pack_id("runde:1", 2)) == ("runde:1.1", "runde:1.2")
