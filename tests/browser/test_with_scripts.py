"""What is better with JavaScript: keys, dropping a file, progress of a large one, printing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mayoke.doors.say.words import HEADLINE
from tests.browser.tasks import PHISHING, SCAM_TEXT, judge_file, judge_text, submit, tell
from tests.browser.visitor import Visitor, Way, visitor
from tools.serving import Serving

DROP = """(name) => {
  const data = new DataTransfer();
  data.items.add(new File(["From: a@example.com\\n\\nhello"], name, {type: "message/rfc822"}));
  for (const kind of ["dragover", "drop"])
    document.body.dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def visit(browser: Browser, site: Serving) -> Iterator[Visitor]:
    with visitor(browser, site.url, Way("mouse")) as somebody:
        yield somebody


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """The phishing mail, made too large to be carried along."""
    file = tmp_path / "large.eml"
    file.write_bytes(
        PHISHING.read_bytes().replace(b"</body>", b"<!-- " + b"x" * 900_000 + b"--></body>")
    )
    return file


def test_ctrl_and_enter_checks_what_was_written(visit: Visitor) -> None:
    visit.go("/")
    visit.write(visit.find("textarea"), SCAM_TEXT)
    visit.page.keyboard.press("Control+Enter")
    expect(visit.page.locator("h1")).to_contain_text(HEADLINE["scam"].ja)


def test_a_dropped_file_is_taken(visit: Visitor) -> None:
    visit.go("/")
    visit.page.evaluate(DROP, "dropped.eml")
    names = visit.find("form#check input[type=file]").evaluate(
        "(one) => [...one.files].map((f) => f.name)"
    )
    assert names == ["dropped.eml"]
    expect(submit(visit, "/check")).to_be_focused()
    expect(visit.page.locator("#state")).not_to_be_empty()


def test_a_large_mail_shows_its_progress_and_then_the_answer(visit: Visitor, large: Path) -> None:
    visit.page.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => { window.__shown = true; })"
        ".observe(document.querySelector('#progress'), {attributes: true, attributeFilter: ['hidden']}))"
    )
    judge_file(visit, large)
    expect(visit.page.locator("h1")).to_contain_text(HEADLINE["scam"].ja)
    assert visit.page.evaluate("() => window.__shown") is True
    visit.page.go_back()
    expect(visit.page.locator("form#check")).to_be_visible()


def test_a_large_mail_is_judged_without_scripts_too(
    browser: Browser, site: Serving, large: Path
) -> None:
    with visitor(browser, site.url, Way("no-scripts", scripts=False)) as somebody:
        judge_file(somebody, large)
        expect(somebody.page.locator("h1")).to_contain_text(HEADLINE["scam"].ja)


def test_a_file_over_the_limit_is_refused_and_nothing_typed_is_lost(
    visit: Visitor, tmp_path: Path
) -> None:
    file = tmp_path / "huge.eml"
    with file.open("wb") as stream:
        stream.truncate(26 * 1024 * 1024)
    visit.go("/")
    visit.write(visit.find("textarea"), SCAM_TEXT)
    visit.choose(visit.find("form#check input[type=file]"), file)
    visit.press(submit(visit, "/check"))
    expect(visit.page.locator("[role=alert]")).to_contain_text("25")
    assert visit.find("textarea").input_value().strip() == SCAM_TEXT.strip()


def test_the_language_link_in_the_head_keeps_the_answer(visit: Visitor) -> None:
    judge_text(visit)
    visit.press(visit.find("a.switch"))
    expect(visit.page.locator("h1")).to_contain_text(HEADLINE["scam"].en)


def test_the_sheet_offers_to_print(visit: Visitor) -> None:
    visit.page.add_init_script("window.print = () => { window.__printed = true; }")
    tell(visit, "card")
    visit.press(visit.find("form[action$='/sheet'] button[type=submit]:not([formaction])"))
    visit.press(visit.find("[data-print]:visible"))
    assert visit.page.evaluate("() => window.__printed") is True


def test_the_page_can_be_installed(visit: Visitor) -> None:
    visit.go("/")
    address = visit.page.evaluate("() => document.querySelector('link[rel=manifest]').href")
    told = visit.page.request.get(address).json()
    assert told["display"] == "standalone"
    assert told["share_target"]["method"] == "POST"
    for icon in told["icons"]:
        assert visit.page.request.get(f"{visit.site}/{icon['src'].lstrip('./')}").ok
