"""Which proposals somebody stands aside from, and in which round: the one place that says it, and what follows."""

from portfolio.lookups.judging import holding
from portfolio.messages import N_
from portfolio.people import Forbidden, Person, Verb
from portfolio.prioritising.impartiality import Impartiality
from portfolio.prioritising.rounds import Round
from portfolio.store.reading import Reader


def apart(reader: Reader, *, viewer: Person) -> frozenset[tuple[str, str]]:
    """Return each round with each proposal in it that the viewer has said to stand aside from, whatever else they are."""
    declared = reader.all(Impartiality, member=viewer.id)
    return frozenset((each.round, each.proposal) for each in declared if each.aside)


def let_act(reader: Reader, round_: str, *proposals: str, person: Person) -> None:
    """Let somebody act on proposals in a round if they stand aside from none of them, whatever their roles allow.

    Raises:
        Forbidden: they do. Others conduct the round.
    """
    if any((round_, each) in apart(reader, viewer=person) for each in proposals):
        raise Forbidden(
            N_("You stand aside from this proposal in this round. Ask another of the secretariat to do it.")
        )


def may_recommend(reader: Reader, round_: Round, *proposals: str, person: Person) -> frozenset[str]:
    """Return which of these proposals in a round somebody may write the council's word on.

    The round's own members may where they have said that they are impartial to what is judged, and others who write for
    the council where they do not stand aside.
    """
    mine = apart(reader, viewer=person)
    free = frozenset(each for each in proposals if (round_.id, each) not in mine)
    if person.id in round_.members:
        said = holding(reader, round_, member=person.id) if person.may(Verb.RECOMMEND) else {}
        return free & said.keys()
    return free if person.may(Verb.WRITE_FOR_COUNCIL) else frozenset()
