"""The sheets of the template: a column for each field that is declared, in its kind."""

from portfolio.catalogue.exports.columns import Format
from portfolio.proposals.fields import fields
from portfolio.proposals.intake import ContributionIn, CostIn, PartyIn, ProposalIn
from portfolio.sheets.filling.forms import CONTRIBUTIONS, COSTS, FORMS, PARTIES, PROPOSALS

NOUNS = {"proposals": ProposalIn, "costs": CostIn, "contributions": ContributionIn, "parties": PartyIn}


def test_each_sheet_has_the_fields_of_its_record_and_no_others():
    for form in FORMS:
        noun = NOUNS[form.key]
        assert [each.field for each in form.headings] == [each.key for each in fields(noun)]
        assert {each.field for each in form.headings if each.required} <= set(noun.model_fields)


def test_what_must_be_filled_in_is_what_the_record_cannot_be_without():
    must = {form.key: [each.field for each in form.headings if each.required] for form in FORMS}
    assert must == {
        "proposals": ["reference", "title", "owner_party"],
        "costs": ["reference", "year", "amount"],
        "contributions": ["reference", "party", "year", "applied"],
        "parties": ["name", "kind"],
    }


def test_a_column_is_shown_as_its_kind():
    assert COSTS.names["amount"].format is CONTRIBUTIONS.names["paid"].format is Format.MONEY
    assert PROPOSALS.names["starts"].format is COSTS.names["year"].format is Format.YEAR
    assert PROPOSALS.names["need"].format is Format.LONG
    assert (PROPOSALS.names["goals"].choices, PARTIES.names["kind"].choices) == ("goals", "kinds")
