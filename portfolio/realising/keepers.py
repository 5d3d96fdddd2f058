"""Who keeps a benefit: who may change it, report on it, and add one to a project."""

from portfolio.messages import N_
from portfolio.people import Person, Verb
from portfolio.proposals.proposal import Proposal
from portfolio.realising.benefits import Benefit

EDITS = (Verb.EDIT_ANY_BENEFIT, Verb.EDIT_OWN_BENEFIT)
"""What somebody must be allowed, one or the other, to add or change any benefit at all."""
REPORTS = (Verb.REPORT_ANY_READING, Verb.REPORT_OWN_READING)
"""What somebody must be allowed, one or the other, to report on any benefit at all."""

ADDED_BY = N_("Only the project's owner and the secretariat may add benefits to it.")
CHANGED_BY = N_("Only the benefit's owner, the project's owner and the secretariat may change it.")
REPORTED_BY = N_("Only the benefit's owner, the project's owner and the secretariat may report on it.")
RELEASED_BY = N_("Only the project's owner and the secretariat may say that a measurement is not owed.")
"""What is said to whoever may not, by the page before and by the action after."""


def keepers(benefit: Benefit, project: Proposal) -> tuple[str, ...]:
    """Return the ids of those who keep a benefit as their own: its owner, and its project's where there is one."""
    return tuple(filter(None, (benefit.owner, project.owner_person)))


def may_add(person: Person, project: Proposal) -> bool:
    """Say whether somebody may add a benefit to a project: its owner, and whoever may edit any."""
    return _may(person, *EDITS, own=project.owner_person == person.id)


def may_change(person: Person, benefit: Benefit, project: Proposal) -> bool:
    """Say whether somebody may change a benefit: its keepers, and whoever may edit any."""
    return _may(person, *EDITS, own=person.id in keepers(benefit, project))


def may_agree(person: Person, project: Proposal) -> bool:
    """Say whether somebody may move what has been reported against, and let go of what is owed.

    It is not the benefit's owner, who is the one that is held to it, unless the project is theirs too.
    """
    return may_add(person, project)


def may_report(person: Person, benefit: Benefit, project: Proposal) -> bool:
    """Say whether somebody may report on a benefit: its keepers, and whoever may report on any."""
    return _may(person, *REPORTS, own=person.id in keepers(benefit, project))


def _may(person: Person, any_: Verb, own_: Verb, *, own: bool) -> bool:
    """Say whether somebody may do it to any, or to what is their own; nobody may who is no longer active."""
    return person.may(any_) or (own and person.may(own_))
