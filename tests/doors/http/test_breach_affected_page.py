"""``/breach/affected``: a statement compared in memory, its columns chosen, and what goes wrong."""

import base64
import html
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from mayoke.breach.purchases import scale
from mayoke.doors.http import lists as breach_table
from mayoke.doors.http.pages.breach import affected as breach_affected
from mayoke.doors.http.pages.breach import compare as breach_compare
from tests.doors.http.breach_site import NASTY, keep, site, words_of
from tests.store.invented import period

HEADER = "利用日,ご利用店名,利用金額\r\n"
ROWS = (
    "2020/02/01,ｱｵﾊﾞﾁﾔﾎ,3300\r\n"
    "2020/05/01,あおば茶舗オンライン,4111\r\n"
    "2020/11/22,あおば茶舗オンライン,20\r\n"
    "2023/01/01,あおば茶舗オンライン,99\r\n"
    "2020/05/02,よその店 4111111111111111,100\r\n"
)
ODD = "いつ,どこで,いくら\r\n2020/05/01,あおば茶舗オンライン,3300\r\n"


def chosen(client_answer: str) -> dict[str, str]:
    """The hidden fields a browser would send again."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', client_answer)
    return {name: html.unescape(value) for name, value in found}


@pytest.mark.parametrize("charset", ["cp932", "utf-8-sig", "utf-16"])
def test_a_statement_is_compared_and_answered_most_certain_first(
    database: str, charset: str
) -> None:
    name = keep(database)
    data = (HEADER + ROWS).encode(charset)
    with site(database) as client:
        answer = client.post("/breach/affected", files={"list": ("a.csv", data)})
        en = client.post("/en/breach/affected", files={"list": ("a.csv", data)})
    told = words_of(answer.text)
    assert answer.status_code == 200
    assert "対象の期間に入っている買い物が1件ありました。" in told
    assert told.index("対象の期間に入っています") < told.index("期間の境目です")
    assert "2020年5月1日 あおば茶舗オンライン 4,111円" in told
    assert "期間の外の買い物：1件" in told
    assert "2020-01-10から2020-11-20まで" in told
    assert "カードの裏にある番号に電話し" in told
    assert f'href="./{name}"' in answer.text
    assert "Within the period" in words_of(en.text)
    assert "4111111111111111" not in answer.text


def test_finding_nothing_is_never_told_as_safety(database: str) -> None:
    keep(database)
    data = (HEADER + "2020/05/01,よその店,100\r\n").encode()
    with site(database) as client:
        ja = words_of(client.post("/breach/affected", files={"list": ("a.csv", data)}).text)
        en = words_of(client.post("/en/breach/affected", files={"list": ("a.csv", data)}).text)
    assert "ここに載っている店での買い物は見つかりませんでした。" in ja
    assert "心配がないという意味ではありません" in ja
    assert "does not mean that nothing of yours leaked" in en


def test_columns_that_are_not_recognised_are_chosen_without_the_file_again(database: str) -> None:
    keep(database)
    with site(database) as client:
        asked = client.post("/breach/affected", files={"list": ("odd.csv", ODD.encode("cp932"))})
        assert asked.status_code == 422
        assert "買い物の日付、店の名前" in asked.text
        assert "1列目「いつ」（例：2020/05/01）" in asked.text
        again = chosen(asked.text)
        assert base64.b64decode(again["carried"]) == ODD.encode("cp932")
        again |= {"date": "1", "merchant": "2", "amount": "3"}
        answer = client.post("/breach/affected", data=again)
    assert answer.status_code == 200
    assert "3,300円" in words_of(answer.text)
    assert '<option value="2" selected>' in answer.text


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"date": "2", "merchant": "1"}, "行が見つかりませんでした"),
        ({"date": "1", "merchant": "77"}, "行が見つかりませんでした"),
        ({"date": "0", "merchant": "1"}, "選び直してください"),
        ({"date": "x", "merchant": "-1"}, "選び直してください"),
        ({"date": "9999", "merchant": "1"}, "選び直してください"),
        ({"date": "1"}, "分かりませんでした"),
    ],
)
def test_wrong_columns_bring_the_form_back_with_the_list_in_it(
    database: str, columns: dict[str, str], says: str
) -> None:
    keep(database)
    carried = base64.b64encode(ODD.encode()).decode()
    with site(database) as client:
        answer = client.post("/breach/affected", data={"carried": carried, "name": "x", **columns})
    assert answer.status_code == 422
    assert says in answer.text
    assert 'role="alert"' in answer.text
    assert chosen(answer.text)["carried"] == carried
    assert '<select id="date"' in answer.text


def test_a_large_list_is_not_carried_but_asked_for_again(database: str) -> None:
    keep(database)
    data = (ODD + "2020/05/01,よその店のとても長い名前の通販,1\r\n" * 12_000).encode()
    assert len(data) > breach_affected.CARRIED_MOST
    with site(database) as client:
        answer = client.post("/breach/affected", files={"list": ("odd.csv", data)})
        done = client.post(
            "/breach/affected",
            files={"list": ("odd.csv", data)},
            data={"date": "1", "merchant": "2"},
        )
    assert answer.status_code == 422
    assert "carried" not in chosen(answer.text)
    assert "もう一度選んでください" in answer.text
    assert "入っている買い物が1件" in words_of(done.text)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "CSV"),
        (b"PK\x03\x04xxxx", "CSV"),
        (b"   \n", "空でした"),
        (HEADER.encode() + b'2020/05/01,"' + b"x" * 200_000, "大きすぎるか"),
        (HEADER.encode() + b'2020/05/01,"' + (b"x" * 999 + b"\n") * 200, "表として読み取れません"),
    ],
)
def test_a_file_that_is_no_list_says_what_to_try(database: str, data: bytes, says: str) -> None:
    keep(database)
    with site(database) as client:
        answer = client.post("/breach/affected", files={"list": ("x", data)})
    assert answer.status_code == 422
    assert says in answer.text
    assert "carried" not in chosen(answer.text)


@pytest.mark.parametrize("form", [{}, {"list": ""}, {"carried": ""}])
def test_without_a_file_one_is_asked_for(database: str, form: dict[str, str]) -> None:
    with site(database) as client:
        answer = client.post("/en/breach/affected", data=form or {"name": ""})
    assert answer.status_code == 422
    assert "Please choose the file" in answer.text


def test_a_carried_list_that_was_cut_is_asked_for_again(database: str) -> None:
    with site(database) as client:
        answer = client.post("/breach/affected", data={"carried": "@@@"})
    assert answer.status_code == 400
    assert "もう一度ファイルを選んでください" in answer.text


def test_more_lines_than_the_page_takes_name_the_command(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(database)
    monkeypatch.setattr(scale, "LARGE", 3)
    with site(database) as client:
        data = (HEADER + ROWS).encode()
        answer = client.post("/breach/affected", files={"list": ("a.csv", data)})
    assert answer.status_code == 422
    assert "mayoke breach affected" in answer.text


def test_notices_beyond_those_shown_are_counted(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(database, exposure=[period("2019-01-01", "2019-12-31")], notice_date="2020-01-01")
    keep(database)
    monkeypatch.setattr(breach_compare, "_INCIDENTS", 1)
    data = {"list": ("a.csv", (HEADER + ROWS).encode())}
    with site(database) as client:
        told = words_of(client.post("/breach/affected", files=data).text)
    assert "期間の中の日付です" in told
    assert "ほかに1件のお知らせにも" in told


def test_hostile_cells_and_names_stay_words(database: str) -> None:
    keep(database, organisation=NASTY, sites=[{"name": "あおば茶舗", "url": None}])
    odd = f'"{NASTY}",b\r\n2020/05/01,あおば茶舗\r\n'.encode()
    fine = (HEADER + "2020/05/01,あおば茶舗,1\r\n").encode()
    with site(database) as client:
        asked = client.post("/breach/affected", files={"list": (NASTY, odd)}).text
        told = client.post("/breach/affected", files={"list": (NASTY, fine)}).text
    for page in (asked, told):
        assert "<script>" not in page
        assert "&lt;script&gt;" in page
        assert "\u202e" not in page


def test_only_published_incidents_are_compared_with(database: str) -> None:
    keep(database, state="new")
    keep(database, state="withdrawn", exposure=[period("2020-01-01", "2020-12-31")])
    data = {"list": ("a.csv", (HEADER + ROWS).encode())}
    with site(database) as client:
        assert "見つかりませんでした" in client.post("/breach/affected", files=data).text
    with site(database, unreviewed=True) as client:
        told = client.post("/breach/affected", files=data).text
    assert "まだ人が確かめていません" in told
    assert told.count('<section class="card">') == 1


def test_no_byte_of_the_list_touches_the_disk(database: str) -> None:
    keep(database)
    files = {"list": ("a.csv", (HEADER + ROWS * 30_000).encode())}
    written: list[str] = []
    watching = [True]

    def hook(event: str, about: tuple[Any, ...]) -> None:
        if event == "open" and watching and (about[2] or 0) & (os.O_WRONLY | os.O_RDWR):
            written.append(str(about[0]))

    sys.addaudithook(hook)
    with site(database) as client:
        assert client.post("/breach/affected", files=files).status_code == 200
    watching.clear()
    assert written == []


def test_without_a_ledger_the_form_says_so_and_the_list_is_carried(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all" * 100)
    data = (HEADER + ROWS).encode()
    for address in (None, f"sqlite:///{broken}"):
        with site(address) as client:
            asked = client.get("/breach/affected")
            answer = client.post("/breach/affected", files={"list": ("a.csv", data)})
        assert 'role="alert"' in asked.text
        assert answer.status_code == 503
        assert base64.b64decode(chosen(answer.text)["carried"]) == data


def test_the_columns_offered_show_no_whole_card_number() -> None:
    table = breach_table.opened(b"a,b,c\n2020/05/01,4111111111111111,x\n")
    assert [one.number for one in breach_table.choices(table)] == [1, 2, 3]
    assert "41111111" not in breach_table.choices(table)[1].example
