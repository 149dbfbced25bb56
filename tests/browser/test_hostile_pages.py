"""Forty hostile mails opened in the real browser: nothing of them runs, nothing leaves."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.tasks import submit
from tests.browser.visitor import Visitor, Way, visitor
from tests.hostile.hostile_mails import Hostile, mails
from tools.serving import Serving

NOWHERE = Path("/srv/mayoke/canary")
LARGEST = 100_000
"""Bytes; what larger mails do is measured without a browser."""
BATCHES = 4


def sample() -> list[Hostile]:
    """Forty: all of the families with few, every second of the others."""
    small = [item for item in mails(NOWHERE) if len(item.content) <= LARGEST]
    html = [item for item in small if item.name.startswith("html")]
    rest = [item for item in small if not item.name.startswith("html")]
    step = len(rest) / 16
    return html[: 60 : 5] + html[2 : 60 : 5] + [rest[int(at * step)] for at in range(16)]  # fmt: skip


def quiet(somebody: Visitor, item: Hostile) -> None:
    """The page is ours, and nothing of the mail has run in it."""
    expect(somebody.page.locator("h1")).to_be_visible()
    assert somebody.page.url.startswith(somebody.site), item.name
    assert somebody.page.evaluate("() => window.__ran") is None, item.name
    assert not somebody.watch.faults, (item.name, somebody.watch.faults)
    assert len(somebody.page.frames) == 1, item.name


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_hostile_mail_does_nothing_in_the_browser(
    browser: Browser, site: Serving, batch: int
) -> None:
    with visitor(browser, site.url, Way("mouse", lang="en" if batch % 2 else "ja")) as somebody:
        for item in sample()[batch::BATCHES]:
            somebody.go("/")
            if item.as_file:
                file = {"name": "a.eml", "mimeType": "message/rfc822", "buffer": item.content}
                somebody.find("form#check input[type=file]").set_input_files(file)  # type: ignore[arg-type]
            else:
                somebody.find("textarea").fill(item.content.decode("utf-8", "replace"))
            somebody.press(submit(somebody, "/check"))
            somebody.page.wait_for_url("**/check")
            quiet(somebody, item)
            hovered = somebody.page.locator("main .shown").first
            if hovered.count():
                hovered.hover()
                hovered.click()
            quiet(somebody, item)


def test_the_sample_is_forty_of_many_kinds() -> None:
    chosen = sample()
    assert len({item.name for item in chosen}) == 40
    assert len({item.name.split()[0] for item in chosen}) >= 7


def test_an_answer_of_the_interface_is_no_page(browser: Browser, site: Serving) -> None:
    """Opened in a browser, the JSON that quotes a hostile mail must not become a page."""
    html = "<script>window.__ran=1</script><p>パスワードを入力してください</p>"
    with visitor(browser, site.url, Way("mouse")) as somebody:
        somebody.go("/about")
        told = somebody.page.request.post(
            site.url + "/v1/check",
            data=json.dumps({"text": html}),
            headers={"Content-Type": "application/json"},
        )
        assert told.headers["content-type"].startswith("application/json")
        assert told.headers["x-content-type-options"] == "nosniff"
        assert told.json()["verdict"]
