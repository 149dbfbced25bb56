"""Does a text ask the reader to hand something over?

A thing (card number, password …) is asked for when a request to enter, send or tell it stands in
the same sentence: after it in Japanese, before it in English. A sentence that says not to, that
nobody asks, or that describes what swindlers do, asks for nothing.
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.views import Text
from mayoke.mail.signals.watch import Watch
from mayoke.records.evidence import Evidence

_AFTER = 48
_BEFORE = 60

ENTER = "入力|記入|ご用意|照合|再登録|入れ|打ち込|押し"
TELL = "返信|返送|送って|送り直|送付|送信|お送り|教え|お知らせ|知らせ|お伝え|伝えて|転送"
SHOW = "提出|アップロード|撮影|送って|送付|送信|お送り|返信|添付|スキャン|撮って|写真"

_ASKS = (
    r"(?:して|し|て)?(?:ください|下さい|くれ(?:ません|ない|る|$|。)|ほしい|欲しい|もらえ|もらい|"
    r"頂[いきけ]|いただ[いきけ]|を?(?:お)?願い|の(?:うえ|上)|が必要|する必要|するだけ|すると|すれば|"
    r"しますと|後[、,に]|をして|を行|すること|必須|画面|フォーム|へ(?:進|お進))"
)
_NEEDED = r"(?:が|も)(?:必要|要)(?:です|となり|になり)"
_DENIES = (
    r"ないで|ないよう|ぬよう|ことは|せず|いたしません|しません|しており?ません|おりません|求め(?:て|る|ら)|"
    r"要求|不要|控え|おやめ|やめて|避け|だま|騙|盗|詐欺|偽|させ|促[しす]|誘導|絶対に|決して|必要はあり|"
    r"必要はござい|要りません"
)
_ELSEWHERE = re2.compile(
    "^(?:に|へ|まで|宛|から|を?(?:ご?変更|再設定|お?忘れ|初期化|見直|リセット)|"
    "(?:は|[:=]) ?[「『]?[a-z0-9]{4})"
)
"""The thing is where something goes to, is to be changed, or is given: it is not asked for."""
_LISTED = re2.compile("(?:必要なもの|ご用意いただくもの|必要情報|必要事項|ご入力項目)[^。]{0,40}$")
_WARNS = re2.compile(
    r"フィッシング|詐欺|不審な|偽(?:の|サイト|メール)|装(?:[いうっ])|なりすまし|騙|だまし|手口|phishing|"
    r"scam|fraudulent"
)
_ENGLISH = re2.compile(
    r"\b(?:enter|provide|confirm|submit|send|reply with|update|verify|give|fill in|fill out|supply|"
    r"forward|tell|require)\b(?:us|me)?[^=/|]{0,44}$"
)
_ENGLISH_DENIES = re2.compile(
    r"\b(?:never|not|don't|dont|won't|no one|nobody|cannot|can't|without|avoid|refrain|asks? you|"
    r"if you|(?:give|send|tell|forward)s? (?:you|him|her|them|it|an?)\b)"
)
_STOPS = "。!?"


class Asking:
    """Requests for one kind of thing, by its names and by the verbs that would hand it over.

    ``needed``: to say that it is needed is a request too.
    """

    def __init__(self, *nouns: str, verbs: str, needed: bool = True) -> None:
        self._watch = Watch(*nouns)
        self._request = re2.compile(
            rf"(?:{verbs})[^。]{{0,3}}?{_ASKS}" + (f"|{_NEEDED}" if needed else "")
        )
        self._denial = re2.compile(rf"(?:{verbs}).{{0,12}}?(?:{_DENIES})")

    def find(self, ctx: Context) -> Iterator[tuple[Text, int, int]]:
        """The requests, as ``(text, start, end)`` in the folded text, thing and verb included."""
        for text, start, end in self._watch.hits(ctx):
            if ctx.about_programs:
                return
            span = self._asked(text.folded.text, start, end)
            if span is not None:
                yield text, *span

    def first(self, ctx: Context) -> Evidence | None:
        """The first request, quoted."""
        return next((text.evidence(start, end) for text, start, end in self.find(ctx)), None)

    def _asked(self, folded: str, start: int, end: int) -> tuple[int, int] | None:
        before = folded[max(0, start - _BEFORE) : start]
        if _WARNS.search(before) or _WARNS.search(folded[end : end + 80]):
            return None
        if folded[start:end].isascii():
            return _asked_in_english(before, start, end)
        if _LISTED.search(before):
            return start, end
        after = sentence(folded[end : end + _AFTER])
        if _ELSEWHERE.search(after):
            return None
        found = self._request.search(after)
        if found is None or self._denial.search(folded[end : end + _AFTER + 16]):
            return None
        return start, word_end(folded, end + found.end())


def _asked_in_english(before: str, start: int, end: int) -> tuple[int, int] | None:
    begun = before[max(before.rfind(stop) for stop in (". ", "! ", "? ")) + 1 :]
    found = _ENGLISH.search(begun)
    if found is None or _ENGLISH_DENIES.search(begun):
        return None
    return start - len(begun) + found.start(), end


def sentence(text: str) -> str:
    """The rest of the sentence at the start of ``text`` (folded), with its full stop."""
    ends = [at for at in (text.find(stop) for stop in _STOPS) if at >= 0]
    return text[: min(ends) + 1] if ends else text
