"""Persons, their roles, and what a role may do."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from portfolio.given import Given, Key, Line, OptionalLine
from portfolio.messages import N_
from portfolio.objections import Objection


class Role(StrEnum):
    """What a person does here."""

    SECRETARIAT = "secretariat"
    MEMBER = "member"
    PROJECT_OWNER = "project_owner"
    BENEFIT_OWNER = "benefit_owner"
    FINANCE = "finance"
    READER = "reader"
    ADMINISTRATOR = "administrator"


class Verb(StrEnum):
    """An action that somebody must be allowed to do."""

    READ = "read"
    IMPORT_PROPOSALS = "import_proposals"
    UNDO_IMPORT = "undo_import"
    EDIT_ANY_PROPOSAL = "edit_any_proposal"
    EDIT_OWN_PROPOSAL = "edit_own_proposal"
    ANSWER_GATES = "answer_gates"
    RUN_ROUNDS = "run_rounds"
    ASSESS = "assess"
    RECOMMEND = "recommend"
    WRITE_FOR_COUNCIL = "write_for_council"
    RECORD_DECISION = "record_decision"
    EDIT_FUNDING = "edit_funding"
    EDIT_ANY_BENEFIT = "edit_any_benefit"
    EDIT_OWN_BENEFIT = "edit_own_benefit"
    REPORT_ANY_READING = "report_any_reading"
    REPORT_OWN_READING = "report_own_reading"
    REMIND_OWNERS = "remind_owners"
    READ_TRAIL = "read_trail"
    SIGN_TRAIL = "sign_trail"
    MANAGE_PEOPLE = "manage_people"


MAY: Mapping[Role, frozenset[Verb]] = {
    Role.SECRETARIAT: frozenset(
        {
            Verb.READ,
            Verb.IMPORT_PROPOSALS,
            Verb.UNDO_IMPORT,
            Verb.EDIT_ANY_PROPOSAL,
            Verb.ANSWER_GATES,
            Verb.RUN_ROUNDS,
            Verb.RECOMMEND,
            Verb.WRITE_FOR_COUNCIL,
            Verb.RECORD_DECISION,
            Verb.EDIT_ANY_BENEFIT,
            Verb.REPORT_ANY_READING,
            Verb.REMIND_OWNERS,
            Verb.READ_TRAIL,
        }
    ),
    Role.MEMBER: frozenset({Verb.READ, Verb.ASSESS, Verb.RECOMMEND}),
    Role.PROJECT_OWNER: frozenset(
        {
            Verb.READ,
            Verb.EDIT_OWN_PROPOSAL,
            Verb.EDIT_OWN_BENEFIT,
            Verb.REPORT_OWN_READING,
        }
    ),
    Role.BENEFIT_OWNER: frozenset({Verb.READ, Verb.EDIT_OWN_BENEFIT, Verb.REPORT_OWN_READING}),
    Role.FINANCE: frozenset({Verb.READ, Verb.EDIT_FUNDING}),
    Role.READER: frozenset({Verb.READ}),
    Role.ADMINISTRATOR: frozenset({Verb.READ, Verb.MANAGE_PEOPLE, Verb.READ_TRAIL, Verb.SIGN_TRAIL}),
}
"""Denied unless written here. Every verb is held by somebody, and by nobody who does not need it."""


class Person(Given):
    """Somebody who uses the tool; `organisation` is the party they come from.

    The id tells nothing of who it is. `former` is the one that did, by which older traces know the person.
    """

    id: Key
    name: Line
    roles: tuple[Role, ...]
    organisation: Key
    active: bool = True
    example: bool = False
    former: OptionalLine = ""
    revision: int = 1

    def may(self, verb: Verb) -> bool:
        """Say whether any of the person's roles allows this."""
        return self.active and any(verb in MAY[role] for role in self.roles)


class Stamp(Given):
    """Who does something, and when: what every change carries."""

    person: Person
    at: datetime


PROGRAM = Person(id="program", name="Fellesporteføljen", roles=(), organisation="ks")
"""Who the trail names where no person acts: the program itself, at start and when it carries data over."""
OPERATOR = Person(
    id="operator",
    name="Kommandolinjen",
    roles=(Role.SECRETARIAT, Role.FINANCE, Role.ADMINISTRATOR),
    organisation="ks",
)
"""Who the trail names when something is done from the command line: whoever has the machine."""
UNENTERED: Mapping[str, Person] = {each.id: each for each in (PROGRAM, OPERATOR)}
"""The only ones who act without being entered in the register, each as they stand here and not as a stamp says."""
RESERVED = frozenset({*UNENTERED, "reference", "example", "trail", "rounds", "pack"})
"""Ids by which the trail names what is nobody and no record: no record may have one."""


class Forbidden(Objection):
    """Somebody tried what their roles do not allow."""


def allow(stamp: Stamp, *verbs: Verb) -> None:
    """Let the person go on if they may do any of these; otherwise say why not.

    Raises:
        Forbidden: none of the person's roles allows it.
    """
    if not any(stamp.person.may(verb) for verb in verbs):
        raise Forbidden(
            N_("Your role does not allow this. Ask the secretariat, or somebody with the role, to do it.")
        )
