"""The form of a card-leak notice that started it all, read whole: every field, every quotation."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest

from mayoke.breach.encode import notice_json
from mayoke.pipeline import read_notice
from mayoke.records.errors import EmptyInput

EXAMPLE = Path(__file__).parents[2] / "examples" / "notice.txt"
WIDE = {c: c + 0xFEE0 for c in range(0x21, 0x7F) if not chr(c).isalpha()}


def read(text: str) -> dict[str, Any]:
    return notice_json(read_notice(text), with_text=True)


@pytest.fixture(params=["as written", "widened"])
def found(request: pytest.FixtureRequest) -> dict[str, Any]:
    text = EXAMPLE.read_text(encoding="utf-8")
    return read(text.translate(WIDE) if request.param == "widened" else text)


def plain(value: str | None) -> str | None:
    return None if value is None else unicodedata.normalize("NFKC", value)


def test_whose_where_and_when(found: dict[str, Any]) -> None:
    assert (found["describes_incident"], found["document_kind"], found["report"]) == (
        True,
        "operator_notice",
        "first",
    )
    incident = found["incidents"][0]
    assert incident["organisation"] == "株式会社しおさい堂"
    assert plain(incident["site_name"]) == "しおさい堂 本店"
    assert plain(incident["site_url"]) == "https://shop.shiosai.example/"
    assert incident["notice_date"] == "2024-07-01"


def test_period_numbers_and_items(found: dict[str, Any]) -> None:
    incident = found["incidents"][0]
    periods = [(p["start"], p["end"], p["basis"]) for p in incident["exposure"]]
    assert periods == [("2023-04-01", "2024-03-01", "purchase")]
    counts = [(c["count"], c["unit"], c["what"]) for c in incident["affected_count"]]
    assert counts == [(1204, "件", "card"), (1187, "名", "card_holder")]
    assert [c["count"] for c in incident["affected_count"] if c.get("primary")] == [1204]
    assert incident["affected_count"][1]["relation"] == "same"
    assert set(incident["data_items"]) == {
        "card_holder_name",
        "card_number",
        "card_expiry",
        "card_security_code",
    }
    assert set(incident["data_items_negated"]) == {"name", "address", "password"}
    assert incident["card_data"] == {"leaked": True, "security_code": True}


def test_cause_and_state(found: dict[str, Any]) -> None:
    incident = found["incidents"][0]
    assert (incident["cause"], incident["cause_confirmed"]) == ("web_skimming", True)
    assert (incident["leak_status"], incident["misuse"]) == ("possible", "possible")
    assert incident["reissue_fee"] == "borne_by_operator"
    assert "混乱を招く" in incident["delay_reason_quote"]


def test_the_course_of_events_and_its_delays(found: dict[str, Any]) -> None:
    incident = found["incidents"][0]
    events = [(e["date"], e["event"], e.get("detail")) for e in incident["timeline"]]
    assert set(events) == {
        ("2024-03-01", "suspicion_notified", None),
        ("2024-03-01", "card_payment_stopped", None),
        ("2024-03-04", "site_stopped", None),
        ("2024-03-05", "ppc_reported", "preliminary"),
        ("2024-03-08", "investigation_started", None),
        ("2024-04-26", "ppc_reported", "final"),
        ("2024-05-20", "investigation_completed", None),
        ("2024-05-27", "police_reported", "damage_report"),
        ("2024-07-01", "individuals_notified", None),
        ("2024-07-01", "disclosed", None),
    }
    assert [e["date"] for e in incident["timeline"]] == sorted(e[0] for e in events)
    delays = incident["delays"]
    assert delays["suspicion_to_disclosure_days"] == 122
    assert delays["suspicion_to_site_stop_days"] == 3
    assert delays["investigation_days"] == 73
    assert delays["occurrence_to_discovery_days"] is None


def test_the_desk(found: dict[str, Any]) -> None:
    desk = found["incidents"][0]["contacts"]
    assert [plain(phone) for phone in desk["phone"]] == ["0120-000-456"]
    assert [plain(mail) for mail in desk["email"]] == ["desk@shiosai.example"]
    assert desk["name"] == "しおさい堂 お客様相談室"
    hours = plain(desk["hours"]) or ""
    assert hours.replace("〜", "~") == "9:00~17:00(土・日・祝日を除く)"


def test_every_value_is_quoted_where_it_stands(found: dict[str, Any]) -> None:
    text, incident = found["document"]["text"], found["incidents"][0]
    for name in ("exposure", "affected_count", "timeline"):
        for one in incident[name]:
            start, end = one["span"]
            assert text[start:end] == one["quote"] and one["quote"].strip()
    assert {"organisation", "site_name", "cause", "leak_status", "phone"} <= set(incident["where"])
    for places in incident["where"].values():
        for one in places:
            assert text[one["start"] : one["end"]] == one["quote"]


def test_a_blog_around_the_notice_is_a_report_about_it() -> None:
    notice = EXAMPLE.read_text(encoding="utf-8")
    blog = (
        "このブログでは、届いた迷惑メールと情報漏えいのニュースを取り上げています。\n"
        "今回は、通販サイト「しおさい堂 本店」がカード情報の漏えいを発表した件です。\n"
        "発表によると、漏えいした可能性があるのは1,204件です。\n"
        "以下は公式サイトに掲載された文面の引用です。\n\n"
        f"{notice}\n"
        "（引用ここまで）\n"
        "筆者の感想ですが、公表まで4か月かかったのは長いと思います。読者の皆さんも明細を確かめてください。\n"
    )
    found = read(blog)
    assert (found["document_kind"], found["report"]) == ("news_article", None)
    assert found["document"]["is_breach_notice"] is False
    assert found["incidents"][0]["organisation"] == "株式会社しおさい堂"


@pytest.mark.parametrize("text", ["", " \n\t", "\u3000\n"])
def test_nothing_is_refused(text: str) -> None:
    with pytest.raises(EmptyInput):
        read_notice(text)
