"""How long a page switch takes in a browser: this application small and large, a nearly empty page, and a default one.

Run `python -m tests.benchmarks.page_switch`. All are measured in turn, round by round in one run, so that the ratios
hold when the machine's speed drifts. A switch is from the click on the menu until the new heading stands there, the
script has finished and nothing is stale.
"""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.many import filled
from tests.browser.conftest import FLAGS, HOME, SETTLED, chromium

ROUNDS = 12
PERSON = "person:ingrid-solbakken"
MENU = ("Forslag", "Rangering", "Finansiering", "Gevinster", "Oversikt")
EMPTY = "Bytt person"
DEFAULT = """
import pandas as pd, streamlit as st
rows = pd.DataFrame({"title": [f"Project {n}" for n in range(%d)], "cost": range(%d)})
def page(name):
    def show():
        st.title(name)
        st.dataframe(rows)
        st.bar_chart(rows.head(20), x="title", y="cost")
    show.__name__ = name
    return show
st.navigation([st.Page(page(n), title=n) for n in ("One", "Two", "Three", "Four", "Five")]).run()
"""


def main() -> None:
    """Measure, and print the medians, the 95th percentiles and their ratios to the default application."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        started = []
        pages: dict[str, tuple[Page, tuple[str, ...]]] = {}
        for count in (24, 1000):
            filled(folder / f"{count}.db", proposals=count).close()
            url, process = _start(
                HOME / "app.py", 8700 + count, {"PORTFOLIO_DATABASE": f"sqlite:///{folder / f'{count}.db'}"}
            )
            started.append(process)
            pages[f"ours, {count} proposals"] = (_open(browser, url, PERSON), MENU)
            pages[f"ours, {count}, nearly empty page"] = (_open(browser, url, PERSON), (EMPTY, "Metode"))
            script = folder / f"default{count}.py"
            script.write_text(DEFAULT % (count, count))
            url, process = _start(script, 8750 + count, {})
            started.append(process)
            pages[f"default Streamlit, {count} rows"] = (
                _open(browser, url, ""),
                ("Two", "Three", "Four", "Five", "One"),
            )
        times = _measured(pages)
        for process in started:
            process.terminate()
        browser.close()
    _tell(times)


def _measured(pages: dict[str, tuple[Page, tuple[str, ...]]]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = defaultdict(list)
    for turn in range(ROUNDS + 1):
        for name, (page, menu) in pages.items():
            for place in menu:
                taken = _switch(page, place)
                if turn and not (name.endswith("empty page") and place != EMPTY):
                    times[name].append(taken)
    return times


def _switch(page: Page, name: str) -> float:
    before = page.locator("h1").first.inner_text()
    link = page.locator("[data-testid=stSidebarNavLink]", has_text=name).first
    begun = time.perf_counter()
    link.click()
    page.wait_for_function("before => document.querySelector('h1')?.innerText !== before", arg=before)
    page.wait_for_function(SETTLED)
    return (time.perf_counter() - begun) * 1000


def _tell(times: dict[str, list[float]]) -> None:
    print(f"{'':42} {'p50 ms':>8} {'p95 ms':>8} {'p50 ratio':>10} {'p95 ratio':>10}")
    for name, taken in times.items():
        count = "1000" if "1000" in name else "24"
        base = times[f"default Streamlit, {count} rows"]
        p50, p95 = median(taken), quantiles(taken, n=20)[-1]
        ratios = (p50 / median(base), p95 / quantiles(base, n=20)[-1])
        print(f"{name:42} {p50:8.0f} {p95:8.0f} {ratios[0]:10.2f} {ratios[1]:10.2f}")


def _open(browser, url: str, person: str) -> Page:  # type: ignore[no-untyped-def]
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nb-NO", bypass_csp=True)
    cookies = {"language": "nb"} | ({"person": person} if person else {})
    context.add_cookies([{"name": k, "value": v, "url": url} for k, v in cookies.items()])
    page: Page = context.new_page()
    page.goto(url)
    page.locator("h1").first.wait_for()
    page.wait_for_function(SETTLED)
    return page


def _start(script: Path, port: int, settings: dict[str, str]) -> "tuple[str, subprocess.Popen[bytes]]":
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            str(script),
            "--server.port",
            str(port),
            "--server.headless",
            "true",
            "--browser.gatherUsageStats",
            "false",
        ],
        cwd=HOME if script.parent == HOME else script.parent,
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://localhost:{port}"
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return url, process
    raise RuntimeError(f"{script} did not start")


if __name__ == "__main__":
    main()
