"""What the closed choices are called: the English msgid of every member people see."""

from collections.abc import Mapping
from enum import StrEnum

from portfolio.funding.stages import Stage
from portfolio.messages import N_
from portfolio.parties import PartyKind, Side
from portfolio.people import Role
from portfolio.prioritising.decisions import Resolution
from portfolio.prioritising.gates import Answer, Standing
from portfolio.prioritising.impartiality import Interest
from portfolio.prioritising.recommendations import Outcome
from portfolio.prioritising.rounds import RoundPhase
from portfolio.proposals.proposal import Phase
from portfolio.realising.benefits import Beneficiary, BenefitKind, Rhythm
from portfolio.realising.course import Course
from portfolio.realising.readings import Certainty

_NAMES: tuple[Mapping[StrEnum, str], ...] = (
    {
        PartyKind.STATE: N_("State body"),
        PartyKind.MUNICIPALITY: N_("Municipality"),
        PartyKind.COUNTY: N_("County authority"),
        PartyKind.KS: N_("KS"),
        PartyKind.OTHER: N_("Other"),
    },
    {
        Side.STATE: N_("State side"),
        Side.LOCAL: N_("Local government side"),
        Side.OTHER: N_("Others"),
    },
    {
        Role.SECRETARIAT: N_("Secretariat"),
        Role.MEMBER: N_("Council member"),
        Role.PROJECT_OWNER: N_("Project owner"),
        Role.BENEFIT_OWNER: N_("Benefit owner"),
        Role.FINANCE: N_("Finance"),
        Role.READER: N_("Reader"),
        Role.ADMINISTRATOR: N_("Administrator"),
    },
    {
        Phase.IDEA: N_("Idea"),
        Phase.CONCEPT: N_("Concept"),
        Phase.PLAN: N_("Planning"),
        Phase.CARRY_OUT: N_("Carrying out"),
        Phase.CLOSE: N_("Closing"),
        Phase.REALISE: N_("Realising benefits"),
        Phase.STOPPED: N_("Stopped"),
    },
    {
        RoundPhase.PREPARING: N_("Being prepared"),
        RoundPhase.SCORING: N_("Open for assessment"),
        RoundPhase.MEETING: N_("Ready for the council's meeting"),
        RoundPhase.CLOSED: N_("Concluded"),
    },
    {Answer.YES: N_("Yes"), Answer.NO: N_("No"), Answer.UNCLEAR: N_("Not clarified")},
    {
        Standing.READY: N_("Ready for marks"),
        Standing.WAITING: N_("Waits for the formal check"),
        Standing.STOPPED: N_("Stopped by a requirement"),
        Standing.STATUTORY: N_("Statutory, outside the points"),
    },
    {
        Interest.OWN_ORGANISATION: N_("My organisation's project"),
        Interest.PARTNER: N_("My organisation is a partner"),
        Interest.FUNDER: N_("My organisation funds it"),
        Interest.OTHER: N_("Another tie"),
    },
    {
        Outcome.RECOMMENDED: N_("Recommended"),
        Outcome.WITH_CONDITIONS: N_("Recommended with conditions"),
        Outcome.LOOK_FURTHER: N_("To be looked into further"),
        Outcome.NOT_RECOMMENDED: N_("Not recommended"),
    },
    {
        Resolution.APPROVED: N_("Approved"),
        Resolution.APPROVED_IN_PART: N_("Approved in part"),
        Resolution.POSTPONED: N_("Postponed"),
        Resolution.REJECTED: N_("Rejected"),
    },
    {
        Stage.APPLIED: N_("Applied for"),
        Stage.PROMISED: N_("Promised"),
        Stage.AGREED: N_("Agreed"),
        Stage.PAID: N_("Paid"),
        Stage.LAPSED: N_("Lapsed"),
    },
    {
        BenefitKind.BUDGET: N_("Budget effect"),
        BenefitKind.AVOIDED_COST: N_("Avoided cost"),
        BenefitKind.FREED_TIME: N_("Freed time"),
        BenefitKind.QUALITY: N_("Quality"),
        BenefitKind.DISBENEFIT: N_("Disbenefit"),
    },
    {
        Beneficiary.OWN_ORGANISATION: N_("Own organisation"),
        Beneficiary.STATE: N_("Other state bodies"),
        Beneficiary.MUNICIPALITIES: N_("Municipalities"),
        Beneficiary.COUNTIES: N_("County authorities"),
        Beneficiary.CITIZENS: N_("Citizens"),
        Beneficiary.BUSINESS: N_("Business"),
    },
    {
        Rhythm.MONTHLY: N_("Every month"),
        Rhythm.QUARTERLY: N_("Every quarter"),
        Rhythm.YEARLY: N_("Every year"),
    },
    {
        Certainty.MEASURED: N_("Measured"),
        Certainty.ESTIMATED: N_("Estimated"),
        Certainty.NOT_MEASURED: N_("Not measured"),
    },
    {
        Course.ON_PATH: N_("On the path"),
        Course.BEHIND: N_("Behind the path"),
        Course.OVERDUE: N_("Was on the path"),
        Course.UNMEASURED: N_("Not measured"),
        Course.NO_BASELINE: N_("No baseline, cannot be told"),
        Course.LEVEL: N_("Target equals baseline, cannot be told"),
    },
)

_BY_MEMBER = {(type(member), member): text for names in _NAMES for member, text in names.items()}


def name_of(member: StrEnum) -> str:
    """Return the English msgid of a closed choice."""
    return _BY_MEMBER[type(member), member]
