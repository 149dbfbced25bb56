"""``/breach``: the ledger searched and leafed through, and ledgers that fail."""

from pathlib import Path

import pytest

from tests.doors.http.breach_site import keep, site


def test_published_incidents_are_listed_newest_first_in_both_languages(database: str) -> None:
    keep(database, notice_date="2019-05-01", organisation="ふるい堂")
    name = keep(database, notice_date="2024-05-01", organisation="あたらし堂")
    with site(database) as client:
        ja, en = client.get("/breach").text, client.get("/en/breach").text
    assert ja.index("あたらし堂") < ja.index("ふるい堂")
    assert "2024年5月1日" in ja
    assert "カード1,200件" in ja
    assert "101日" in ja
    assert "1 May 2024" in en
    assert "1,200 cards" in en
    assert f'href="./breach/{name}"' in en


def test_words_year_and_card_data_narrow_the_list(database: str) -> None:
    keep(database, notice_date="2019-05-01", organisation="ふるい堂")
    keep(database, notice_date="2024-05-01", organisation="あたらし堂", data_items=["name"])
    with site(database) as client:
        found = {
            query: [
                one
                for one in ("ふるい堂", "あたらし堂")
                if one in client.get(f"/breach?{query}").text
            ]
            for query in ("q=ふるい", "year=2024", "card=yes", "card=no", "year=2019&card=no")
        }
        kept = client.get("/breach?q=%22%3E%3Cb%3E&year=2019").text
    assert found == {
        "q=ふるい": ["ふるい堂"],
        "year=2024": ["あたらし堂"],
        "card=yes": ["ふるい堂"],
        "card=no": ["あたらし堂"],
        "year=2019&card=no": [],
    }
    assert 'value="&#34;&gt;&lt;b&gt;"' in kept
    assert '<option value="2019" selected>' in kept
    assert 'href="./en/breach?q=%22%3E%3Cb%3E&amp;year=2019"' in kept


@pytest.mark.parametrize(
    "query", ["page=0", "page=x", "page=99999999999", "year=20x4", "card=maybe"]
)
def test_a_query_that_makes_no_sense_is_no_fault(database: str, query: str) -> None:
    keep(database)
    with site(database) as client:
        answer = client.get(f"/breach?{query}")
    assert answer.status_code == 200
    assert "あおば茶舗" in answer.text


def test_long_lists_are_leafed_through_by_links(database: str) -> None:
    for day in range(1, 23):
        keep(database, notice_date=f"2022-01-{day:02}", organisation=f"第{day:02}商店")
    with site(database) as client:
        first, second = client.get("/breach"), client.get("/breach?page=2")
        beyond = client.get("/breach?page=3")
    assert first.text.count('<li class="card">') == 20
    assert 'href="./breach?page=2"' in first.text
    assert "第02商店" in second.text
    assert second.text.count('<li class="card">') == 2
    assert 'href="./breach"' in second.text
    assert "page=3" not in second.text
    assert beyond.status_code == 200


def test_facts_of_a_foreign_form_take_no_other_incident_along(database: str) -> None:
    keep(database, organisation="よい堂")
    odd = keep(database, organisation="へんな堂", data_items=["no_such_item"])
    with site(database) as client:
        listed = client.get("/breach")
        assert client.get(f"/breach/{odd}").status_code == 404
    assert listed.status_code == 200
    assert "よい堂" in listed.text
    assert "へんな堂" not in listed.text


def test_a_server_without_a_ledger_says_so_and_offers_the_reader(tmp_path: Path) -> None:
    for address in (None, f"sqlite:///{tmp_path}/none.db"):
        with site(address) as client:
            answer = client.get("/breach")
            assert client.get("/breach/2024-0001").status_code == 404
        assert answer.status_code == 200
        assert "お知らせを読む" in answer.text
        assert 'role="alert"' in answer.text
    assert not (tmp_path / "none.db").exists()


def test_an_empty_ledger_says_that_nothing_is_listed_yet(database: str) -> None:
    with site(database) as client:
        assert "まだ何も載っていません" in client.get("/breach").text
        assert "Nothing found" in client.get("/en/breach?q=tea").text


def test_a_ledger_that_cannot_be_read_is_503_and_keeps_the_query(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all" * 100)
    with site(f"sqlite:///{broken}") as client:
        listed = client.get("/en/breach?q=tea")
        one = client.get("/breach/2024-0001")
    assert (listed.status_code, one.status_code) == (503, 503)
    assert "cannot be read just now" in listed.text
    assert 'value="tea"' in listed.text
    assert str(tmp_path) not in listed.text + one.text
