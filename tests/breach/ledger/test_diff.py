from typing import Any, get_args

from mayoke.breach.ledger.diff import SAYS, Change, Kind, count_history, diff
from tests.store.invented import event, facts, period


def count(number: int, **other: Any) -> dict[str, Any]:
    return {**facts()["affected_count"][0], "count": number, "quote": f"{number:,}件", **other}


def changes(before: dict[str, Any], after: dict[str, Any], field: str = "") -> list[Change]:
    return [change for change in diff(before, after) if not field or change.field == field]


def test_no_difference() -> None:
    assert diff(facts(), facts()) == ()
    assert diff({}, {}) == ()


def test_a_number_that_fell_has_both_values_and_both_quotations() -> None:
    (change,) = changes(
        facts(affected_count=[count(3800, qualifier="max_about")]),
        facts(affected_count=[count(1200)]),
    )
    assert (change.kind, change.about) == ("lowered", "primary")
    assert change.before == {"count": 3800, "unit": "件", "qualifier": "max_about"}
    assert change.after == {"count": 1200, "unit": "件", "qualifier": "exact"}
    assert (change.quote_before, change.quote_after) == ("3,800件", "1,200件")


def test_numbers_by_what_they_count() -> None:
    before = facts(affected_count=[count(10), count(4, what="card", primary=False)])
    after = facts(
        affected_count=[
            count(12),
            count(4, what="card", primary=False),
            count(2, what="employee", primary=False),
            count(10, superseded=True, primary=False),
        ]
    )
    found = changes(before, after)
    assert [(c.kind, c.about, c.after and c.after["count"]) for c in found] == [
        ("raised", "primary", 12),
        ("added", "employee", 2),
    ]


def test_another_unit_or_qualifier_is_neither_more_nor_less() -> None:
    for other in ({"unit": "名"}, {"qualifier": "max"}):
        (change,) = changes(
            facts(affected_count=[count(10)]), facts(affected_count=[count(10, **other)])
        )
        assert change.kind == "changed"
    (change,) = changes(
        facts(affected_count=[count(10)]), facts(affected_count=[count(9, unit="名")])
    )
    assert change.kind == "changed"


def test_silence_takes_nothing_back() -> None:
    silent = {"organisation": facts()["organisation"], "contacts": {"phone": [], "hours": None}}
    assert diff(facts(), silent) == ()


def test_items_added_denied_and_left_out() -> None:
    def quoted(field: str, *items: str) -> dict[str, Any]:
        return {
            field: [{"value": item, "quote": f"<{item}>", "start": 0, "end": 1} for item in items]
        }

    before = facts(
        data_items=["name", "email", "phone"], where=quoted("data_items", "name", "email", "phone")
    )
    after = facts(
        data_items=["name", "password"],
        data_items_negated=["email"],
        where=quoted("data_items", "password") | quoted("data_items_negated", "email"),
    )
    found = {change.about: change for change in changes(before, after)}
    assert {about: change.kind for about, change in found.items()} == {
        "password": "added",
        "email": "denied",
        "phone": "left_out",
    }
    assert (found["email"].quote_before, found["email"].quote_after) == ("<email>", "<email>")
    assert found["password"].quote_after == "<password>"


def test_what_was_denied_and_leaked_after_all() -> None:
    (change,) = changes(
        facts(data_items=["name"], data_items_negated=["email"]),
        facts(data_items=["name", "email"]),
    )
    assert (change.kind, change.before, change.after) == ("added", "negated", "email")


def test_a_vague_list_leaves_nothing_out() -> None:
    (change,) = changes(facts(), facts(data_items=["card_info_unspecified"]))
    assert (change.kind, change.about) == ("added", "card_info_unspecified")
    assert (
        changes(facts(data_items=["personal_info_unspecified"]), facts(data_items=["name"]))[0].kind
        == "added"
    )
    assert (
        len(changes(facts(data_items=["personal_info_unspecified"]), facts(data_items=["name"])))
        == 1
    )


def test_a_period_that_grew() -> None:
    (change,) = changes(facts(), facts(exposure=[period("2019-12-01", "2020-11-20")]))
    assert (change.field, change.kind, change.about) == ("exposure", "changed", "purchase")
    assert change.before["start"] == "2020-01-10" and change.after["start"] == "2019-12-01"
    (change,) = changes(facts(exposure=[]), facts())
    assert change.kind == "added" and change.before is None


def test_events_on_other_days_and_new_ones() -> None:
    after = facts(
        notice_date="2021-08-02",
        timeline=[
            event("suspicion_notified", "2020-11-25", "card_company"),
            event("police_reported", "2021-04-01", detail="damage_report"),
            event("disclosed_first", "2021-03-05"),
            event("disclosed", "2021-08-02"),
        ],
    )
    found = changes(facts(), after, "timeline")
    assert [(c.kind, c.about, c.after["date"]) for c in found] == [
        ("changed", "suspicion_notified", "2020-11-25"),
        ("added", "police_reported damage_report", "2021-04-01"),
    ]


def test_plain_fields() -> None:
    found = changes(
        facts(misuse=None), facts(misuse="reported", leak_status="confirmed", cause="unknown")
    )
    assert [(c.field, c.kind, c.before, c.after) for c in found] == [
        ("leak_status", "changed", "possible", "confirmed"),
        ("misuse", "added", None, "reported"),
    ]


def test_the_desk() -> None:
    after = facts(
        contacts={"phone": ["0120-000-456"], "email": [], "hours": "9時~17時", "name": None}
    )
    assert [(c.kind, c.about) for c in changes(facts(), after)] == [
        ("changed", "phone"),
        ("added", "hours"),
    ]


def test_the_headline_number_over_all_notices() -> None:
    history = count_history(
        [facts(affected_count=[count(3800)]), facts(affected_count=[]), facts()]
    )
    assert [one and one["count"] for one in history] == [3800, None, 1200]


def test_every_kind_has_a_name() -> None:
    assert set(SAYS) == set(get_args(Kind))
    assert all(says.ja and says.en for says in SAYS.values())
