"""What holds for every page: no barrier, no page wider than the screen, a link past the head."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, expect

from tests.browser.tasks import (
    PHISHING,
    compare,
    hand_in,
    judge_file,
    judge_text,
    open_thread,
    read_notice,
    search,
    submit,
    tell,
)
from tests.browser.visitor import Visitor, Way, visitor
from tools.serving import Serving

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
LOOKS = (Way("desk"), Way("phone", hand="finger", lang="en", width=375))
PAGES = (
    "/", "/about", "/breach", "/breach/affected", "/breach/read", "/breach/2024-0001",
    "/help", "/help/contacts", "/help/know", "/help/consult", "/help/consult/open",
)  # fmt: skip


def _incident(visit: Visitor, folder: Path) -> None:
    search(visit, "しおさい堂")


def _affected(visit: Visitor, folder: Path) -> None:
    visit.go("/breach/affected")
    compare(visit, folder)


def _no_table(visit: Visitor, folder: Path) -> None:
    (folder / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    visit.go("/breach/affected")
    visit.choose(visit.find("main input[type=file]"), folder / "a.csv")
    visit.press(submit(visit, "affected"))


def _sheet(visit: Visitor, folder: Path) -> None:
    tell(visit, "card")
    visit.press(visit.find("form[action$='/sheet'] button[type=submit]:not([formaction])"))


def _receipt(visit: Visitor, folder: Path) -> None:
    hand_in(visit, "どうしたらよいでしょうか。")


def _thread(visit: Visitor, folder: Path) -> None:
    open_thread(visit, hand_in(visit, "どうしたらよいでしょうか。"))


def _empty(visit: Visitor, folder: Path) -> None:
    visit.go("/")
    visit.press(submit(visit, "/check"))


def _topic(visit: Visitor, folder: Path) -> None:
    visit.go("/help/know")
    visit.press(visit.find("main a[href*='know/']"))


def _all(visit: Visitor, folder: Path) -> None:
    visit.go("/help")
    for box in visit.page.locator("main input[type=checkbox]").all():
        box.check()
    visit.press(submit(visit, "/help/plan"))


ANSWERS: dict[str, Callable[[Visitor, Path], None]] = {
    "verdict of a mail": lambda visit, _: judge_file(visit, PHISHING),
    "verdict of a text": lambda visit, _: judge_text(visit),
    "verdict of a few words": lambda visit, _: judge_text(visit, "明日の会議は3時からです。"),
    "nothing to judge": _empty,
    "incidents found": _incident,
    "statement compared": _affected,
    "no table": _no_table,
    "notice read": lambda visit, _: read_notice(visit),
    "plan": lambda visit, _: tell(visit, "card", "paid_bank", "takeover"),
    "plan for everything": _all,
    "nothing told": lambda visit, _: tell(visit),
    "sheet": _sheet,
    "topic": _topic,
    "receipt": _receipt,
    "thread": _thread,
    "wrong code": lambda visit, _: open_thread(visit, "ABCD-EFGH"),
}


def barriers(visit: Visitor) -> list[str]:
    """What axe finds, in light and in dark: rule, place, words."""
    expect(visit.page.locator("h1")).to_be_visible()
    visit.page.wait_for_load_state("load")
    found = []
    for scheme in ("light", "dark"):
        visit.page.emulate_media(color_scheme="light" if scheme == "light" else "dark")
        for one in Axe().run(visit.page, options=RULES).response["violations"]:
            found += [
                f"{scheme} {one['id']}: {node['target']} {node['failureSummary'][:160]!r}"
                for node in one["nodes"]
            ]
    return found


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_barrier(browser: Browser, site: Serving, look: Way, path: str) -> None:
    with visitor(browser, site.url, look) as somebody:
        somebody.go(path)
        assert barriers(somebody) == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("name", ANSWERS)
def test_no_answer_has_a_barrier(
    browser: Browser, site: Serving, look: Way, name: str, tmp_path: Path
) -> None:
    with visitor(browser, site.url, look) as somebody:
        ANSWERS[name](somebody, tmp_path)
        assert barriers(somebody) == []


def test_a_barrier_is_found(browser: Browser, site: Serving) -> None:
    pale = (
        "document.querySelector('main p').style.color = 'color-mix(in srgb, CanvasText 5%, Canvas)'"
    )
    with visitor(browser, site.url, Way("desk")) as somebody:
        somebody.go("/about")
        somebody.page.evaluate(pale)
        somebody.page.evaluate("document.querySelector('img').removeAttribute('alt')")
        found = " ".join(barriers(somebody))
    assert "light color-contrast" in found
    assert "dark color-contrast" in found
    assert "image-alt" in found


@pytest.mark.parametrize("width", [375, 320])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_no_page_is_wider_than_a_phone(
    browser: Browser, site: Serving, width: int, lang: str, tmp_path: Path
) -> None:
    way = Way("phone", hand="finger", lang="ja" if lang == "ja" else "en", width=width)
    wide = {}
    with visitor(browser, site.url, way) as somebody:
        for path in PAGES:
            somebody.go(path)
            wide[path] = somebody.overflow()
        for name, come_to in ANSWERS.items():
            come_to(somebody, tmp_path)
            expect(somebody.page.locator("h1")).to_be_visible()
            wide[name] = somebody.overflow()
    assert {name: by for name, by in wide.items() if by > 0} == {}


@pytest.mark.parametrize("scripts", [True, False])
def test_the_first_link_leads_past_the_head(browser: Browser, site: Serving, scripts: bool) -> None:
    way = Way("keyboard", hand="keyboard", scripts=scripts)
    with visitor(browser, site.url, way) as somebody:
        somebody.go("/")
        somebody.page.keyboard.press("Tab")
        skip = somebody.find("a.skip")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        somebody.page.keyboard.press("Enter")
        somebody.page.keyboard.press("Tab")
        inside = somebody.page.evaluate("() => Boolean(document.activeElement.closest('main'))")
        assert inside


@pytest.mark.parametrize("path", PAGES)
def test_all_that_can_be_used_is_reached_by_tab_with_its_focus_seen(
    browser: Browser, site: Serving, path: str
) -> None:
    with visitor(browser, site.url, Way("keyboard", hand="keyboard")) as somebody:
        somebody.go(path)
        usable = (
            "a[href], button, input:not([type=hidden], [type=radio]), select, textarea, summary"
        )
        targets = somebody.page.locator(f":is({usable}):visible:enabled")
        for target in targets.all():
            somebody.reach(target)


@pytest.mark.parametrize("path", PAGES)
def test_the_other_language_is_one_link_away(browser: Browser, site: Serving, path: str) -> None:
    with visitor(browser, site.url, Way("mouse")) as somebody:
        somebody.go(path)
        somebody.press(somebody.find("a.switch"))
        expect(somebody.page.locator("html")).to_have_attribute("lang", "en")
        somebody.press(somebody.find("a.switch"))
        expect(somebody.page.locator("html")).to_have_attribute("lang", "ja")
        assert somebody.page.url == site.url + path
