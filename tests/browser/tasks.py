"""What people come for, step by step, up to the page that answers."""

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from mayoke.records.verdict import Sentence
from tests.browser.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
PHISHING = ROOT / "examples" / "phishing.eml"
SEXTORTION = ROOT / "examples" / "sextortion.eml"
DELIVERY = ROOT / "examples" / "delivery.eml"
NOTICE = ROOT / "examples" / "notice.txt"
SCAM_TEXT = """三井住友カードより重要なお知らせ

第三者による不正利用の疑いがある取引を検知したため、カードのご利用を制限しました。
下記のリンクより24時間以内にログインし、カード番号と暗証番号をご入力ください。
https://smbc-card.login-check.example/vpass/
ご確認いただけない場合、カードのご利用を永久に停止します。
"""
STATEMENT = (
    "ご利用日,ご利用店名,ご利用金額\n"
    "2023/05/14,しおさい堂　本店,4320\n"
    "2023/06/02,みほん書店,1980\n"
    "2024/08/20,しおさい堂 本店,2750\n"
)


def in_lang(visit: Visitor, words: Sentence) -> str:
    """A sentence in the visitor's language."""
    return words.en if visit.way.lang == "en" else words.ja


def heading(visit: Visitor, ja: str, en: str) -> None:
    """Wait until this is the page's one heading of the first level."""
    first = visit.page.locator("h1")
    expect(first).to_contain_text(in_lang(visit, Sentence(ja, en)))
    expect(first).to_have_count(1)


def submit(visit: Visitor, action: str) -> Locator:
    """The button that sends the form to ``action``."""
    return visit.find(f"main form[action$='{action}'] button[type=submit]")


def judge_text(visit: Visitor, text: str = SCAM_TEXT) -> None:
    """Paste a mail and have it judged."""
    visit.go("/")
    visit.write(visit.find("textarea"), text)
    visit.press(submit(visit, "/check"))


def judge_file(visit: Visitor, file: Path) -> None:
    """Choose a mail's file and have it judged."""
    visit.go("/")
    visit.choose(visit.find("form#check input[type=file]"), file)
    visit.press(submit(visit, "/check"))


def search(visit: Visitor, words: str) -> None:
    """Search the ledger."""
    visit.go("/breach")
    visit.write(visit.find("input[type=search]"), words)
    visit.press(submit(visit, "/breach"))


def compare(visit: Visitor, folder: Path) -> None:
    """Compare a statement as a card company writes it with the ledger."""
    file = folder / "statement.csv"
    file.write_bytes(STATEMENT.encode("cp932"))
    visit.choose(visit.find("main input[type=file]"), file)
    visit.press(submit(visit, "affected"))


def read_notice(visit: Visitor) -> None:
    """Paste a notice and have it read."""
    visit.go("/breach/read")
    visit.write(visit.find("textarea"), NOTICE.read_text(encoding="utf-8"))
    visit.press(submit(visit, "read"))


def tell(visit: Visitor, *situations: str) -> None:
    """Tell what happened, and ask for the plan."""
    visit.go("/help")
    for situation in situations:
        visit.tick(visit.find(f"input[name=situations][value={situation}]"))
    visit.press(submit(visit, "/help/plan"))


def hand_in(visit: Visitor, story: str) -> str:
    """Hand in a consultation; gives the receipt code that the page shows."""
    visit.go("/help/consult")
    form = "main form[action$='consult']:has(textarea)"
    visit.write(visit.find(f"{form} textarea"), story)
    visit.choose(visit.find(f"{form} input[type=file]"), PHISHING)
    visit.press(visit.find(f"{form} button[type=submit]"))
    code = visit.find("main .code, main output, main code")
    expect(code).to_be_visible()
    return re.sub(r"\s+", "", code.inner_text())


def open_thread(visit: Visitor, code: str) -> None:
    """Open a consultation with its receipt code."""
    visit.go("/help/consult/open")
    visit.write(visit.find("main form[action$='open'] input:not([type=hidden])"), code)
    visit.press(visit.find("main form[action$='open'] button"))
