import json
from typing import Any

import pytest

from mayoke.breach.ledger.link import Linked, link, link_json
from tests.store.invented import event, facts, period


def first(**other: Any) -> dict[str, Any]:
    return facts(
        notice_date="2021-03-05",
        exposure=[],
        timeline=[
            event("suspicion_notified", "2021-02-20", "card_company"),
            event("card_payment_stopped", "2021-02-21"),
            event("disclosed", "2021-03-05"),
        ],
        **other,
    )


def final(**other: Any) -> dict[str, Any]:
    told = {
        "notice_date": "2021-08-02",
        "exposure": [period("2020-01-10", "2021-02-21")],
        "affected_count": [count(1150), count(1200, superseded=True, primary=False)],
        "timeline": [
            event("suspicion_notified", "2021-02-20", "card_company"),
            event("disclosed_first", "2021-03-05"),
            event("disclosed", "2021-08-02"),
        ],
    }
    return facts(**{**told, **other})


def count(number: int, **other: Any) -> dict[str, Any]:
    return {**facts()["affected_count"][0], "count": number, **other}


def linked(data: dict[str, Any], *known: dict[str, Any], later: bool = True) -> Linked:
    return link(data, [(f"2021-{n:04}", one) for n, one in enumerate(known, 1)], later=later)


def codes(found: Linked) -> set[str]:
    assert found.known is not None
    return {reason.code for reason in found.known.reasons}


def test_a_final_notice_belongs_to_the_first_and_shows_why() -> None:
    found = linked(final(), first())
    assert found.known is not None and found.known.id == "2021-0001" and found.offered == ()
    assert codes(found) >= {"name", "first_report", "superseded_count", "event_suspicion_notified"}
    for reason in found.known.reasons:
        assert reason.says.ja and reason.says.en
    assert "2021-03-05" in next(r.says.ja for r in found.known.reasons if r.code == "first_report")


def test_the_first_notice_is_recognised_when_it_comes_last() -> None:
    assert linked(first(), final(), later=False).known is not None


@pytest.mark.parametrize(
    "other",
    [
        {"timeline": [event("disclosed_first", "2021-03-05")], "affected_count": []},
        {
            "timeline": [],
            "exposure": [],
            "affected_count": [count(9), count(1200, superseded=True, primary=False)],
        },
        {
            "timeline": [
                event("suspicion_notified", "2021-02-20", "customer"),
                event("card_payment_stopped", "2021-02-21"),
            ],
            "affected_count": [],
        },
        {"timeline": [event("suspicion_notified", "2021-02-20")], "affected_count": []},
        {"timeline": [], "exposure": [], "affected_count": [count(1200)]},
    ],
)
def test_one_anchor_is_enough_for_a_later_report(other: dict[str, Any]) -> None:
    assert linked(final(**other), first()).known is not None


@pytest.mark.parametrize(
    "other",
    [
        {"timeline": [], "exposure": [], "affected_count": []},
        {"timeline": [], "exposure": [], "affected_count": [count(31)]},
        {
            "timeline": [event("disclosed_first", "2021-03-04")],
            "exposure": [],
            "affected_count": [],
        },
    ],
)
def test_the_same_name_alone_is_only_offered(other: dict[str, Any]) -> None:
    found = linked(final(**other), first())
    assert found.known is None and [offer.id for offer in found.offered] == ["2021-0001"]


@pytest.mark.parametrize(
    "other",
    [
        {"cause": "misdelivery"},
        {"exposure": [period("2018-01-01", "2018-02-01")]},
        {"timeline": [event("discovered", "2021-06-20"), event("disclosed", "2021-08-02")]},
        {"notice_date": "2024-01-01", "timeline": [event("disclosed", "2024-01-01")]},
    ],
)
def test_what_contradicts_is_not_linked(other: dict[str, Any]) -> None:
    known = first() | {"exposure": [period("2020-01-10", "2021-02-20")]}
    assert linked(final(**other), known).known is None


def test_a_contradiction_with_much_agreement_is_offered() -> None:
    found = linked(final(cause="lost_device"), first())
    assert found.known is None and found.offered[0].contradicted
    assert {reason.code for reason in found.offered[0].reasons if reason.points < 0} == {"cause"}


def test_another_organisation_is_another_incident() -> None:
    other = final(organisation="株式会社みどり商店", sites=[], site_name=None, site_url=None)
    assert linked(other, first()) == Linked(None, ())


def test_the_same_domain_under_another_name_is_only_offered() -> None:
    found = linked(final(organisation="株式会社みどり商店"), first())
    assert found.known is None and len(found.offered) == 1


@pytest.mark.parametrize(
    "name",
    ["あおば茶舗株式会社", "（株）あおば茶舗", "ｱｵﾊﾞ茶舗", "株式会社 あおば茶舗", None],
)
def test_names_are_compared_in_one_form(name: str | None) -> None:
    assert linked(final(organisation=name), first()).known is not None


def test_two_that_fit_as_well_are_both_offered() -> None:
    found = linked(final(), first(), first())
    assert found.known is None
    assert [offer.id for offer in found.offered] == ["2021-0001", "2021-0002"]


def test_one_that_fits_better_is_taken() -> None:
    weak = first() | {"timeline": [event("suspicion_notified", "2021-02-20")], "affected_count": []}
    found = linked(final(), weak, first())
    assert found.known is not None and found.known.id == "2021-0002"


def test_monthly_mishaps_of_one_city_stay_apart() -> None:
    def mishap(day: str, number: int) -> dict[str, Any]:
        return facts(
            organisation="みほん市",
            sites=[],
            cause="misdelivery",
            exposure=[],
            affected_count=[count(number)],
            notice_date=day,
            timeline=[event("discovered", day), event("disclosed", day)],
        )

    found = linked(
        mishap("2021-05-10", 12), mishap("2021-04-09", 12), mishap("2021-05-02", 40), later=False
    )
    assert found.known is None


def test_equal_small_numbers_say_nothing() -> None:
    bare = {"timeline": [], "exposure": [], "affected_count": [count(12)]}
    assert linked(final(**bare), first() | {"affected_count": [count(12)]}).known is None


def test_the_same_notice_in_another_file_is_recognised() -> None:
    assert linked(final(), final(), later=False).known is not None


def test_nothing_known() -> None:
    assert linked(final()) == Linked(None, ())
    assert linked({}, {}) == Linked(None, ())


def test_what_the_ledger_keeps_is_plain() -> None:
    kept = link_json(linked(final(), first()))
    assert json.loads(json.dumps(kept)) == kept
    assert kept["linked"]["id"] == "2021-0001" and kept["offered"] == []
    assert link_json(Linked(None, ())) == {"linked": None, "offered": []}
