"""What stands on the printed sheet, as plain values; the page and the PDF lay out the same."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Any, Final, Literal

from mayoke.help import words
from mayoke.help.opening_hours import timetable
from mayoke.records.contact import Contact
from mayoke.records.plan import Due, Plan, PlanStep, Reachable
from mayoke.records.verdict import Sentence
from mayoke.text.invisible import INVISIBLE

Lang = Literal["ja", "en"]

_REACHED: Final = ("open", "unknown", "closed")

_STRAIGHT: Final = str.maketrans("“”‘’", "\"\"''")  # Japanese type makes the curly ones wide

LONGEST_STORY: Final = 20_000

TITLE = Sentence("相談メモ", "Notes for the desk")
HANDING = Sentence(
    "このページは、警察、銀行、カード会社、消費生活センターなどの窓口でお見せください。",
    "Show this page at the police, the bank, the card desk or the consumer centre.",
)
CASE = Sentence("相談したいこと", "My case")
UNTIL = Sentence("{day}まで", "Until {day}")
MADE = Sentence("作成：{day} {at}（日本時間）", "Made: {day}, {at} (Japan time)")
STORY = Sentence("くわしいいきさつ", "The story")
STORY_LINES = Sentence(
    "いつ、どこで、だれに、何を言われ、何をしたかを、わかるところだけ書いてください。",
    "Write what you know: when, where, who, what they said, what you did.",
)
CALLS = Sentence("連絡の記録", "Whom I contacted")
CALLS_HOW = Sentence(
    "話したあとで書いておくと、次の窓口で役に立ちます。",
    "Fill in a line after each call or visit; the next desk will ask.",
)
CALLED = (
    Sentence("日時", "Date and time"),
    Sentence("連絡した先", "Desk"),
    Sentence("担当者名", "Spoke to"),
    Sentence("受付番号", "Reference no."),
)
TO_DO = Sentence("やること（ご自分用）", "What to do (for yourself)")
TO_DO_HOW = Sentence(
    "上から順に進め、終わったものに印を付けてください。一度に全部でなくてかまいません。",
    "Go from the top, and tick what is done. It need not be all at once.",
)
NOTES = Sentence("メモ", "Notes")
UNKNOWN = Sentence("（書き込んでください）", "(please fill in)")
FOOT = Sentence(
    "mayoke で作成（記録の版 {version}）。電話番号や受付時間は、変わることがあります。",
    "Made with mayoke (records {version}). Numbers and hours may change.",
)


def content(plan: Plan, lang: Lang, story: str = "") -> dict[str, Any]:
    """Everything on the sheet in ``lang``: strings, lists of strings, and mappings of them."""
    say = _Say(lang)
    made = words.both(
        MADE,
        day=words.day_words(plan.asked_at.astimezone(words.JST).date()),
        at=_same(words.clock(plan.asked_at)),
    )
    return {
        "lang": lang,
        "title": say(TITLE),
        "handing": say(HANDING),
        "made": say(made),
        "first": say(plan.first),
        "happened": {"title": say(CASE), "facts": _facts(plan, say)},
        "story": {"title": say(STORY), "hint": say(STORY_LINES), "text": clean(story)},
        "warnings": {"title": say(words.WARNINGS), "texts": say.all(plan.warnings)},
        "steps": {
            "title": say(TO_DO),
            "hint": say(TO_DO_HOW),
            "groups": [
                {"title": say(words.WITHIN_TITLES[within]), "steps": [_step(s, plan, say) for s in group]}
                for within, group in groupby(plan.steps, key=lambda step: step.within)
            ],
        },
        "calls": {"title": say(CALLS), "hint": say(CALLS_HOW), "columns": say.all(CALLED)},
        "contacts": {
            "title": say(words.CONTACTS),
            "texts": [_contact(one, say) for one in plan.contacts],
        },
        "deadlines": {"title": say(words.DEADLINES), "texts": [_due(d, say) for d in plan.deadlines]},
        "listening": {
            "title": say(words.LISTENING),
            "texts": [_contact(one, say) for one in beside(plan)],
        },
        "good_to_know": {"title": say(words.NOTES), "texts": say.all(plan.notes)},
        "notes": say(NOTES),
        "foot": [say(words.GENERAL), say(checked_on(plan)), say(words.both(FOOT, version=_same(plan.registry[:12])))],
    }  # fmt: skip


def clean(story: str) -> str:
    """What a person wrote: lines stay, nothing that is invisible or steers a reader does."""
    lines = story[:LONGEST_STORY].replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(
        "\ufffd" if unicodedata.category(ch) == "Cs" else ch
        for ch in lines
        if ch == "\n" or (unicodedata.category(ch) != "Cc" and ch not in INVISIBLE)
    ).strip()


def beside(plan: Plan) -> list[Reachable]:
    """Those who listen and are not among the contacts of the steps; first those who answer now."""
    named = {one.contact.slug for one in plan.contacts}
    others = [one for one in plan.listening if one.contact.slug not in named]
    return sorted(others, key=lambda one: (not one.contact.always, _REACHED.index(one.reach)))


def doubts(contact: Contact) -> list[Sentence]:
    """What is not sure about a contact, but for its hours, which say so themselves."""
    if contact.quality == "low":
        return [words.DOUBTS["low"]]
    return [words.DOUBTS[doubt] for doubt in contact.uncertain if doubt != "hours"]


def checked_on(plan: Plan) -> Sentence:
    """As of when the contacts and deadlines are known."""
    known = [one.contact.checked_on for one in (*plan.contacts, *plan.listening)]
    days = [*known, *(one.checked_on for one in plan.deadlines)]
    if not days:
        return Sentence("", "")
    return words.both(words.CHECKED, day=words.day_words(min(days)))


class _Say:
    """Sentences in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.gap = "、" if lang == "ja" else "; "

    def __call__(self, sentence: Sentence) -> str:
        if self.lang == "ja":
            return sentence.ja
        return sentence.en.translate(_STRAIGHT)

    def all(self, sentences: Iterable[Sentence]) -> list[str]:
        return [self(one) for one in sentences]


def _same(text: str) -> Sentence:
    return Sentence(text, text)


def _facts(plan: Plan, say: _Say) -> list[dict[str, str]]:
    happened = plan.happened
    count = len(happened.situations)
    rows = [
        (words.HAPPENED, _named(plan.names[:count], say)),
        (words.WHEN, say(words.when_words(happened.when) if happened.when else UNKNOWN)),
        (words.AMOUNT, say(UNKNOWN if happened.amount is None else words.yen(happened.amount))),
        (words.MEANS, _named(plan.names[count:], say) or say(UNKNOWN)),
    ]
    if happened.contract_document:
        rows.append((words.CONTRACT, say(words.day_words(happened.contract_document))))
    return [{"label": say(label), "text": text} for label, text in rows]


def _named(names: Iterable[Sentence], say: _Say) -> str:
    """Names; on an English sheet the Japanese ones beside them, for the desk that reads it."""
    if say.lang == "ja":
        return "、".join(name.ja for name in names)
    return "; ".join(f"{name.en} ({name.ja})" for name in names)


def _step(step: PlanStep, plan: Plan, say: _Say) -> dict[str, Any]:
    contacts = {one.contact.slug: one.contact for one in plan.contacts}
    deadlines = {one.slug: one for one in plan.deadlines}
    lines = []
    if step.have_ready:
        lines.append((words.HAVE_READY, say.gap.join(say.all(step.have_ready))))
    if step.contacts:
        named = (contacts[slug] for slug in step.contacts)
        texts = (f"{say(one.name)} {one.phone}".strip() for one in named)
        lines.append((words.CONTACT, say.gap.join(texts)))
    dues = (deadlines[slug] for slug in step.deadlines)
    lines += [
        (words.DEADLINE, f"{say(d.name)} {say(_until(d))}") for d in dues if d.day is not None
    ]
    return {
        "number": str(step.number),
        "says": say(step.says),
        "how": say.all(step.how),
        "lines": [{"label": say(label), "text": text} for label, text in lines],
    }


def _contact(one: Reachable, say: _Say) -> dict[str, Any]:
    contact = one.contact
    notes = [] if contact.hours_note is None else [say(contact.hours_note)]
    notes += say.all(doubts(contact))
    return {
        "name": say(contact.name),
        "other": contact.name.ja if say.lang == "en" else "",
        "for_what": say(contact.for_what),
        "phone": contact.phone,
        "url": contact.url,
        "mail": contact.mail,
        "hours": say(timetable(contact)),
        "notes": notes,
        "how": say.all(contact.how),
    }


def _due(one: Due, say: _Say) -> dict[str, str]:
    return {
        "name": say(one.name),
        "says": say(_until(one)),
        "rule": say(one.rule),
        "starts": f"{say(words.PERIOD)}{'：' if say.lang == 'ja' else ': '}{say(one.starts)}",
        "caveat": "" if one.caveat is None else say(one.caveat),
    }


def _until(one: Due) -> Sentence:
    """The last day; what is left of the time until then is no matter for paper."""
    if one.day is None or one.passed:
        return one.says
    return words.both(UNTIL, day=words.day_words(one.day))
