"""Something that waits for a person; each wing says its own."""

from dataclasses import dataclass

from portfolio.messages import Message


@dataclass(frozen=True, slots=True)
class Task:
    """Something that waits for a person: what, on which page, and whether it is late."""

    what: Message
    page: str
    late: bool = False
