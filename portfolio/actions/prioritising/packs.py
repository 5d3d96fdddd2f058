"""A round frozen as it is concluded."""

from portfolio.lookups.packs import packed
from portfolio.prioritising.packs import Pack, canonical, digest_of, pack_id
from portfolio.prioritising.rounds import Round, RoundPhase
from portfolio.store.writing import Writer


def freeze(writer: Writer, round_: Round) -> None:
    """Freeze a round if it is concluded and its last pack is of another time that it was."""
    if round_.phase is not RoundPhase.CLOSED:
        return
    content, earlier = packed(writer, round_), writer.all(Pack, round=round_.id)
    digest, head = digest_of(content), writer.head()
    told = {"content": content, "digest": digest, "trail": {"seq": head.seq, "digest": head.digest}}
    if any(each.digest == digest for each in earlier):
        return
    id = pack_id(round_.id, len(earlier) + 1)
    writer.add(Pack(id=id, round=round_.id, digest=digest, text=canonical(told)))
