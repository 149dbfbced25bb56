"""Data leaks: search, one incident, my purchases, a notice. By every way of using the page."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.tasks import compare, heading, read_notice, search
from tests.browser.visitor import Visitor
from tools.serving import PUBLISHED

SHOP = "しおさい堂"


def test_an_incident_is_found_and_shown(visit: Visitor) -> None:
    search(visit, SHOP)
    found = visit.page.locator("ul.incidents a")
    expect(found).to_have_count(1)
    assert visit.overflow() <= 0
    visit.press(found.first)
    heading(visit, SHOP, SHOP)
    picture = visit.find("img[src$='timeline.svg']")
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("(one) => one.naturalWidth") > 0
    expect(visit.page.locator("main")).to_contain_text("1,204")
    assert visit.overflow() <= 0


def test_the_list_shows_what_is_published_and_nothing_else(calm: Visitor) -> None:
    calm.go("/breach")
    expect(calm.page.locator("ul.incidents > li")).to_have_count(len(PUBLISHED))


def test_nothing_found_is_said(calm: Visitor) -> None:
    search(calm, "そんな店はない")
    expect(calm.page.locator("main .notice")).to_be_visible()
    assert calm.find("input[type=search]").input_value() == "そんな店はない"


def test_a_statement_is_compared_from_the_incident_on(visit: Visitor, tmp_path: Path) -> None:
    search(visit, SHOP)
    visit.press(visit.find("ul.incidents a"))
    heading(visit, SHOP, SHOP)
    visit.press(visit.find("main a[href$='affected']"))
    compare(visit, tmp_path)
    heading(visit, "買い物を比べた結果", "Your purchases compared")
    expect(visit.page.locator("ul.hits > li")).to_have_count(1)
    expect(visit.page.locator("main")).not_to_contain_text("みほん書店")
    assert visit.overflow() <= 0


def test_a_file_that_is_no_table_is_told(calm: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    calm.go("/breach/affected")
    calm.choose(calm.find("main input[type=file]"), file)
    calm.press(calm.find("main form[action$='affected'] button[type=submit]"))
    expect(calm.page.locator("[role=alert]")).to_be_visible()


def test_a_pasted_notice_is_read(visit: Visitor) -> None:
    read_notice(visit)
    heading(visit, "お知らせに書かれていること", "What the notice says")
    expect(visit.page.locator("main")).to_contain_text("1,204")
    assert visit.overflow() <= 0


def test_a_notice_that_is_none_is_told(calm: Visitor) -> None:
    calm.go("/breach/read")
    calm.write(calm.find("textarea"), "本日の献立は、さばの味噌煮です。")
    calm.press(calm.find("main form[action$='read'] button[type=submit]"))
    expect(calm.page.locator("main")).to_contain_text(
        "No data leak" if calm.way.lang == "en" else "見当たりませんでした"
    )
