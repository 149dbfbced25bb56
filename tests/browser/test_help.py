"""Something has happened: the plan, the sheet, contacts, a consultation."""

import pytest
from playwright.sync_api import expect

from tests.browser.tasks import hand_in, heading, open_thread, tell
from tests.browser.visitor import Visitor

STORY = "カードの番号を入れてしまいました。どうしたらよいでしょうか。"


def test_the_plan_follows_from_what_happened(visit: Visitor) -> None:
    tell(visit, "card", "paid_bank")
    heading(visit, "今すること", "What to do now")
    numbers = visit.page.locator("li.step .number").all_inner_texts()
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert len(numbers) >= 5
    assert visit.overflow() <= 0


def test_a_further_thing_that_happened_joins_the_plan(calm: Visitor) -> None:
    tell(calm, "card")
    before = calm.page.locator("li.step").count()
    calm.press(calm.find("section.also button[name=situations]"))
    expect(calm.page.locator("li.step").first).to_be_visible()
    assert calm.page.locator("li.step").count() >= before


def test_the_sheet_is_one_to_print(visit: Visitor) -> None:
    tell(visit, "card")
    visit.write(visit.find("textarea[name=story]"), STORY)
    visit.press(visit.find("form[action$='/sheet'] button[type=submit]:not([formaction])"))
    expect(visit.page.locator("body")).to_contain_text(STORY)
    expect(visit.page.locator("h1")).to_have_count(1)
    assert visit.overflow() <= 0


def test_the_sheet_comes_as_a_pdf(calm: Visitor) -> None:
    tell(calm, "card")
    button = calm.find("button[formaction$='sheet.pdf']")
    with calm.page.expect_download() as coming:
        calm.press(button)
    assert coming.value.path().read_bytes().startswith(b"%PDF-")


def test_nothing_chosen_is_told(calm: Visitor) -> None:
    calm.go("/help")
    calm.write(calm.find("input[name=amount]"), "30000")
    calm.press(calm.find("form[action$='/help/plan'] button[type=submit]"))
    expect(calm.page.locator("[role=alert]")).to_be_visible()
    assert calm.find("input[name=amount]").input_value() == "30000"


@pytest.mark.parametrize("path", ["/help/contacts", "/help/know"])
def test_the_help_pages_are_there(calm: Visitor, path: str) -> None:
    calm.go("/help")
    calm.press(calm.find(f"main a[href$='{path}']"))
    expect(calm.page.locator("h1")).to_have_count(1)
    assert calm.overflow() <= 0


def test_a_consultation_is_handed_in_read_added_to_and_erased(visit: Visitor) -> None:
    code = hand_in(visit, STORY)
    assert code not in visit.page.url
    assert visit.overflow() <= 0
    open_thread(visit, code)
    expect(visit.page.locator("main")).to_contain_text(STORY)
    assert code not in visit.page.url
    visit.write(visit.find("main form:has(textarea) textarea"), "カード会社には電話しました。")
    visit.press(visit.find("main form:has(textarea) button[type=submit]"))
    expect(visit.page.locator("main")).to_contain_text("カード会社には電話しました。")
    erasing = "main form[action$='erase']"
    visit.tick(visit.find(f"{erasing} input[type=checkbox]"))
    visit.press(visit.find(f"{erasing} button"))
    expect(visit.page.locator("h1")).to_be_visible()
    open_thread(visit, code)
    expect(visit.page.locator("[role=alert]")).to_be_visible()
    expect(visit.page.locator("main")).not_to_contain_text(STORY)


def test_a_wrong_receipt_code_is_told(calm: Visitor) -> None:
    open_thread(calm, "ABCD-EFGH-JKMN")
    expect(calm.page.locator("[role=alert]")).to_be_visible()
