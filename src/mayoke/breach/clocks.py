"""An incident against the legal clocks that ran at that time.

The words are "later than", never "broke": a notice does not tell everything, and why something
took long is not for a program to judge.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import jpholiday

from mayoke.breach.delays import full
from mayoke.records.incident import Event, Incident
from mayoke.records.law import Clock, ClockState, Duty, Trigger
from mayoke.records.verdict import Sentence

_WRONGFUL = frozenset({
    "site_vulnerability", "web_skimming", "credential_stuffing", "malware_ransomware", "insider",
    "unauthorised_access", "phishing_account_takeover",
})  # fmt: skip
_SENSITIVE = frozenset({"medical_info"})
_PROPERTY = frozenset({"card_number", "card_security_code", "card_info_unspecified"})
_LOCAL = ("市", "町", "村", "区", "県", "府", "都", "道", "教育委員会", "広域連合")
_LEARNT = ("suspicion_notified", "suspicion_notified_other", "discovered")
_ONE_PERSON_UNITS = frozenset({"名", "人", "件", "者"})


def clocks(incident: Incident, duties: Iterable[Duty]) -> tuple[Clock, ...]:
    """Every duty that could concern the incident, with how the notice's dates stand to it.

    Of a duty that changed, the version in force on the day the organisation learnt of the leak
    counts. Before the first version the answer is ``no_duty_then``. Day 1 is the day of knowledge;
    a last day on a day when the authorities are closed moves to the next open one.
    """
    learnt = _learnt(incident.timeline)
    local = (incident.organisation or "").endswith(_LOCAL)
    cases = triggers(incident)
    chosen = _in_force([d for d in duties if (d.bodies == "local") == local], learnt)
    in_order = sorted(chosen, key=lambda one: (one[0].event != "ppc_reported", one[0].days or 0))
    found = (_clock(duty, incident, learnt, cases, active=active) for duty, active in in_order)
    return tuple(clock for clock in found if clock)


def triggers(incident: Incident) -> frozenset[Trigger]:
    """Which cases of Article 7 of the Enforcement Rules the notice itself shows."""
    cases: set[Trigger] = set()
    items = set(incident.data_items)
    if items & _SENSITIVE:
        cases.add("sensitive")
    if items & _PROPERTY or {"bank_account", "password"} <= items:
        cases.add("property")
    if incident.cause in _WRONGFUL:
        cases.add("wrongful")
    counts = [c.count for c in incident.affected_count if c.unit in _ONE_PERSON_UNITS]
    if max(counts, default=0) > 1000:
        cases.add("thousand")
    return frozenset(cases)


def add_working_days(learnt: date, days: int) -> date:
    """The last day of a term: day 1 is the day of knowledge; a closed last day moves on."""
    due = learnt + timedelta(days=days - 1)
    while _closed(due):
        due += timedelta(days=1)
    return due


def _closed(day: date) -> bool:
    """A day off of the authorities (行政機関の休日に関する法律, Article 1)."""
    new_year = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
    return day.weekday() >= 5 or new_year or bool(jpholiday.is_holiday(day))


def _in_force(duties: list[Duty], learnt: date | None) -> Iterator[tuple[Duty, bool]]:
    """Per event, terms and case the version of the day; the earliest one where none was yet."""
    families: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Duty]] = {}
    for duty in duties:
        families.setdefault((duty.event, duty.details, duty.unless), []).append(duty)
    for versions in families.values():
        versions.sort(key=lambda duty: duty.valid_from)
        if learnt is None:
            yield versions[-1], True
            continue
        now = [d for d in versions if d.valid_from <= learnt <= (d.valid_to or date.max)]
        yield (now[-1], True) if now else (versions[0], False)


def _clock(
    duty: Duty,
    incident: Incident,
    learnt: date | None,
    cases: frozenset[Trigger],
    *,
    active: bool,
) -> Clock | None:
    if not active:
        # Before the law one line tells it; a final report after a preliminary one adds nothing.
        return _made(duty, "no_duty_then", learnt) if not duty.unless else None
    if not _concerns(duty, cases):
        return None
    if not cases & set(duty.triggers) or incident.cause in duty.uncertain_causes:
        return _made(duty, "not_certain", learnt)
    done = _done(incident.timeline, duty)
    if duty.days is None:
        return _made(duty, "no_fixed_days", learnt, done=done)
    due = add_working_days(learnt, duty.days) if learnt else None
    state: ClockState = "not_stated"
    if due and done:
        state = "later_than" if done > due else "within"
    return _made(duty, state, learnt, due=due, done=done)


def _concerns(duty: Duty, cases: frozenset[Trigger]) -> bool:
    """Of the two terms of the final report only the one that fits the case is shown."""
    if duty.unless:
        return bool(cases) and not cases & set(duty.unless)
    return set(duty.triggers) != {"wrongful"} or "wrongful" in cases


def _done(timeline: Iterable[Event], duty: Duty) -> date | None:
    days = (
        full(event.date)
        for event in timeline
        if event.event == duty.event
        and event.actor != "processor"
        and (not duty.details or (event.detail or "") in duty.details)
    )
    return min((day for day in days if day), default=None)


def _learnt(timeline: Iterable[Event]) -> date | None:
    days = (full(e.date) for e in timeline if e.event in _LEARNT and e.actor != "processor")
    return min((day for day in days if day), default=None)


def _made(
    duty: Duty,
    state: ClockState,
    learnt: date | None,
    *,
    due: date | None = None,
    done: date | None = None,
) -> Clock:
    late = (done - due).days if state == "later_than" and done and due else None
    says = _says(duty, state, learnt, due=due, done=done)
    return Clock(duty.slug, duty.name, duty.law, state, learnt, due, done, late, says)


def _says(
    duty: Duty, state: ClockState, learnt: date | None, *, due: date | None, done: date | None
) -> Sentence:
    ja, en = _TEMPLATES[state]
    about_ja = "（「速やかに」の目安）" if duty.approximate else ""
    about_en = " (the guideline's measure of 'promptly')" if duty.approximate else ""
    late = (done - due).days if done and due else 0
    took = (done - learnt).days if done and learnt else None
    days_ja = "日付の記載がありません" if took is None else f"知ってから{took}日です"
    days_en = "the date is not stated" if took is None else f"{took} days after knowing"
    return Sentence(
        duty.name.ja + ja.format(from_=duty.valid_from, due=due, done=done, late=late,
                                 about=about_ja, took=days_ja),
        duty.name.en[:1].upper() + duty.name.en[1:] + en.format(
            from_=duty.valid_from, due=due, done=done, late=late, about=about_en, took=days_en),
    )  # fmt: skip


_TEMPLATES: dict[ClockState, tuple[str, str]] = {
    "no_duty_then": (
        "：当時、法律上の義務はありませんでした（義務になったのは{from_}です）。",
        ": no legal duty then (it became one on {from_}).",
    ),
    "not_certain": (
        "：この件が法律上の義務の対象かどうかは、お知らせの文面だけではわかりません。",
        ": whether the duty applies cannot be told from the notice alone.",
    ),
    "within": (
        "：期限の{due}{about}までに行われています（{done}）。",
        ": done on {done}, by {due}{about}.",
    ),
    "later_than": (
        "：{due}{about}より{late}日あとの{done}に行われています。",
        ": done on {done}, {late} days later than {due}{about}.",
    ),
    "no_fixed_days": (
        "：「状況に応じて速やかに」とされ、日数の決まりはありません。{took}。",
        ": 'promptly according to the situation', no number of days; {took}.",
    ),
    "not_stated": (
        "：お知らせに日付の記載がなく、確かめられません。",
        ": a date is not stated in the notice, so this could not be checked.",
    ),
}
