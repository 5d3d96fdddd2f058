"""A second kind of rule, as somebody would add it: a class, and its name in the union. It is offered to nobody."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar, Literal

import pytest

from portfolio.funding.keys import ByInhabitants, Sharing
from portfolio.given import Given
from portfolio.messages import Message
from portfolio.money import Money, split
from portfolio.store.columns import Nested
from portfolio.store.tables.funding import sharings


class EqualParts(Given):
    """Each as much as the others, however many live there; the øre left over go to the lowest numbers."""

    kind: Literal["equal"] = "equal"

    asked: ClassVar[Mapping[str, str]] = MappingProxyType({})
    counts_inhabitants: ClassVar[bool] = False

    def parts(
        self, amount: Money, members: Sequence[str], *, inhabitants: Mapping[str, int]
    ) -> Mapping[str, Money]:
        return split(amount, dict.fromkeys(members, 1))

    def told(self, sharing: Sharing, *, inhabitants: int, everybody: bool) -> tuple[Message, ...]:
        return (Message("{count} share equally.", {"count": len(sharing.members)}),)

    def explained(self) -> Message:
        return Message("What the municipalities give together is shared equally.")


@pytest.fixture
def equal_parts(monkeypatch: pytest.MonkeyPatch) -> Iterator[EqualParts]:
    """Have the union name it too, in the key and in its column."""
    union: Any = ByInhabitants | EqualParts
    with monkeypatch.context() as wider:
        wider.setattr(Sharing.model_fields["rule"], "annotation", union)
        wider.setattr(sharings.c.rule, "type", Nested(union))
        Sharing.model_rebuild(force=True)
        yield EqualParts()
    Sharing.model_rebuild(force=True)
