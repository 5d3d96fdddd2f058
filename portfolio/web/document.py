"""The one HTML document of the pages, put into the reader's language before it leaves."""

import re
from html import escape

from portfolio.given import Language
from portfolio.messages import N_
from portfolio.web.builtin import address_of_script, address_of_style
from portfolio.words import words

NAME = "Fellesporteføljen"
NO_SCRIPT = N_("These pages need JavaScript. Turn it on in your browser, and load the page again.")
FONTS = ("inter-latin-wght-normal.woff2", "source-serif-4-latin-wght-normal.woff2")

_ROOT = '<div id="root">'
_MODULE = '<script type="module"'
_LEFT_OUT = (
    re.compile(r"(?<=>)\s*<!--.*?-->", re.DOTALL),
    re.compile(r"<noscript>.*?</noscript>", re.DOTALL),
    re.compile(r'<link\s[^>]*rel="service-desc"[^>]*>'),
    re.compile(r'<link\s[^>]*rel="preload"[^>]*as="font"[^>]*>'),
    re.compile(r"<script>\s*window\.prerenderReady\s*=\s*false;?\s*</script>"),
    re.compile(r'<link\s[^>]*rel="shortcut icon"[^>]*>'),
    re.compile(r"<title>.*?</title>", re.DOTALL),
)


def in_language(html: str, language: Language) -> str:
    """Return Streamlit's document as ours: language, name, icon, fonts, our script first. Others as they are."""
    if _ROOT not in html:
        return html
    for part in _LEFT_OUT:
        html = part.sub("", html)
    html = re.sub(r'<html lang="[^"]*"', f'<html lang="{language}"', html, count=1)
    html = html.replace(_MODULE, f"{_head(language)}{_MODULE}", 1)
    return html.replace(_ROOT, f"<noscript><p>{escape(words(language)(NO_SCRIPT))}</p></noscript>{_ROOT}", 1)


def _head(language: Language) -> str:
    preloads = (
        f'<link rel="preload" href="./app/static/fonts/{each}" as="font" type="font/woff2" crossorigin>'
        for each in FONTS
    )
    return "".join(
        (
            f"<title>{NAME}</title>",
            '<link rel="shortcut icon" href="./app/static/icon.png">',
            '<link rel="apple-touch-icon" href="./app/static/icon-180.png">',
            *preloads,
            f'<script src="./{address_of_script(language)}"></script>',
            f'<link rel="stylesheet" href="./{address_of_style()}">',
        )
    )
