"""``/breach/read``: a notice pasted or chosen, read and shown with the words behind the facts."""

import re
from pathlib import Path

import pytest

from tests.doors.http.breach_site import NASTY, site, words_of

NOTICE = (Path(__file__).parents[3] / "examples" / "notice.txt").read_text(encoding="utf-8")


def test_a_pasted_notice_is_read_in_both_languages_without_a_ledger() -> None:
    with site(None) as client:
        ja = client.post("/breach/read", data={"text": NOTICE})
        en = client.post("/en/breach/read", data={"text": NOTICE})
    assert (ja.status_code, en.status_code) == (200, 200)
    told = words_of(ja.text)
    assert "情報漏えいのお知らせです。" in told
    assert "カード1,204件" in told
    assert "最初の出来事から122日後" in told
    assert "この件が法律上の義務の対象かどうかは" in told
    assert "1,204 cards" in words_of(en.text)
    assert "122 days after the first event" in words_of(en.text)


def test_every_number_leads_to_its_words_in_the_text_and_back() -> None:
    with site(None) as client:
        html = client.post("/breach/read", data={"text": NOTICE}).text
    facts = set(re.findall(r'id="fact-(\d+)"', html))
    there = re.findall(r'id="word-(\d+)"', html)
    assert len(there) == len(set(there))
    assert set(re.findall(r'href="#word-(\d+)"', html)) == set(there)
    assert set(re.findall(r'href="#fact-(\d+)"', html)) <= facts
    assert facts == set(there)
    assert "<mark>1,204件</mark>" in html


def test_a_file_is_read_and_takes_the_place_of_the_text() -> None:
    page = f"<html><body><main>{NOTICE}</main></body></html>".encode()
    with site(None) as client:
        answer = client.post(
            "/breach/read", data={"text": "こんにちは"}, files={"file": ("n.html", page)}
        )
    assert "株式会社しおさい堂" in answer.text


def test_what_is_known_beside_the_text_helps() -> None:
    text = NOTICE.replace("2024年", "")
    with site(None) as client:
        bare = words_of(client.post("/breach/read", data={"text": text}).text)
        data = {"text": text, "published": "2024-07-01"}
        helped = words_of(client.post("/breach/read", data=data).text)
    assert "2024年7月1日" not in bare
    assert "2024年7月1日" in helped


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("明日の会議は10時からです。", "情報漏えいのお知らせは見当たりませんでした"),
        (
            "製品の自主回収のお知らせ\n株式会社みほん\n当社の電気ポットについて、発火のおそれがあるため自主回収（リコール）いたします。対象製品をお持ちのお客様はお申し出ください。",
            "製品の回収のお知らせのようです",
        ),
    ],
)
def test_what_is_no_notice_of_a_leak_is_said_to_be_none(text: str, says: str) -> None:
    with site(None) as client:
        answer = client.post("/breach/read", data={"text": text})
    assert answer.status_code == 200
    assert says in words_of(answer.text)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({"text": ""}, "文章を貼り付けるか"),
        ({"text": "  \n "}, "文章を貼り付けるか"),
        ({"text": "漏えいのお知らせ", "published": "2024-13-99"}, "2024-07-01 のように"),
    ],
)
def test_wrong_input_brings_the_form_back(data: dict[str, str], says: str) -> None:
    with site(None) as client:
        answer = client.post("/breach/read", data=data)
    assert answer.status_code == 422
    assert says in answer.text
    assert 'role="alert"' in answer.text
    assert data["text"].strip() in answer.text


@pytest.mark.parametrize(
    "file", [b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04 zip", b""]
)
def test_a_file_that_cannot_be_read_keeps_what_was_typed(file: bytes) -> None:
    kept = {"text": "", "url": "https://www.example.com/<b>", "published": "2024-07-01"}
    with site(None) as client:
        answer = client.post("/en/breach/read", data=kept, files={"file": ("x.pdf", file)})
    assert answer.status_code == 422
    assert 'value="https://www.example.com/&lt;b&gt;"' in answer.text
    assert 'value="2024-07-01"' in answer.text


def test_hostile_text_is_shown_as_text() -> None:
    text = NOTICE.replace("株式会社しおさい堂", f"株式会社{NASTY}") + NASTY * 30
    with site(None) as client:
        html = client.post("/breach/read", data={"text": text}).text
        again = client.post("/breach/read", data={"text": text, "published": "x"}).text
    assert "<script>alert" not in html + again
    assert "&lt;script&gt;" in html
    assert "{{ 7 * 7 }}" in html
    assert "\u202e" not in html
    assert "{% raw %}" in again


def test_a_leading_line_break_of_the_text_survives_the_form() -> None:
    with site(None) as client:
        html = client.post("/breach/read", data={"text": "\n\n漏えい", "published": "x"}).text
    assert ">\n\n\n漏えい</textarea>" in html


def test_a_long_notice_is_shortened_around_its_words() -> None:
    text = NOTICE.replace("お客様各位", "長い挨拶です。" * 4000)
    with site(None) as client:
        answer = client.post("/en/breach/read", data={"text": text})
    assert "characters left out" in answer.text
    assert "<mark>1,204件</mark>" in answer.text
    assert len(answer.text) < 60_000
