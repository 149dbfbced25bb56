"""Days between events: only from full dates, and never zero for a missing one."""

from dataclasses import replace

from mayoke.breach.delays import derive, full
from mayoke.records.incident import Exposure
from tests.breach.incidents import HERE, event, incident


def test_the_whole_course_of_a_card_leak() -> None:
    leak = incident()
    delays = derive(leak.timeline, leak.exposure)
    assert delays.suspicion_to_disclosure_days == 122
    assert delays.suspicion_to_card_stop_days == 0
    assert delays.suspicion_to_site_stop_days == 3
    assert delays.suspicion_to_police_days == 87
    assert delays.suspicion_to_ppc_days == 4
    assert delays.investigation_days == 73
    assert delays.investigation_completed_to_disclosure_days == 42
    assert delays.exposure_days == 335
    assert delays.exposure_end_to_disclosure_days == 122
    assert delays.suspicion_to_individuals_days is None
    assert delays.occurrence_to_discovery_days is None


def test_a_date_without_its_year_gives_no_number() -> None:
    timeline = (event("XXXX-03-01", "discovered"), event("2024-07-01", "disclosed"))
    assert derive(timeline, ()).suspicion_to_disclosure_days is None
    assert full("XXXX-03-01") is None and full("2024-03") is None and full("2024-02-30") is None


def test_what_a_processor_reported_is_not_the_operators_report() -> None:
    timeline = (
        event("2024-03-01", "discovered"),
        event("2024-03-02", "ppc_reported", actor="processor"),
        event("2024-03-09", "ppc_reported"),
    )
    assert derive(timeline, ()).suspicion_to_ppc_days == 8


def test_an_attack_counts_only_where_nothing_else_is_known() -> None:
    bought = Exposure("2024-01-01", "2024-01-31", "purchase", "day", HERE)
    attack = replace(bought, start="2023-01-01", basis="attack")
    assert derive((), (bought, attack)).exposure_days == 30
    assert derive((), (attack,)).exposure_days == 395


def test_an_open_period_has_no_length() -> None:
    assert (
        derive((), (Exposure("2024-01-01", None, "purchase", "day", HERE),)).exposure_days is None
    )
