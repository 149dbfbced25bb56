"""The Check page: the answer in words, the mail shown safely, and nothing live in it."""

import base64
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from mayoke import pipeline
from mayoke.doors.http.pages.check.content import CARRIED
from mayoke.doors.say import words
from mayoke.records.verdict import VerdictWord
from mayoke.registry.help_load import load_help
from tests.doors.http.checking import (
    BASE,
    EXAMPLES,
    PHISHING,
    check,
    nothing_live,
    page,
    text,
    value,
    visitor,
)

HOSTILE = """From: "<script>alert(1)</script>\u202e" <info@bad.example>
To: hanako@example.jp
Subject: {{7*7}} ${7*7} </textarea><img src=x onerror=alert(1)>
Message-ID: <1@bad.example>
Content-Type: text/html; charset=UTF-8

<p style="background:url(https://bad.example/x)">パスワード\u200bを再設定してください。\u202egpj.exe
</textarea></title><script>window.ran = 1</script>
<a href="javascript:alert(1)" onclick="alert(1)">https://www.amazon.co.jp/</a>
<img src="data:image/svg+xml,<svg onload=alert(1)>"><img src=https://bad.example/pixel>
<iframe src="https://bad.example/"></iframe><base href="https://bad.example/">
<meta http-equiv="refresh" content="0;url=https://bad.example/"><form action="https://bad.example/">
<a href="https://login.bad.example/amazon.co.jp">ログイン</a> &lt;script&gt;alert(2)&lt;/script&gt;
{{7*7}} {% raw %} &lt;/mark&gt;&lt;a href="https://bad.example/"&gt;x&lt;/a&gt; [x](javascript:alert(1))
""".encode()


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with visitor() as made:
        yield made


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    ("name", "verdict"), [("phishing", "scam"), ("sextortion", "scam"), ("delivery", "clean")]
)
def test_the_examples_are_answered_in_words(
    client: TestClient, lang: str, name: str, verdict: VerdictWord
) -> None:
    tree = check(client, (EXAMPLES / f"{name}.eml").read_bytes(), lang)
    headline = words.HEADLINE[verdict]
    told = text(tree, "h1")
    assert told == f"{words.SIGN[verdict]} {headline.ja if lang == 'ja' else headline.en}"
    html = tree.css_first("html")
    assert html is not None and html.attributes["lang"] == lang
    gaps = words.GAPS.ja if lang == "ja" else words.GAPS.en
    assert any(gaps in node.text() for node in tree.css("h2"))


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("way", ["file", "text", "again", "share", "empty", "wrong"])
def test_a_hostile_mail_shows_nothing_live(client: TestClient, prefix: str, way: str) -> None:
    carried = base64.b64encode(HOSTILE).decode()
    sent = {
        "file": lambda: client.post(prefix + "/check", files={"file": ("<b>.eml", HOSTILE)}),
        "text": lambda: client.post(prefix + "/check", data={"text": HOSTILE.decode()}),
        "again": lambda: client.post(prefix + "/check", data={"again": carried}),
        "share": lambda: client.post(
            prefix + "/share", files={"text": (None, HOSTILE), "url": (None, b"javascript:1")}
        ),
        "empty": lambda: client.post(prefix + "/check", data={"text": " ", "again": '"><script>'}),
        "wrong": lambda: client.post(prefix + "/wrong", data={"signals": '"><script>'}),
    }
    answer = sent[way]()
    path = prefix + {"share": "/share", "wrong": "/wrong"}.get(way, "/check")
    nothing_live(page(answer), path)
    assert "set-cookie" not in answer.headers
    assert "\u202e" not in answer.text and "\u200b" not in answer.text
    if way in {"file", "text", "again", "share"}:
        assert "{{7*7}}" in answer.text and "49" not in text(page(answer), ".mail")
        assert "‹U+202E›" in answer.text and "‹U+200B›" in answer.text
        assert "<script>alert(1)</script>" in text(page(answer), ".mail")


def test_text_that_is_refused_stays_text(client: TestClient) -> None:
    answer = client.post("/check", data={"text": "\n \n", "again": "!!"})
    assert answer.status_code == 422
    tree = page(answer)
    assert "受け取れませんでした" in text(tree, "[role=alert]")
    nothing_live(tree, "/check")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_mark_gives_its_quotation_and_goes_both_ways(client: TestClient, lang: str) -> None:
    tree = check(client, PHISHING, lang)
    verdict = pipeline.check(PHISHING)
    says = {one.says.ja if lang == "ja" else one.says.en: one for one in verdict.evidence}
    notes = tree.css(".part .notes li")
    assert len(notes) >= 12
    for note in notes:
        number = str(note.attributes["id"])[1:]
        spoken = note.css("span:not(.side)")[-1].text().strip()
        weighed = says[spoken]
        pieces = _marked(tree, number)
        assert "".join(pieces.split()) == "".join(weighed.evidence.quote.split())
        back = note.css_first("a.n")
        assert back is not None and back.attributes["href"] == f"#m{number}"
        assert len(tree.css(f'mark a[href="#n{number}"]')) == 1
    assert [text(tree, f"#n{n} .n") for n in range(1, len(notes) + 1)] == [
        str(n) for n in range(1, len(notes) + 1)
    ]


def _marked(tree: LexborHTMLParser, number: str) -> str:
    """What is shown from where a mark begins to where its number stands, without the numbers."""
    shown = next(one for one in tree.css(".shown") if one.css_first(f"#m{number}"))
    html = str(shown.html)
    begun = html.partition(f'id="m{number}"></span>')[2]
    told = begun.partition(f'<a class="n" href="#n{number}"')[0]
    piece = LexborHTMLParser(f"<div>{told}</div>")
    for link in piece.css("a.n"):
        link.decompose()
    return str(piece.text())


def test_the_other_language_is_one_press_away(client: TestClient) -> None:
    tree = check(client, "下記のリンクよりログインしてください。https://a.example/")
    form = tree.css_first("form#again")
    assert form is not None and form.attributes["action"] == "./en/check"
    fields = {name: value(tree, name, "#again") for name in ("again", "pasted")}
    there = client.post("/en/check", data=fields)
    assert words.HEADLINE["scam"].en in there.text or words.HEADLINE["unsure"].en in there.text
    back = page(there).css_first("form#again")
    assert back is not None and back.attributes["action"] == "./../check"


def test_a_large_mail_is_not_carried_along(client: TestClient) -> None:
    tree = check(client, PHISHING + b"<!--" + b"x " * (CARRIED // 2) + b"-->")
    assert tree.css_first("#again") is None and "choose the file again" in text(tree, ".again")


def test_pasted_text_and_file_are_carried_as_what_they_were(client: TestClient) -> None:
    for mail in (PHISHING, PHISHING.decode()):
        first = check(client, mail)
        fields = {name: value(first, name, "#again") for name in ("again", "pasted")}
        again = page(client.post("/check", data=fields))
        assert text(again, ".mail") == text(first, ".mail")
        assert text(again, ".verdict") == text(first, ".verdict")


def test_what_did_you_do_leads_to_the_plan(client: TestClient) -> None:
    tree = check(client, PHISHING)
    pressed = [str(one.attributes["value"]) for one in tree.css("button[name=situations]")]
    assert sorted(pressed) == sorted(load_help().situations)
    form = tree.css_first("form.deeds")
    assert form is not None and form.attributes["action"] == "./help/plan"


@pytest.mark.parametrize(
    ("mail", "ja", "en"),
    [
        (b"", "調べるものがありません", "nothing to check"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".msg", ".msg"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "画像", "Pictures"),
        (
            b"From a@example.jp Mon Nov 23 10:00:00 2026\nFrom: a@example.jp\n\nx\n\n" * 2,
            "何通も",
            "several mails",
        ),
    ],
    ids=["empty", "outlook", "picture", "mailbox"],
)
def test_what_cannot_be_checked_is_told_and_the_words_stay(
    client: TestClient, mail: bytes, ja: str, en: str
) -> None:
    for prefix, told in (("", ja), ("/en", en)):
        answer = client.post(prefix + "/check", files={"file": ("x", mail)}, data={"text": ""})
        assert answer.status_code == 422
        assert told in text(page(answer), "[role=alert]")


def test_typed_words_stay_when_a_file_is_refused(client: TestClient) -> None:
    typed = "  一行目\n\n</textarea><b>二行目"
    outlook = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    answer = client.post("/check", files={"file": ("x.msg", outlook)}, data={"text": typed})
    area = page(answer).css_first("textarea")
    assert answer.status_code == 422 and area is not None and area.text() == typed


def test_too_much_is_413_with_what_to_try() -> None:
    with visitor(largest=20_000) as client:
        answer = client.post("/en/check", data={"text": "a" * 30_000})
    assert answer.status_code == 413
    assert "paste only the text" in text(page(answer), "[role=alert]")


def test_nothing_is_read_from_the_address(client: TestClient) -> None:
    assert "spoken" not in client.get("/?text=spoken").text
    assert "spoken" not in client.get("/check?text=spoken&again=c3Bva2Vu").text


def test_shared_text_is_judged_even_from_another_site(client: TestClient) -> None:
    sent = {"title": (None, "お荷物"), "text": (None, "お荷物を再配達します")}
    answer = client.post("/share", files=sent, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200
    assert text(page(answer), ".mail").count("お荷物") == 1
    refused = client.post("/check", files=sent, headers={"sec-fetch-site": "cross-site"})
    assert refused.status_code == 403


def test_the_manifest_names_only_places_of_ours(client: TestClient) -> None:
    for prefix in ("", "/en"):
        address = f"{BASE}{prefix}/manifest.webmanifest"
        told = client.get(address)
        assert told.headers["content-type"] == "application/manifest+json"
        body = told.json()
        assert urljoin(address, body["start_url"]) == f"{BASE}{prefix}/"
        assert urljoin(address, body["scope"]) == f"{BASE}/"
        assert urljoin(address, body["share_target"]["action"]) == f"{BASE}{prefix}/share"
        for icon in body["icons"]:
            assert client.get(urljoin(address, icon["src"])).status_code == 200


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", ["/", "/check", "/about", "/wrong", "/share"])
def test_pages_that_are_only_read_are_there(client: TestClient, prefix: str, path: str) -> None:
    answer = client.get(prefix + path)
    assert answer.status_code == 200
    nothing_live(page(answer), prefix + path)
