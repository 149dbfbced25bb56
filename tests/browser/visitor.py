"""Somebody before the page: by mouse, keyboard or finger, with JavaScript or without."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Response

Lang = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody uses the page; ``width`` in CSS pixels."""

    name: str
    hand: Literal["mouse", "keyboard", "finger"] = "mouse"
    lang: Lang = "ja"
    scripts: bool = True
    dark: bool = False
    width: int = 1000

    def __str__(self) -> str:
        return f"{self.name}-{self.lang}"


WAYS = (
    Way("mouse"),
    Way("mouse", lang="en"),
    Way("keyboard", hand="keyboard"),
    Way("phone", hand="finger", width=375),
    Way("phone-dark", hand="finger", lang="en", width=375, dark=True),
    Way("no-scripts", scripts=False),
    Way("no-scripts", scripts=False, lang="en"),
)
_HEIGHT = 812
_TABS = 300
_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error("policy: " + event.violatedDirective + " " + event.blockedURI));
"""
_FOCUS_SHOWS = """(element) => {
  const shown = (one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1)
      || style.boxShadow !== "none";
  };
  return [element, ...(element.labels || [])].some(shown);
}"""
_FOCUSED = "(element) => document.activeElement === element"


@dataclass
class Watch:
    """Notes whatever must never happen, while somebody uses the page."""

    site: str
    faults: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    """Addresses whose page was told to be refused: the browser tells that as an error, too."""

    def over(self, context: BrowserContext) -> None:
        """Watch everything in this context."""
        context.on("request", lambda request: self.request(request.url))
        context.on("console", self.console)
        context.on("dialog", self.dialog)
        context.on("weberror", lambda error: self.faults.append(f"script: {error.error}"))
        context.on("response", self.response)

    def request(self, url: str) -> None:
        """A request leaves; only our own server may be asked (``blob:`` never leaves)."""
        if not url.startswith((self.site + "/", "blob:" + self.site)):
            self.faults.append(f"request to {url[:200]}")

    def response(self, response: Response) -> None:
        """An answer; a page that tells of bad input has a status of its own."""
        if response.status >= 400:
            if response.request.is_navigation_request() and response.status < 500:
                self.refused.add(response.url)
            elif response.request.resource_type not in {"fetch", "xhr"}:
                self.faults.append(f"{response.status} for {response.url}")
            else:
                self.refused.add(response.url)

    def console(self, message: ConsoleMessage) -> None:
        """A line in the console; a violation of the policy is one."""
        told = message.location.get("url", "") in self.refused and "status of 4" in message.text
        if message.type == "error" and not told:
            self.faults.append(f"console: {message.text[:300]}")

    def dialog(self, dialog: Any) -> None:
        """A box that a script opened."""
        self.faults.append(f"dialog: {dialog.message[:100]}")
        dialog.dismiss()


@dataclass(slots=True)
class Visitor:
    """Does what a person does, the way that person does it."""

    way: Way
    page: Page
    site: str
    watch: Watch

    def go(self, path: str) -> None:
        """Open a page of the site in the visitor's language."""
        prefix = "/en" if self.way.lang == "en" else ""
        answer = self.page.goto(self.site + prefix + path)
        assert answer is not None
        assert answer.status == 200, f"{answer.status} for {path}"

    def find(self, selector: str) -> Locator:
        """What is on the page; the first of several."""
        return self.page.locator(selector).first

    def reach(self, target: Locator) -> None:
        """By keyboard alone: press Tab until it has the focus, which must be seen."""
        target.wait_for(state="attached")
        element = target.element_handle()
        for _ in range(_TABS):
            if self.page.evaluate(_FOCUSED, element):
                assert element.evaluate(_FOCUS_SHOWS), f"no visible focus: {target}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not reached by Tab: {target}")

    def press(self, target: Locator) -> None:
        """Activate a button or follow a link."""
        if self.way.hand == "keyboard":
            self.reach(target)
            self.page.keyboard.press("Enter")
        elif self.way.hand == "finger":
            target.tap()
        else:
            target.click()

    def tick(self, box: Locator) -> None:
        """Tick a box or choose a radio button."""
        if self.way.hand == "keyboard":
            self.reach(box)
            self.page.keyboard.press("Space")
        elif self.way.hand == "finger":
            box.tap()
        else:
            box.click()
        assert box.is_checked()

    def write(self, target: Locator, text: str) -> None:
        """Write, or paste, into a field."""
        if self.way.hand == "keyboard":
            self.reach(target)
        elif self.way.hand == "finger":
            target.tap()
        else:
            target.click()
        self.page.keyboard.insert_text(text)

    def choose(self, field_: Locator, file: Path) -> None:
        """Choose a file (the box of the system, in which one does, is no part of the page)."""
        if self.way.hand == "keyboard":
            self.reach(field_)
        field_.set_input_files(file)

    def unfold(self, summary: Locator) -> None:
        """Open a part that is folded away, unless it is open."""
        if not summary.evaluate("(one) => one.parentElement.open"):
            self.press(summary)

    def overflow(self) -> int:
        """CSS pixels by which the page is wider than the screen, once its styles are there."""
        self.page.wait_for_load_state("load")
        wide = self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        return int(wide)


@contextlib.contextmanager
def visitor(browser: Browser, site: str, way: Way) -> Iterator[Visitor]:
    """Somebody with a fresh browser. Raises AssertionError at the end for what went wrong beside."""
    context = browser.new_context(
        locale="ja-JP" if way.lang == "ja" else "en-GB",
        timezone_id="Asia/Tokyo",
        java_script_enabled=way.scripts,
        color_scheme="dark" if way.dark else "light",
        viewport={"width": way.width, "height": _HEIGHT},
        has_touch=way.hand == "finger",
        is_mobile=way.hand == "finger",
    )
    context.set_default_timeout(6_000)
    watch = Watch(site)
    watch.over(context)
    if way.scripts:
        context.add_init_script(_VIOLATIONS)
    try:
        yield Visitor(way, context.new_page(), site, watch)
    finally:
        context.close()
    assert not watch.faults, "\n".join(watch.faults)
