"""The rows of the template that show how it is done, and telling one from a row that somebody has filled in."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from portfolio.given import LANGUAGES
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.parties import Party, PartyKind, label
from portfolio.proposals.fields import Kind
from portfolio.proposals.proposal import Phase
from portfolio.proposals.strategy import Goal
from portfolio.sheets.filling.forms import EXAMPLE, FORMS, BlankSheet
from portfolio.sheets.filling.texts import folded, written
from portfolio.words import Words, words

ASKED_OF_THE_REGISTER = {Kind.OWNER, Kind.PARTY, Kind.PARTIES, Kind.GOALS}
"""What an example says as the register or the strategy stood when the template was taken, so it may be otherwise now."""


def examples(
    words: Words, parties: Sequence[Party], goals: Sequence[Goal]
) -> Mapping[str, Mapping[str, object]]:
    """Return one filled-in row for each sheet."""
    municipality = next(
        (each for each in parties if each.number and each.kind is PartyKind.MUNICIPALITY), None
    )
    owner = label(municipality) if municipality else ""
    return {
        "proposals": {
            "reference": EXAMPLE,
            "title": words(N_("Shared service for building permits")),
            "owner_party": owner,
            "phase": words.name(Phase.CONCEPT),
            "summary": words(N_("One shared service where citizens apply for a building permit and follow it.")),
            "need": words(N_("Each municipality has its own form. Applicants wait, and case workers type the same twice.")),
            "goals": str(goals[0].number) if goals else "",
            "starts": 2027,
            "ends": 2029,
        },
        "costs": {"reference": EXAMPLE, "year": 2027, "amount": Money.kroner(2_500_000)},
        "contributions": {
            "reference": EXAMPLE,
            "party": owner,
            "year": 2027,
            "applied": Money.kroner(1_000_000),
            "promised": Money.kroner(750_000),
            "agreed": Money.kroner(500_000),
            "paid": Money(0),
        },
        "parties": {
            "name": f"{EXAMPLE} {words(N_('The standards body'))}",
            "kind": words.name(PartyKind.OTHER),
        },
    }  # fmt: skip


def untouched(form: BlankSheet, value: Callable[[str], object]) -> bool:
    """Say whether a row says just what the example of its sheet says, in any of the languages."""
    said = {
        each.field: folded(written(value(each.field)))
        for each in form.headings
        if each.kind not in ASKED_OF_THE_REGISTER
    }
    return said in _as_given()[form.key]


@cache
def _as_given() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """Return what the example of each sheet says in each language, as it is compared."""
    told = [examples(words(language), (), ()) for language in LANGUAGES]
    return {
        form.key: [
            {
                each.field: folded(_in_a_cell(example[form.key].get(each.field)))
                for each in form.headings
                if each.kind not in ASKED_OF_THE_REGISTER
            }
            for example in told
        ]
        for form in FORMS
    }


def _in_a_cell(value: object) -> str:
    return written(float(value.in_kroner)) if isinstance(value, Money) else written(value)
