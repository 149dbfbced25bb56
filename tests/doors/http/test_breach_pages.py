"""One incident on the web page: its facts, picture, quotations and history."""

import html
import re
from urllib.parse import urljoin

import pytest

from mayoke.records.ledger import NewIncident, State
from mayoke.store.ledger import Ledger
from mayoke.store.opening import open_store
from tests.doors.http.breach_site import NASTY, keep, site, words_of
from tests.store.invented import ANN, BEN, document, facts


@pytest.mark.parametrize("state", ["new", "reviewed"])
def test_an_unreviewed_incident_is_shown_only_where_the_server_was_told_to(
    database: str, state: State
) -> None:
    name = keep(database, state=state)
    with site(database) as client:
        assert "あおば茶舗" not in client.get("/breach").text
        assert client.get(f"/breach/{name}").status_code == 404
        assert client.get(f"/breach/{name}/timeline.svg").status_code == 404
    with site(database, unreviewed=True) as client:
        assert "まだ人が確かめていません" in client.get("/breach").text
        assert "Nobody has reviewed" in client.get(f"/en/breach/{name}").text


@pytest.mark.parametrize("unreviewed", [False, True])
def test_a_withdrawn_incident_only_says_so(database: str, unreviewed: bool) -> None:
    name = keep(database, state="withdrawn")
    with site(database, unreviewed=unreviewed) as client:
        answer = client.get(f"/breach/{name}")
        assert "あおば茶舗" not in client.get("/breach").text
    assert answer.status_code == 410
    assert "取り下げられました" in answer.text
    assert "あおば茶舗" not in answer.text


def test_a_merged_incident_leads_to_the_other_one(database: str) -> None:
    one, other = keep(database, notice_date="2021-03-05"), keep(database, notice_date="2021-04-05")
    store = open_store(database)
    Ledger(store).same(one, other, BEN)
    store.close()
    with site(database) as client:
        answer = client.get(f"/en/breach/{one}")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"./{other}"


def test_an_incident_has_its_facts_picture_course_clocks_and_advice(database: str) -> None:
    name = keep(database)
    with site(database) as client:
        answer = client.get(f"/breach/{name}")
        told = words_of(answer.text)
        en = words_of(client.get(f"/en/breach/{name}").text)
    assert answer.status_code == 200
    for words in (
        "2020年1月10日から2020年11月20日まで",
        "カード会社などから疑いを知らされた",
        "最初の出来事から101日後",
        "カードの裏にある番号に電話し",
        "個人情報保護委員会への",
        "https://www.aoba-cha.example.com/news/1.html",
    ):
        assert words in told
    assert "101 days after the first event" in en
    assert f'src="./{name}/timeline.svg"' in answer.text
    assert 'href="https://' not in answer.text
    assert "ann" not in told.split()
    assert "compared with the notice" not in told


def test_the_picture_is_svg_under_its_own_policy(database: str) -> None:
    name = keep(database, organisation=NASTY)
    with site(database) as client:
        answer = client.get(f"/en/breach/{name}/timeline.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text
    assert "first announcement" in answer.text or "this announcement" in answer.text


def test_quotations_stand_in_their_sentence_and_stay_short(database: str) -> None:
    text = "前の文です。" + "あ" * 300 + "対象は1,200件です" + "い" * 300 + "。後の文です。"
    start = text.index("1,200件")
    count = {**facts()["affected_count"][0], "span": [start, start + 6]}
    name = keep(database, text=text, affected_count=[count])
    with site(database) as client:
        page = client.get(f"/breach/{name}").text
    quoted = [words_of(one).replace(" ", "") for one in re.findall(r"<q[^>]*>(.*?)</q>", page)]
    assert any("対象は1,200件です" in one for one in quoted)
    assert "<mark>1,200件</mark>" in page
    assert "前の文です" not in page
    assert 0 < len(quoted) <= 10
    assert max(map(len, quoted)) <= 200


def test_later_reports_and_corrections_are_told_without_names(database: str) -> None:
    name = keep(database)
    later = [{**facts()["affected_count"][0], "count": 1500, "quote": "1,500件"}]
    store = open_store(database)
    ledger = Ledger(store)
    report = document("続報です。1,500件でした。", document_kind="second_report", report="later")
    data = facts(notice_date="2021-06-01", affected_count=later)
    ledger.add(report, [NewIncident(data, name)], ANN)
    ledger.correct(name, {"organisation": "株式会社あおば"}, BEN)
    store.close()
    with site(database, unreviewed=True) as client:
        told = words_of(client.get(f"/breach/{name}").text)
        en = words_of(client.get(f"/en/breach/{name}").text)
    assert "事業者自身の続報 （2021年6月1日）" in told
    assert "件数：増加（前は「1,200件」、今回は「1,500件」）" in told
    assert "Number: raised (before: “1,200 件”, now: “1,500 件”)" in en
    assert "「だれの」の欄を、「株式会社あおば茶舗」から「株式会社あおば」に直しました。" in told
    assert " ben " not in told


def test_hostile_words_of_a_notice_stay_words(database: str) -> None:
    sites = [{"name": NASTY, "url": "javascript:alert(1)"}]
    name = keep(database, organisation=NASTY, sites=sites, text=NASTY)
    with site(database) as client:
        pages = [client.get(p).text for p in ("/breach", f"/breach/{name}", f"/en/breach/{name}")]
    for page in pages:
        assert "<script>" not in page
        assert "&lt;script&gt;" in page
        assert "{{ 7 * 7 }}" in page
        assert "\u202e" not in page
        assert "‹U+202E›" in page
        assert 'href="javascript' not in page


@pytest.mark.parametrize(
    "path", ["/breach/x%00y", "/breach/" + "9" * 5000, "/breach/..%2f..%2fetc", "/breach/1/2"]
)
def test_a_name_that_is_none_is_not_found(database: str, path: str) -> None:
    with site(database) as client:
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("lang", ["", "/en"])
def test_every_link_between_the_pages_leads_somewhere(database: str, lang: str) -> None:
    name = keep(database)
    pages = [f"{lang}/breach{rest}" for rest in ("", "/affected", "/read", f"/{name}")]
    with site(database) as client:
        found = {
            urljoin(page, html.unescape(link))
            for page in pages
            for link in re.findall(r'(?:href|src)="([^"#]+)"', client.get(page).text)
        }
        ours = [link for link in found if "/breach" in link]
        broken = [link for link in ours if client.get(link).status_code != 200]
    assert f"{lang}/breach/{name}" in found
    assert broken == []
