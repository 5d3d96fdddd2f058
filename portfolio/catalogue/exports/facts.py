"""What stands on the first sheet of a workbook."""

from typing import Annotated, Literal

from pydantic import Field

from portfolio.catalogue.exports.fields import Name, Way
from portfolio.given import Given, InLanguages


class FieldFact(Given):
    """A fact of the report; with `shown_if` only where that field of the report is true."""

    kind: Literal["field"]
    label: InLanguages
    field: Way
    shown_if: Way | None = None


class TextFact(Given):
    """A sentence for the reader; with `shown_if` only where that field of the report is true."""

    kind: Literal["text"]
    label: InLanguages
    text: InLanguages
    shown_if: Way | None = None


class ImprintFact(Given):
    """All that every workbook says of what it rests on, the same in each."""

    kind: Literal["imprint"]


class DigestFact(Given):
    """The sha256 of the report's data."""

    kind: Literal["digest"]
    label: InLanguages


class VerdictFact(Given):
    """Whether all the checks on a sheet hold."""

    kind: Literal["verdict"]
    label: InLanguages
    sheet: Name


Fact = Annotated[FieldFact | TextFact | ImprintFact | DigestFact | VerdictFact, Field(discriminator="kind")]
