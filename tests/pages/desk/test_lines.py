"""A line of a page is the same line as Markdown, as HTML and as words."""

import re
from html import unescape

from hypothesis import given
from hypothesis.strategies import text

from portfolio.pages.desk.lines import Link, Strong, Struck, as_html, as_markdown, as_text, link

LINE = (Strong("Over <fristen>"), " · ", Struck("*Søkt*"), " ", Link("2026-001", "/forslag?id=a"))


def test_each_piece_is_drawn_and_what_people_wrote_stays_text() -> None:
    assert as_text(LINE) == "Over <fristen> · *Søkt* 2026-001"
    assert as_markdown(LINE) == r"**Over \<fristen\>** · ~~\*Søkt\*~~ [2026\-001](/forslag?id=a)"
    assert as_html(LINE) == (
        "<strong>Over &lt;fristen&gt;</strong> · <s>*Søkt*</s> "
        '<a href="/forslag?id=a" target="_blank"><span class="whole">2026-001</span></a>'
    )


def test_a_link_is_to_a_page_of_ours_whatever_its_name_says() -> None:
    assert str(link("](//evil)", "forslag", id="prosjekt:1")) == r"[\]\(//evil\)](/forslag?id=prosjekt:1)"
    assert str(link("Alle", "forslag")) == "[Alle](/forslag)"


def test_an_id_of_any_signs_stays_within_the_address() -> None:
    assert link("A", "forslag", id='a"&b=ø').address == "/forslag?id=a%22%26b%3D%C3%B8"


@given(text())
def test_whatever_is_written_opens_no_element_and_loses_no_sign(written: str) -> None:
    html = as_html(written)
    assert unescape(re.sub(r'<span class="whole">|</span>', "", html)) == unescape(
        written.replace("&", "&amp;")
    )
    assert set(re.findall(r"<[^>]*>", html)) <= {'<span class="whole">', "</span>"}
