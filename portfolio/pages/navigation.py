"""All the pages, who finds which in the menu, and the frame around them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from portfolio.given import LANGUAGES
from portfolio.messages import N_
from portfolio.objections import Objection
from portfolio.pages import history, overview, people
from portfolio.pages.desk.desk import Desk
from portfolio.pages.desk.texts import drawn, plain
from portfolio.pages.door import who
from portfolio.pages.funding import overview as funding
from portfolio.pages.prioritising import assessment, methods, ranking, rounds
from portfolio.pages.proposals import importing, proposals
from portfolio.pages.realising import benefits, readings
from portfolio.people import Verb
from portfolio.settings import HOME

ICON = HOME / "static" / "icon.png"

Show = Callable[[Desk], None]


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page: its address, its name, its drawing, its heading in the menu, and who finds it there."""

    path: str
    title: str
    show: Show
    section: str
    icon: str
    verbs: tuple[Verb, ...] = (Verb.READ,)


MENU = (
    MenuEntry("", N_("Overview"), overview.show, "", "home"),
    MenuEntry("forslag", N_("Proposals"), proposals.show, N_("Prioritise"), "description"),
    MenuEntry("vurdering", N_("Assess"), assessment.show, N_("Prioritise"), "edit_note", (Verb.ASSESS,)),
    MenuEntry("rangering", N_("Ranking"), ranking.show, N_("Prioritise"), "format_list_numbered"),
    MenuEntry(
        "kontroll",
        N_("Rounds and checks"),
        rounds.show,
        N_("Prioritise"),
        "fact_check",
        (Verb.ANSWER_GATES, Verb.RUN_ROUNDS),
    ),
    MenuEntry(
        "import",
        N_("Import from Excel"),
        importing.show,
        N_("Prioritise"),
        "upload_file",
        (Verb.IMPORT_PROPOSALS,),
    ),
    MenuEntry("finansiering", N_("Funding"), funding.show, N_("Fund"), "account_balance"),
    MenuEntry(
        "malinger",
        N_("My measurements"),
        readings.show,
        N_("Realise"),
        "monitoring",
        (Verb.REPORT_OWN_READING, Verb.REPORT_ANY_READING),
    ),
    MenuEntry("gevinster", N_("Benefits"), benefits.show, N_("Realise"), "trending_up"),
    MenuEntry("metode", N_("Method"), methods.show, N_("About"), "balance"),
    MenuEntry("historikk", N_("Change log"), history.show, N_("About"), "history", (Verb.READ_TRAIL,)),
    MenuEntry("personer", N_("People"), people.show, N_("About"), "group", (Verb.MANAGE_PEOPLE,)),
    MenuEntry("hvem", N_("Change person"), who.show, N_("About"), "switch_account"),
)


def run(desk: Desk, *, start: str | None = None) -> None:
    """Draw the frame and the page asked for. `start` names the first page, for tests."""
    words = desk.words
    sections: dict[str, list[st.Page]] = {}
    for entry in MENU:
        first = entry.path == (start if start is not None else "")
        page = st.Page(
            partial(_draw, desk, entry),
            title=words(entry.title),
            icon=f":material/{entry.icon}:",
            url_path=entry.path or "oversikt",
            default=first,
            visibility="visible" if any(desk.may(verb) for verb in entry.verbs) else "hidden",
        )
        sections.setdefault(words(entry.section) if entry.section else "", []).append(page)
    chosen = st.navigation(sections, position="sidebar", expanded=True)
    st.set_page_config(page_title=f"{chosen.title} – Fellesporteføljen", page_icon=str(ICON), layout="wide")
    logo()
    _margin(desk)
    chosen.run()


def logo() -> None:
    """Draw the mark that fits a light or dark page."""
    shade = "dark" if st.context.theme.type == "dark" else "light"
    st.logo(
        str(HOME / "static" / f"logo-{shade}.svg"),
        icon_image=str(HOME / "static" / "icon.svg"),
        size="large",
    )


def _draw(desk: Desk, entry: MenuEntry) -> None:
    """Draw a page, or why the person may not see it; a refusal that no form caught stands as a sentence."""
    if not any(desk.may(verb) for verb in entry.verbs):
        st.title(desk.words(entry.title), anchor=False)
        st.info(desk.words("This page is for another role. Change person, or ask the secretariat."))
        return
    try:
        entry.show(desk)
    except Objection as objection:
        st.warning(drawn(desk, objection.message))


def _margin(desk: Desk) -> None:
    """Who sits here, and the three languages."""
    with st.sidebar:
        roles = ", ".join(desk.words.name(role) for role in desk.person.roles)
        st.caption(f"{plain(desk.person.name)}  \n{plain(roles)}")
        names = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
        others = [each for each in LANGUAGES if each != desk.language]
        st.caption(" · ".join(f"[{names[each]}](/language/{each})" for each in others))
