"""Is this mail a scam? By every way of using the page."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from mayoke.doors.say.words import HEADLINE
from tests.browser.tasks import (
    DELIVERY,
    PHISHING,
    SCAM_TEXT,
    SEXTORTION,
    heading,
    in_lang,
    judge_file,
    judge_text,
    submit,
)
from tests.browser.visitor import Visitor

HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script></textarea><b>{{7*7}}"


def verdict(visit: Visitor, word: str) -> None:
    says = HEADLINE[word]  # type: ignore[index]
    heading(visit, says.ja, says.en)


def test_a_pasted_mail_is_judged_and_leads_to_the_plan(visit: Visitor) -> None:
    judge_text(visit)
    verdict(visit, "scam")
    expect(visit.page.locator("mark").first).to_be_visible()
    assert visit.overflow() <= 0
    visit.press(visit.find("main form[action$='/help/plan'] button[name=situations]"))
    heading(visit, "今すること", "What to do now")
    assert visit.page.locator("li.step").count() >= 3


@pytest.mark.parametrize(
    ("file", "word"), [(PHISHING, "scam"), (SEXTORTION, "scam"), (DELIVERY, "clean")]
)
def test_a_chosen_mail_is_judged(visit: Visitor, file: Path, word: str) -> None:
    judge_file(visit, file)
    verdict(visit, word)
    assert visit.overflow() <= 0


def test_a_mark_leads_to_its_sentence_and_back(visit: Visitor) -> None:
    judge_file(visit, PHISHING)
    number = visit.find("mark a.n")
    note = (number.get_attribute("href") or "").lstrip("#")
    visit.press(number)
    expect(visit.page.locator(f"#{note}")).to_be_in_viewport()
    assert visit.page.url.endswith(f"#{note}")
    back = visit.find(f"#{note} a.n")
    mark = (back.get_attribute("href") or "").lstrip("#")
    visit.press(back)
    assert visit.page.url.endswith(f"#{mark}")


def test_marks_stand_in_the_words_of_the_mail(calm: Visitor) -> None:
    judge_text(calm)
    verdict(calm, "scam")
    marked = calm.page.locator("mark").evaluate_all(
        "(all) => all.map((one) => [...one.childNodes]"
        ".filter((part) => !part.matches?.('a')).map((part) => part.textContent).join(''))"
    )
    assert marked
    for words in marked:
        assert words.strip()
        assert "".join(words.split()) in "".join(SCAM_TEXT.split())


def test_the_answer_can_be_read_in_the_other_language(visit: Visitor) -> None:
    judge_text(visit)
    verdict(visit, "scam")
    visit.press(visit.find("form#again button"))
    says = HEADLINE["scam"]
    expect(visit.page.locator("h1")).to_contain_text(says.ja if visit.way.lang == "en" else says.en)


def test_nothing_handed_in_is_told_and_nothing_is_lost(calm: Visitor) -> None:
    calm.go("/")
    calm.write(calm.find("textarea"), " \n ")
    calm.press(submit(calm, "/check"))
    expect(calm.page.locator("[role=alert]")).to_be_visible()
    assert calm.find("textarea").input_value() == " \n "


def test_a_hostile_mail_is_words_and_nothing_more(calm: Visitor) -> None:
    judge_text(calm, SCAM_TEXT + HOSTILE)
    verdict(calm, "scam")
    expect(calm.page.locator("main")).to_contain_text(HOSTILE)
    assert calm.page.locator("main img, main b, main script").count() == 0


def test_an_answer_that_is_wrong_can_be_told(calm: Visitor) -> None:
    judge_text(calm)
    verdict(calm, "scam")
    form = "main form[action$='/wrong']"
    calm.unfold(calm.find(f"details:has({form.removeprefix('main ')}) > summary"))
    calm.tick(calm.find(f"{form} input[type=radio]"))
    calm.tick(calm.find(f"{form} input[type=checkbox]"))
    calm.press(calm.find(f"{form} button"))
    expect(calm.page.locator("h1")).to_be_visible()
    assert calm.page.url.endswith("/wrong")
    assert calm.page.locator("[role=alert]").count() == 0


def test_text_from_a_share_sheet_is_judged(calm: Visitor) -> None:
    """As the web share target sends it: a form of another program, without any page of ours."""
    calm.go("/about")
    prefix = "/en" if in_lang(calm, HEADLINE["scam"]) == HEADLINE["scam"].en else ""
    answer = calm.page.request.post(
        f"{calm.site}{prefix}/share",
        multipart={"title": "重要", "text": SCAM_TEXT, "url": ""},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status == 200
    assert in_lang(calm, HEADLINE["scam"]) in answer.text()
