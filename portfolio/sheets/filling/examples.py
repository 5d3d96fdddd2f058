"""The rows of the template that show how it is done, and telling one from a row that somebody has filled in."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from portfolio.catalogue import reference, strategy
from portfolio.given import LANGUAGES
from portfolio.messages import N_
from portfolio.money import Money
from portfolio.parties import Party, PartyKind, label
from portfolio.proposals.fields import Kind
from portfolio.proposals.proposal import Phase
from portfolio.proposals.strategy import Goal
from portfolio.sheets.filling.forms import EXAMPLE, FORMS, BlankSheet, Heading
from portfolio.sheets.filling.texts import folded, written
from portfolio.words import Words, words

NUMBERED = {Kind.OWNER, Kind.PARTY}
"""What an example says as the register stood when the template was taken: the name may be otherwise now, the number not."""


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
    return {each.field: _compared(each, value(each.field)) for each in form.headings} in _as_given()[form.key]


@cache
def _as_given() -> Mapping[str, Sequence[Mapping[str, str]]]:
    """Return what the example of each sheet says in each language, as it is compared."""
    told = [examples(words(language), reference.parties(), strategy.goals()) for language in LANGUAGES]
    return {
        form.key: [
            {each.field: _compared(each, example[form.key].get(each.field)) for each in form.headings}
            for example in told
        ]
        for form in FORMS
    }


def _compared(heading: Heading, value: object) -> str:
    """Return what a cell says as it is compared; of a body its number, since its name may have become another."""
    text = folded(written(float(value.in_kroner)) if isinstance(value, Money) else written(value))
    return text.partition(" ")[0] if heading.kind in NUMBERED else text
