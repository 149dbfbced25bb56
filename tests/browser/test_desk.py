"""The desk's own page: reading, answering, erasing; in both languages, on every kind of screen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mayoke.help.consultation import visitor as consulting
from mayoke.help.consultation.age import desk_key, key_file, new_key
from mayoke.records.consultation import Content
from mayoke.store.opening import open_store
from tests.browser.tasks import PHISHING
from tests.browser.test_every_page import LOOKS, barriers
from tests.browser.visitor import Way, visitor
from tools.serving import Serving, desk_serving

STORY = "カードの番号を入れてしまいました。<script>window.__ran = 1</script>"


class Desk:
    """A desk with consultations of its own."""

    def __init__(self, folder: Path) -> None:
        key = new_key()
        self.public = desk_key(key.public)
        self.key = folder / "desk.key"
        self.key.write_bytes(key_file(key))
        self.database = f"sqlite:///{folder / 'desk.db'}"
        open_store(self.database).close()

    def hand_in(self) -> tuple[str, str]:
        """A new consultation: its number and its receipt code."""
        content = Content(story=STORY, mail=PHISHING.read_bytes(), situations=("card",), lang="ja")
        store = open_store(self.database)
        receipt = consulting.hand_in(store, self.public, content, datetime.now(UTC))
        store.close()
        return receipt.id, receipt.code

    def told(self, code: str) -> list[str]:
        """What the visitor reads with the code."""
        store = open_store(self.database)
        found = consulting.ask(store, code, datetime.now(UTC))
        store.close()
        return [one.content.story for one in found.said]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def page(desk: Desk) -> Iterator[Serving]:
    with desk_serving(desk.database, desk.key) as running:
        yield running


def test_a_consultation_is_read_and_answered(
    browser: Browser, desk: Desk, page: Serving, way: Way
) -> None:
    number, code = desk.hand_in()
    answer = "カード会社の番号に、今すぐ電話してください。"
    with visitor(browser, page.url, way) as somebody:
        somebody.go("/")
        somebody.press(somebody.find(f"main a:text-is('{number}')"))
        expect(somebody.page.locator("main")).to_contain_text("window.__ran")
        assert somebody.overflow() <= 0
        somebody.write(somebody.find("main form textarea"), answer)
        somebody.press(somebody.find("main form:has(textarea) button[type=submit]"))
        expect(somebody.page.locator("main")).to_contain_text(answer)
        assert somebody.page.evaluate("() => window.__ran === undefined")
    assert desk.told(code)[-1] == answer


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_no_page_of_the_desk_has_a_barrier(
    browser: Browser, desk: Desk, page: Serving, look: Way
) -> None:
    number, _ = desk.hand_in()
    with visitor(browser, page.url, look) as somebody:
        somebody.go("/")
        assert barriers(somebody) == []
        somebody.press(somebody.find(f"main a:text-is('{number}')"))
        expect(somebody.page.locator("main")).to_contain_text("window.__ran")
        assert barriers(somebody) == []
        somebody.go("/log")
        assert barriers(somebody) == []
