"""Pictures of the main pages, as they stand in docs/: ``python -m tools.screenshots [OUTDIR]``.

A real server with invented data, a real Chromium; every page in Japanese and in English. What
depends on the time of day (is a desk open now?) is as it is when this runs; all else stays the same.
"""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from tools.chromium import chromium
from tools.palette import fewer_colours
from tools.serving import ROOT, desk_key, ledger, serving

WIDTH, TALLEST, ALL_MB = 900, 1300, 2
"""Pixels of a picture, and megabytes that all of them together may have."""
PHISHING = ROOT / "examples" / "phishing.eml"
PICTURES = ROOT / "docs" / "pictures"


def _check(page: Page, site: str) -> None:
    page.goto(site + "/")


def _answer(page: Page, site: str) -> None:
    _check(page, site)
    page.set_input_files("form#check input[type=file]", PHISHING)
    page.click("form#check button[type=submit]")


def _marks(page: Page, site: str) -> None:
    _answer(page, site)
    page.locator("h2#mail").evaluate("(one) => one.scrollIntoView()")


def _breach(page: Page, site: str) -> None:
    page.goto(site + "/breach")


def _incident(page: Page, site: str) -> None:
    _breach(page, site)
    page.click("ul.incidents a")


def _help(page: Page, site: str) -> None:
    page.goto(site + "/help")


def _plan(page: Page, site: str) -> None:
    _help(page, site)
    for situation in ("card", "clicked"):
        page.check(f"input[name=situations][value={situation}]")
    page.click("main form button[type=submit]")


def _sheet(page: Page, site: str) -> None:
    _plan(page, site)
    page.click("form[action$='/sheet'] button[type=submit]:not([formaction])")


def _consultation(page: Page, site: str) -> None:
    page.goto(site + "/help/consult")


PAGES: dict[str, Callable[[Page, str], None]] = {
    "check": _check,
    "answer": _answer,
    "marks": _marks,
    "breach": _breach,
    "incident": _incident,
    "help": _help,
    "plan": _plan,
    "sheet": _sheet,
    "consultation": _consultation,
}


def take(browser: Browser, url: str, folder: Path) -> int:
    """Every picture into the folder; gives the bytes of all of them."""
    total = 0
    for lang in ("ja", "en"):
        context = browser.new_context(
            locale="ja-JP" if lang == "ja" else "en-GB",
            timezone_id="Asia/Tokyo",
            viewport={"width": WIDTH, "height": TALLEST},
            reduced_motion="reduce",
        )
        desk = context.new_page()  # an empty page, without the site's policy
        for name, come_to in PAGES.items():
            page = context.new_page()
            come_to(page, url + ("/en" if lang == "en" else ""))
            page.wait_for_load_state("networkidle")
            tall = page.evaluate("document.documentElement.scrollHeight - Math.ceil(scrollY)")
            clip = {"x": 0, "y": 0, "width": WIDTH, "height": min(TALLEST, tall)}
            file = folder / f"{name}-{lang}.png"
            taken = page.screenshot(clip=clip)  # type: ignore[arg-type]
            file.write_bytes(fewer_colours(desk, taken))
            total += file.stat().st_size
            page.close()
        context.close()
    return total


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=PICTURES)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        database = ledger(Path(name) / "mayoke.db")
        with serving(database=database, desk=desk_key()) as server, chromium() as browser:
            total = take(browser, server.url, folder)
    print(f"{2 * len(PAGES)} pictures, {total / 1e6:.2f} MB, in {folder}")
    if total > ALL_MB * 1e6:
        raise SystemExit(f"more than {ALL_MB} MB")


if __name__ == "__main__":
    main()
