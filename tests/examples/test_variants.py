"""Whatever is otherwise in a file is read right, asked about before the yes, or refused at its cell: never passed over in silence."""

from functools import cache

import pytest

from portfolio.catalogue.reference import parties
from portfolio.catalogue.strategy import goals
from portfolio.objections import Objection
from portfolio.sheets.filling.proposals import FromFile, read_proposals
from portfolio.sheets.filling.unread import Noted
from portfolio.words import words
from tests.examples.outcome import ON
from tests.examples.variants import ASKED, KINDS, READ, Variant, book

EACH = [pytest.param(each, id=f"{kind.__name__}: {each.name}") for kind in KINDS for each in kind()]


def read(content: bytes) -> FromFile:
    return read_proposals("v.xlsx", content, parties=parties(), goals=goals(), today_year=ON.year)


@cache
def plain() -> FromFile:
    return read(book())


def told(listed: tuple[Objection, ...]) -> dict[str, str]:
    return {each.about: words("nb")(each.message) for each in listed}


def said(found: FromFile) -> list[dict[str, object]]:
    """Return what a workbook says, but where in it."""
    upload = found.upload
    listed = (*upload.proposals, *upload.costs, *upload.contributions)
    return [each.model_dump(exclude={"where"}) for each in listed]


@pytest.mark.parametrize("variant", EACH)
def test_it_is_read_right_asked_about_or_refused(variant: Variant) -> None:
    found = read(variant.content)
    asked = tuple(each for each in found.remarks if not isinstance(each, Noted))
    if variant.comes == READ:
        assert (told(found.faults), told(asked)) == ({}, {})
        assert said(found) == said(plain())
    elif variant.comes == ASKED:
        assert told(found.faults) == {}
        assert variant.says in told(asked)[variant.where]
    else:
        assert variant.says in told(found.faults)[variant.where]
