"""An incident's course of events, ready to be drawn."""

from typing import Literal

from mayoke.breach import words
from mayoke.breach.dates_in_words import day
from mayoke.breach.delays import full
from mayoke.records.incident import Incident
from mayoke.records.timeline import Mark, Stretch, Timeline
from mayoke.records.verdict import Sentence

Lang = Literal["ja", "en"]

_PERIODS = {
    "purchase": Sentence("この間の買い物", "purchases then"),
    "input": Sentence("この間の入力", "data typed in then"),
    "attack": Sentence("攻撃のあった間", "the attack"),
    "public_access": Sentence("外から見られた間", "open to others"),
}


def timeline(incident: Incident, lang: Lang) -> Timeline:
    """Every event and every closed exposure period, with labels in one language."""
    marks = tuple(
        Mark(
            full(event.date),
            _say(day(event.date), lang),
            _say(words.event(event.event, event.detail), lang),
        )
        for event in incident.timeline
    )
    stretches = tuple(
        Stretch(first, last, _say(_PERIODS[period.basis], lang))
        for period in incident.exposure
        if (first := full(period.start)) and (last := full(period.end)) and first <= last
    )
    who = incident.organisation or next((s.name for s in incident.sites if s.name), None)
    title = _say(Sentence("ことの経過", "Course of events"), lang)
    return Timeline(
        f"{title}：{who}" if who and lang == "ja" else f"{title}: {who}" if who else title,
        marks,
        stretches,
        _say(Sentence("{n}日後", "+{n} d"), lang),
        _say(Sentence("最初の出来事から", "since the first"), lang),
        _say(Sentence("年や日がわからないもの", "Without a full date"), lang),
    )


def _say(sentence: Sentence, lang: Lang) -> str:
    return sentence.ja if lang == "ja" else sentence.en
