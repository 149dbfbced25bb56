import pytest

from mayoke.breach.export.hibp import breach, breaches
from mayoke.records.ledger import State
from tests.breach.export.entries import NOTHING, entry
from tests.store.invented import event, facts, period

FIELDS = [
    "Name",
    "Title",
    "Domain",
    "BreachDate",
    "AddedDate",
    "ModifiedDate",
    "PwnCount",
    "Description",
    "DataClasses",
    "IsVerified",
    "IsFabricated",
    "IsSensitive",
    "IsRetired",
    "IsSpamList",
    "LogoPath",
]


def test_the_fields_of_the_model() -> None:
    told = breach(entry())
    assert list(told) == FIELDS
    assert (told["Name"], told["Title"], told["Domain"]) == (
        "2021-0001",
        "あおば茶舗オンライン",
        "example.com",
    )
    assert (told["BreachDate"], told["PwnCount"]) == ("2020-01-10", 1200)
    assert (told["AddedDate"], told["ModifiedDate"]) == (
        "2026-03-01T12:00:00Z",
        "2026-04-02T03:04:05Z",
    )
    assert told["DataClasses"] == ["Credit cards"]
    assert told["Description"].startswith(
        "株式会社あおば茶舗 announced a leak of personal data on 2021-03-05."
    )


@pytest.mark.parametrize("state", ["new", "reviewed", "withdrawn"])
def test_only_what_is_published_is_shown(state: State) -> None:
    assert list(breaches([entry(state=state), entry(id="2021-0002")])) == [
        breach(entry(id="2021-0002"))
    ]
    with pytest.raises(ValueError, match="not published"):
        breach(entry(state=state))


def test_what_is_not_known_is_null_or_empty() -> None:
    told = breach(entry(**NOTHING))
    assert (told["BreachDate"], told["PwnCount"], told["LogoPath"]) == (None, None, None)
    assert (told["Domain"], told["DataClasses"], told["Title"]) == ("", [], "2021-0001")


def test_the_day_it_occurred_when_no_period_is_known() -> None:
    told = breach(
        entry(
            exposure=[period("2020-01", None)], timeline=[event("incident_occurred", "2020-02-03")]
        )
    )
    assert told["BreachDate"] == "2020-02-03"


def test_classes_are_named_once_and_in_words() -> None:
    told = breach(entry(data_items=["name", "name_kana", "family", "a_new_item"]))
    assert told["DataClasses"] == ["Names", "Family", "A new item"]


def test_sensitive_data_are_marked() -> None:
    assert breach(entry(data_items=["medical_info"]))["IsSensitive"]
    assert not breach(entry())["IsSensitive"]


def test_the_description_is_safe_html() -> None:
    told = breach(entry(organisation="<script>alert(1)</script> & Co"))
    assert "<" not in told["Description"] and "&amp; Co" in told["Description"]


def test_a_number_that_was_replaced_is_not_shown() -> None:
    old = {**facts()["affected_count"][0], "count": 9999, "superseded": True, "primary": False}
    assert breach(entry(affected_count=[old]))["PwnCount"] is None
