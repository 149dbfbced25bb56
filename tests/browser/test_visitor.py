"""The watch over the pages sees what it is there for."""

import pytest
from playwright.sync_api import Browser

from tests.browser.visitor import Visitor, Way, visitor
from tools.serving import Serving

PLACE = "/static/style.css?invented"  # an address of the site whose answer is put in its place
POLICY = "default-src 'none'; script-src 'unsafe-inline'; img-src *"


def shown(somebody: Visitor, html: str) -> None:
    """Open a page of this text at an address of the site."""
    headers = {"content-type": "text/html", "content-security-policy": POLICY}
    somebody.page.route(
        "**/static/style.css?invented",
        lambda route: route.fulfill(body="<!doctype html>" + html, headers=headers),
    )
    somebody.page.goto(somebody.site + PLACE)
    somebody.page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<script>alert(1)</script>", "dialog: 1"),
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<script>undefined.x</script>", "script: "),
        ("<img src='http://evil.example/a.png'>", "request to http://evil.example/a.png"),
        ("<style>p{color:red}</style>", "policy: style-src-elem inline"),
        ("<img src='/static/none.png'>", "404 for "),
    ],
)
def test_whatever_must_never_happen_is_seen(
    browser: Browser, site: Serving, html: str, told: str
) -> None:
    with pytest.raises(AssertionError) as seen, visitor(browser, site.url, Way("a")) as somebody:
        shown(somebody, html)
    assert told in str(seen.value)


def test_a_quiet_page_passes(browser: Browser, site: Serving) -> None:
    with visitor(browser, site.url, Way("a")) as somebody:
        shown(somebody, "<p>x")


def test_a_focus_that_cannot_be_seen_is_told(browser: Browser, site: Serving) -> None:
    hidden = "<script>addEventListener('focusin', e => e.target.style.outline = 'none')</script>"
    with visitor(browser, site.url, Way("a", hand="keyboard")) as somebody:
        shown(somebody, "<a href='#a'>x</a>" + hidden)
        with pytest.raises(AssertionError, match="no visible focus"):
            somebody.reach(somebody.find("a"))


def test_what_tab_does_not_reach_is_told(browser: Browser, site: Serving) -> None:
    with visitor(browser, site.url, Way("a", hand="keyboard", scripts=False)) as somebody:
        shown(somebody, "<a href='#a'>x</a><b>y</b>")
        somebody.reach(somebody.find("a"))
        with pytest.raises(AssertionError, match="not reached by Tab"):
            somebody.reach(somebody.find("b"))


def test_a_page_that_is_too_wide_is_told(browser: Browser, site: Serving) -> None:
    phone = Way("a", hand="finger", width=320)
    with visitor(browser, site.url, phone) as somebody:
        shown(somebody, "<meta name=viewport content=width=device-width><pre>" + "x" * 400)
        assert somebody.overflow() > 0
