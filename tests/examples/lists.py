"""Two real lists put into the template, and what becomes of each part of a row.

`as_it_stands` pastes the list in as it is, to show what a person would be told. `tidied` is what that person would
do next; nothing in the product knows these lists.

The 28 public cases (`public-cases.csv`)

* A row that says AGGREGATE in its notes is the total of a scheme and holds other rows; it is left out, since its
  amount would else be counted twice.
* The lists have no references, so each row gets one: NO-01 and onwards, by its place in the file.
* The owner is the first body named, and the others who are named are partners; «seks kommuner», «m.fl.» and the like
  name nobody. `OWNERS` says so one by one, and the owner as it is written stands first in the summary.
* The register knows state bodies by the names people use, such as Digdir; `SHORT` puts three full names right.
  Bodies that it still lacks are new, and of the state: every one of them is a state body.
* A range of years gives the first and the last year; an open range only the first. A contribution stands in the
  first year, with the range as its remark.
* The state's share is a commitment, so it is applied for and promised, and neither agreed nor paid. The list does
  not say which body pays, so it is «Staten (medfinansiering)».
* No total cost is known for any of them, and a blank cost is no cost line.
* A share without a year has no place in a budget. It is tried, and refused.
* Claimed benefits, their period and the notes are texts of the summary; the page is the source.

The Danish list of the regional fund 2014-2020 (107 projects)

* References are DK-001 and onwards. Four titles stand twice; they are different projects, and stay so.
* Dates give the first and the last year. The whole budget is one cost in the first year, with the dates as its
  remark: the list does not spread it. The fund's part is promised by the fund, in the first year.
* Amounts are Danish kroner, and are kept as figures: here they test exactness, and mean nothing in Norway.
* The beneficiary owns, the partners are partners, and all of them are new bodies of other kinds.
* The description is the summary; priority axis, region and rate are the lines of the need. Addresses and
  coordinates are not carried over.

What the reader itself does with a text: spaces beside each other become one, and those at the ends go. Line breaks
stay in long texts. A title is one line.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from portfolio.catalogue.reference import parties
from portfolio.names import name_of
from portfolio.objections import Objection
from portfolio.parties import PartyKind
from portfolio.sheets.filling.register import Register
from portfolio.words import words

DATA = Path(__file__).parent / "data"
STATE = "Staten (medfinansiering)"
FUND = "Den Europæiske Fond for Regionaludvikling"
OWNERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "Direktoratet for e-helse med Oslo, Bergen, Stavanger og Haugesund": (
        "Direktoratet for e-helse",
        ("0301 Oslo", "Bergen", "Stavanger", "Haugesund"),
    ),
    "Arbeids- og velferdsdirektoratet, KS og seks kommuner": ("Nav", ("KS",)),
    "Bufdir; KS teknisk ansvar": ("Bufdir", ("KS",)),
    "KS med Trondheim, Oslo, Bergen, Stavanger, Kristiansand, Bærum, Asker m.fl.": (
        "KS",
        ("Trondheim", "0301 Oslo", "Bergen", "Stavanger", "Kristiansand", "Bærum", "Asker"),
    ),
    "KS (DigiFin)": ("KS", ()),
    "KS med kommuner; helsenorge.no": ("KS", ()),
    "Direktoratet for e-helse og kommuner": ("Direktoratet for e-helse", ()),
    "Direktoratet for e-helse; Vegdirektoratet, Helsedirektoratet, Politiet m.fl.": (
        "Direktoratet for e-helse",
        ("Vegdirektoratet", "Helsedirektoratet", "Politiet"),
    ),
}
SHORT: Mapping[str, str] = {
    "Arbeids- og velferdsdirektoratet": "Nav",
    "Digitaliseringsdirektoratet": "Digdir",
    "Direktoratet for byggkvalitet": "DiBK",
}
TITLE, BUDGET, PART = (
    "Projektitel / Operation name",
    "Budget / Budget",
    "EU-medfinansiering / Union co-financing",
)
STARTS, ENDS = "Startdato / Operation start date", "Slutdato / Operation end date"
OWNER, PARTNERS = "Kontraktansvarlig partner / Beneficiary name", "Partere / Project partners"
AXIS, REGION = "Prioritetsakse / Priority axis", "Region / Region"
RATE = "EU-medfinansieringssats / Union co-financing rate"
TEXT = "Projektbeskrivelse"

Row = Mapping[str, str]


@dataclass(slots=True)
class Filling:
    """Rows for each sheet of the template, and the titles that were left out."""

    proposals: list[dict[str, object]] = field(default_factory=list)
    costs: list[dict[str, object]] = field(default_factory=list)
    contributions: list[dict[str, object]] = field(default_factory=list)
    parties: list[dict[str, object]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def sheets(self) -> dict[str, list[dict[str, object]]]:
        """Return the rows by sheet."""
        return {name: getattr(self, name) for name in ("proposals", "costs", "contributions", "parties")}


def public_cases() -> list[Row]:
    """Return the rows of the public cases."""
    return _rows("public-cases.csv")


def danish_list() -> list[Row]:
    """Return the rows of the Danish list."""
    return _rows("dk_erdf_projects_2014_2020.csv")


def public_cases_as_they_stand() -> Filling:
    """Return the public cases with every cell as the list has it."""
    made = Filling()
    for number, row in enumerate(public_cases(), 1):
        reference, year = f"NO-{number:02}", row["year"]
        made.proposals.append(
            {
                "reference": reference,
                "title": row["name"],
                "owner_party": row["owner"],
                "starts": year,
                "summary": row["claimed_benefits"],
                "source": row["source_url"],
            }
        )
        if row["state_share_nok"]:
            made.contributions.append(
                {"reference": reference, "party": "Staten", "year": year, "applied": row["state_share_nok"]}
            )
    return made


def public_cases_tidied(*, undated: bool = True) -> Filling:
    """Return the public cases put right by hand; without `undated`, shares that have no year are left out."""
    made = Filling()
    bodies = [STATE]
    for number, row in enumerate(public_cases(), 1):
        if "AGGREGATE" in row["notes"]:
            made.left_out.append(row["name"])
            continue
        reference = f"NO-{number:02}"
        owner, partners = owners(row)
        bodies += [owner, *partners]
        starts, ends = years(row["year"])
        made.proposals.append(
            {
                "reference": reference,
                "title": row["name"],
                "owner_party": owner,
                "partners": "; ".join(partners),
                "summary": public_summary(row),
                "starts": starts,
                "ends": ends,
                "source": row["source_url"],
            }
        )
        if row["state_share_nok"] and (starts or undated):
            amount = int(row["state_share_nok"])
            made.contributions.append(
                {
                    "reference": reference,
                    "party": STATE,
                    "year": starts,
                    "applied": amount,
                    "promised": amount,
                    "note": f"Kilden: {row['year']}" if ends else None,
                }
            )
    made.parties = _new(bodies, PartyKind.STATE)
    return made


def danish_list_as_it_stands() -> Filling:
    """Return the Danish list with every cell as the list has it."""
    made = Filling()
    for number, row in enumerate(danish_list(), 1):
        reference = f"DK-{number:03}"
        made.proposals.append(
            {
                "reference": reference,
                "title": row[TITLE],
                "owner_party": row[OWNER],
                "starts": row[STARTS],
                "ends": row[ENDS],
                "summary": row[TEXT],
            }
        )
        made.costs.append({"reference": reference, "year": row[STARTS][-4:], "amount": row[BUDGET]})
    return made


def danish_list_tidied() -> Filling:
    """Return the Danish list put right by rule."""
    made = Filling()
    bodies = [FUND]
    for number, row in enumerate(danish_list(), 1):
        reference, starts = f"DK-{number:03}", int(row[STARTS][-4:])
        bodies += [row[OWNER], *danish_partners(row)]
        made.proposals.append(
            {
                "reference": reference,
                "title": row[TITLE],
                "owner_party": row[OWNER],
                "partners": "\n".join(danish_partners(row)),
                "summary": row[TEXT],
                "need": danish_need(row),
                "starts": starts,
                "ends": int(row[ENDS][-4:]),
            }
        )
        made.costs.append(
            {
                "reference": reference,
                "year": starts,
                "amount": danish_amount(row[BUDGET]),
                "note": f"{row[STARTS]}-{row[ENDS]}",
            }
        )
        part = danish_amount(row[PART])
        made.contributions.append(
            {"reference": reference, "party": FUND, "year": starts, "applied": part, "promised": part}
        )
    made.parties = _new(bodies, PartyKind.OTHER)
    return made


def owners(row: Row) -> tuple[str, tuple[str, ...]]:
    """Return who owns a public case, and its partners, as the register calls them."""
    return OWNERS.get(row["owner"], (SHORT.get(row["owner"], row["owner"]), ()))


def years(text: str) -> tuple[int | None, int | None]:
    """Return the first and the last year of a text.

    >>> years("2019"), years("2016-2022"), years("2017-"), years("")
    ((2019, None), (2016, 2022), (2017, None), (None, None))
    """
    found = [int(each) for each in re.findall(r"\d{4}", text)]
    return (found[0] if found else None), (found[1] if len(found) > 1 else None)


def danish_amount(text: str) -> Decimal:
    """Return an amount with dots between thousands.

    >>> danish_amount("15.414.794")
    Decimal('15414794')
    """
    return Decimal(text.replace(".", ""))


def danish_partners(row: Row) -> list[str]:
    """Return the partners, which stand one a line with a full stop between."""
    return [
        each.strip().removesuffix(".").strip() for each in row[PARTNERS].split("\n") if each.strip(" .\t")
    ]


def danish_need(row: Row) -> str:
    """Return what has no column of its own, a line each."""
    return f"{row[AXIS]}\nRegion: {row[REGION]}\nSats: {row[RATE]}"


def public_summary(row: Row) -> str:
    """Return what has no column of its own, a line each, and the owner as the list has it."""
    lines = {
        "Eier i kilden": row["owner"],
        "År i kilden": row["year"],
        "Gevinst i kilden": row["claimed_benefits"],
        "Periode i kilden": row["benefit_period"],
        "Merknad i kilden": row["notes"],
    }
    return "\n".join(f"{name}: {text}" for name, text in lines.items() if text)


def plain(text: str) -> str:
    """Return a text as it is compared: each line with single spaces, nothing else taken away."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def _new(names: Sequence[str], kind: PartyKind) -> list[dict[str, object]]:
    """Return the bodies the register lacks, once each."""
    register, kept = Register(parties()), {}
    for name in names:
        try:
            register.find(name)
        except Objection:
            kept.setdefault(" ".join(name.split()).casefold(), name)
    return [{"name": name, "kind": words("nb")(name_of(kind))} for name in kept.values()]


def _rows(name: str) -> list[Row]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))
