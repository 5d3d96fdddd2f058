"""How a workbook points at what its report holds."""

from typing import Annotated

from pydantic import Field

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""A field of a report, or the key of a sheet: forty signs, as long as any name in the code should be."""
Way = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", max_length=80)]
"""A field of a report, or a field of what it holds: `round.title`. Two names, so twice as long."""
