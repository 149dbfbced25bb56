"""An incident in words: everything stated, nothing added."""

from mayoke.breach.dates_in_words import day, span
from mayoke.breach.describe import NOT_STATED, paragraph, rows
from mayoke.breach.words import CAUSES, EVENTS, ITEMS, PEOPLE
from mayoke.records.incident import Incident
from tests.breach.incidents import incident


def test_the_paragraph_follows_the_order_of_a_careful_writer() -> None:
    text = paragraph(incident()).ja
    parts = [
        "株式会社しおさい堂",
        "2023年4月1日から2024年3月1日まで",
        "1,200件",
        "セキュリティコード",
        "改ざん",
        "2024年7月1日",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    english = paragraph(incident()).en
    assert "from 1 April 2023 to 1 March 2024" in english and "at most 1,200 cards" in english


def test_what_is_not_stated_is_said_to_be_missing() -> None:
    told = rows(Incident())
    assert [row.text for row in told] == [NOT_STATED] * 5
    assert "ある事業者" in paragraph(Incident()).ja


def test_items_that_did_not_leak_are_told_apart() -> None:
    what = rows(incident())[2].text
    assert "パスワードは漏れていない" in what.ja and "said not to have leaked: password" in what.en


def test_every_code_has_words_in_both_languages() -> None:
    for table in (ITEMS, CAUSES, EVENTS, PEOPLE):
        for sentence in table.values():
            assert sentence.ja and sentence.en.isascii()


def test_unknown_parts_of_a_date_are_named() -> None:
    assert day("XXXX-03-05").ja == "3月5日（年は記載なし）"
    assert day("2024-03").en == "March 2024"
    assert span(None, "2024-03-05").en == "until 5 March 2024"
    assert span("2024-03-05", "2024-03-05").ja == "2024年3月5日"
