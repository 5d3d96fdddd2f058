"""What a workbook checks about itself, by formula."""

from typing import Annotated, Literal

from pydantic import Field

from portfolio.catalogue.exports.fields import Name
from portfolio.given import Given, InLanguages


class TotalCheck(Given):
    """A column's sum on each sheet against the sum of what the report itself holds for the first of them.

    With `by`, one check for each value of that column.
    """

    kind: Literal["total"]
    label: InLanguages
    column: Name
    sheets: tuple[Name, ...] = Field(min_length=1)
    by: Name | None = None


class AddsUpCheck(Given):
    """How many rows of a sheet whose parts, after what is taken off them, do not sum to the whole."""

    kind: Literal["adds_up"]
    label: InLanguages
    sheet: Name
    parts: tuple[Name, ...] = Field(min_length=2)
    less: tuple[Name, ...] = ()
    whole: Name


class ShareCheck(Given):
    """Each row's share of the whole, summed, against the sum of the parts."""

    kind: Literal["share_of"]
    label: InLanguages
    sheet: Name
    share: Name
    part: Name
    whole: Name


Check = Annotated[TotalCheck | AddsUpCheck | ShareCheck, Field(discriminator="kind")]
