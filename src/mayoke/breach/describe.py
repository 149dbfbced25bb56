"""An incident in plain words, in the order a careful blogger would tell it.

When it leaked, how many, what, why, the announcement, the course of events; what a notice does not
say is said to be missing, and nothing is added.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from mayoke.breach import words
from mayoke.breach.dates_in_words import day, span
from mayoke.records.incident import AffectedCount, Incident
from mayoke.records.verdict import Sentence

NOT_STATED = Sentence("記載がありません", "not stated")
REASON = Sentence("公表までに時間がかかった理由", "Reason given for the delay")


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled line of an incident."""

    label: Sentence
    text: Sentence


def rows(incident: Incident) -> tuple[Row, ...]:
    """The facts of an incident, one labelled line each; the first five always stand there."""
    return (
        Row(Sentence("漏れた時期", "When it leaked"), _when(incident)),
        Row(Sentence("件数", "How many"), _how_many(incident)),
        Row(Sentence("漏れたおそれのある情報", "What may have leaked"), _what(incident)),
        Row(Sentence("原因", "Why"), _why(incident)),
        Row(Sentence("公表", "Announced"), _announced(incident)),
        *_more(incident),
    )


def paragraph(incident: Incident) -> Sentence:
    """The same as one paragraph."""
    who = incident.organisation or Sentence("ある事業者", "An unnamed organisation")
    ja_who, en_who = (who, who) if isinstance(who, str) else (who.ja, who.en)
    sites = [site.name for site in incident.sites if site.name]
    if sites:
        ja_who = f"{ja_who}の「{'」「'.join(sites)}」"
        en_who = f"{en_who} ({', '.join(sites)})"
    when, many, what = _when(incident), _how_many(incident), _what(incident)
    why, told = _why(incident), _announced(incident)
    status = words.STATUSES.get(incident.leak_status or "")
    delay = incident.delays.suspicion_to_disclosure_days
    ja = [f"{ja_who}で、情報が漏れた、または漏れたおそれがあると公表されました。"]
    en = [f"{en_who} announced that data leaked or may have leaked."]
    if status:
        ja.append(f"{status.ja}。")
        en.append(f"{status.en}.")
    for label_ja, label_en, text in (
        ("時期は", "When: ", when),
        ("件数は", "How many: ", many),
        ("内容は", "What: ", what),
        ("原因は", "Why: ", why),
        ("公表は", "Announced: ", told),
    ):
        ja.append(f"{label_ja}、{text.ja}。")
        en.append(f"{label_en}{text.en}.")
    if delay is not None:
        ja.append(f"疑いがわかってから公表まで{delay}日でした。")
        en.append(f"From the first suspicion to the announcement it took {delay} days.")
    return Sentence("".join(ja), " ".join(en))


def _when(incident: Incident) -> Sentence:
    told = [
        Sentence(
            f"{span(period.start, period.end).ja}{words.BASES[period.basis].ja}",
            f"{span(period.start, period.end).en} {words.BASES[period.basis].en}",
        )
        for period in incident.exposure
    ]
    return _listed(told)


def _how_many(incident: Incident) -> Sentence:
    counts = [c for c in incident.affected_count if not c.superseded]
    first = [c for c in counts if c.primary] or [c for c in counts if c.parent is None]
    rest = [c for c in counts if c not in first]
    text = _listed([_count(c) for c in first])
    if not rest or text == NOT_STATED:
        return text
    parts = _listed([_count(c) for c in rest])
    return Sentence(
        f"{text.ja}（内訳など：{parts.ja}）", f"{text.en} (of these, or also: {parts.en})"
    )


def _count(count: AffectedCount) -> Sentence:
    much, people = words.QUALIFIERS[count.qualifier], words.PEOPLE[count.what]
    return Sentence(
        f"{people.ja}{much.ja}{count.count:,}{count.unit}",
        f"{much.en}{count.count:,} {people.en}",
    )


def _what(incident: Incident) -> Sentence:
    leaked = _listed([words.ITEMS[item] for item in incident.data_items])
    if not incident.data_items_negated:
        return leaked
    kept = _listed([words.ITEMS[item] for item in incident.data_items_negated])
    return Sentence(
        f"{leaked.ja}（{kept.ja}は漏れていないとされています）",
        f"{leaked.en} (said not to have leaked: {kept.en})",
    )


def _why(incident: Incident) -> Sentence:
    if incident.cause is None:
        return NOT_STATED
    cause = words.CAUSES[incident.cause]
    if incident.cause_confirmed is False:
        return Sentence(f"{cause.ja}（推定）", f"{cause.en} (supposed)")
    return cause


def _announced(incident: Incident) -> Sentence:
    if incident.notice_date is None:
        return NOT_STATED
    return day(incident.notice_date)


def _more(incident: Incident) -> Iterator[Row]:
    """What not every notice tells."""
    if incident.misuse:
        yield Row(Sentence("悪用", "Misuse"), words.MISUSES[incident.misuse])
    if incident.delay_reason:
        text = f"「{''.join(incident.delay_reason.quote.split())}」"
        yield Row(REASON, Sentence(text, text))
    if incident.reissue_fee:
        yield Row(
            Sentence("カード再発行の手数料", "Fee for a new card"), _FEES[incident.reissue_fee]
        )
    desk = incident.contacts
    reached = [text for text in (desk.name, *desk.phone, *desk.email, desk.hours) if text]
    if reached:
        yield Row(
            Sentence("お知らせにある窓口", "The desk the notice names"),
            Sentence("、".join(reached), ", ".join(reached)),
        )


_FEES = {
    "borne_by_operator": Sentence("事業者が負担", "borne by the organisation"),
    "borne_by_holder": Sentence("カードの持ち主が負担", "borne by the cardholder"),
}


def _listed(told: list[Sentence]) -> Sentence:
    if not told:
        return NOT_STATED
    return Sentence("、".join(one.ja for one in told), ", ".join(one.en for one in told))
