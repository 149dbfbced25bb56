from typing import Any

import pytest

from mayoke.store.compose import Overlay, Told, compose, correct, in_order, states, value_at
from tests.store.invented import event, facts


def told(number: int, kind: str = "operator_notice", **other: Any) -> Told:
    return Told(number, kind, facts(**other))


def test_one_document_is_taken_as_it_is() -> None:
    assert compose([told(1)]) == (facts(), {})
    with pytest.raises(ValueError, match="at least one"):
        compose([])


def test_the_later_announcement_goes_before_the_earlier_one_however_they_came() -> None:
    first, final = told(2, cause="unknown"), told(1, notice_date="2021-08-01", cause="insider")
    data, sources = compose([final, first])
    assert data["cause"] == "insider" and data["notice_date"] == "2021-08-01"
    assert sources["cause"] == 1


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["2021-03-05", "2021-01-01", "2022-01-01"], [2, 1, 3]),
        (["2021-03-05", None, "2021-01-01"], [1, 2, 3]),
        (["2021-03-05", "2021-03", "2021"], [1, 2, 3]),
        (["2021-03-05", "XXXX-01-01"], [1, 2]),
        (["2021-05", "2021-03-05"], [2, 1]),
    ],
)
def test_the_order_of_announcements(dates: list[str | None], order: list[int]) -> None:
    versions = [told(n, notice_date=date) for n, date in enumerate(dates, 1)]
    assert [one.number for one in in_order(versions)] == order


def test_the_press_only_fills_gaps() -> None:
    press = told(
        2, "news_article", notice_date="2022-01-01", cause="insider", processor="受託株式会社"
    )
    data, sources = compose([told(1), press])
    assert data["cause"] == "web_skimming" and data["processor"] == "受託株式会社"
    assert (sources["cause"], sources["processor"]) == (1, 2)


def test_a_vague_word_replaces_nothing() -> None:
    vague = told(
        2,
        notice_date="2021-08-01",
        cause="unknown",
        cause_confirmed=None,
        data_items=["card_info_unspecified"],
        card_data={"leaked": True, "security_code": False},
    )
    data, _ = compose([told(1, data_items=["card_security_code"]), vague])
    assert (data["cause"], data["cause_confirmed"]) == ("web_skimming", True)
    assert data["data_items"] == ["card_security_code"]


def test_what_belongs_together_comes_from_one_document() -> None:
    later = told(
        2, notice_date="2021-08-01", organisation="株式会社みほん", organisation_from=None, sites=[]
    )
    data, _ = compose([told(1), later])
    assert (data["organisation"], data["organisation_from"]) == ("株式会社みほん", None)
    assert (data["site_name"], data["sites"]) == ("あおば茶舗オンライン", [])


def test_what_is_denied_later_has_not_leaked() -> None:
    first = told(1, data_items=["name", "email"], data_items_negated=["address"])
    final = told(2, notice_date="2021-08-01", data_items=[], data_items_negated=["email"])
    data, _ = compose([first, final])
    assert (data["data_items"], data["data_items_negated"]) == (["name"], ["email"])


def test_what_leaked_after_all_is_not_denied() -> None:
    first = told(1, data_items=["name"], data_items_negated=["address", "email"])
    final = told(2, notice_date="2021-08-01", data_items=["name", "email"])
    data, _ = compose([first, final])
    assert (data["data_items"], data["data_items_negated"]) == (["name", "email"], ["address"])


def test_events_of_all_documents() -> None:
    first = told(1, timeline=[event("discovered", "2020-11-20"), event("disclosed", "2021-03-05")])
    second = told(
        2,
        notice_date="2021-05-01",
        timeline=[event("discovered", "2020-11-19"), event("disclosed", "2021-05-01")],
    )
    final = told(3, notice_date="2021-08-01", timeline=[event("disclosed", "2021-08-01")])
    data, _ = compose([first, second, final])
    assert [(one["event"], one["date"]) for one in data["timeline"]] == [
        ("discovered", "2020-11-19"),
        ("disclosed_first", "2021-03-05"),
        ("disclosed", "2021-08-01"),
    ]


def test_the_words_come_from_the_document_of_their_field() -> None:
    first = told(1, where={"cause": ["a"], "phone": ["b"], "organisation": ["c"]})
    final = told(
        2,
        notice_date="2021-08-01",
        cause=None,
        where={"cause": ["x"], "organisation": ["y"]},
        contacts={"phone": [], "email": [], "hours": None, "name": None},
    )
    data, _ = compose([first, final])
    assert data["where"] == {"cause": ["a"], "phone": ["b"], "organisation": ["y"]}


@pytest.mark.parametrize("value", [None, "", [], {}, {"phone": [], "name": None}])
def test_what_is_not_said(value: Any) -> None:
    assert not states(value)


@pytest.mark.parametrize("value", [False, 0, "x", [None], {"phone": ["1"]}])
def test_what_is_said(value: Any) -> None:
    assert states(value)


def test_values_by_path() -> None:
    assert value_at(facts(), "affected_count.0.count") == 1200
    assert value_at(facts(), "processor") is None
    assert value_at(facts(), "affected_count.0.group") is None
    for path in ("nothing", "affected_count.1", "affected_count.x", "cause.x", "sites.-1"):
        with pytest.raises(LookupError):
            value_at(facts(), path)


def test_corrections_leave_the_documents_alone() -> None:
    before = facts()
    overlay = Overlay(1, "affected_count.0.count", 1200, 7)
    corrected, held = correct(before, [overlay, Overlay(2, "cause", "insider", "unknown")], dict)
    assert corrected["affected_count"][0]["count"] == 7 and held == [overlay]
    assert before == facts()
