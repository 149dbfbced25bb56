"""Letters of another script stand in for the ones they look like.

What it sees
    Cyrillic, Greek or phonetic look-alikes next to Latin letters in one word (Аmazon with a
    Cyrillic А), and kanji that look like kana inside katakana words (カ一ド, 口グイン, 力ード).
Why it matters
    The eye reads the usual word; a filter reads another one.
When it is wrong
    Slips in Russian or Greek mail, mathematics. Letters used as signs in Japanese (α, μ, Ω) are
    left out.
Example
    「Аmаzоn プライム」 with three Cyrillic letters.
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.odd_characters import LOOKALIKES, odd_characters
from mayoke.mail.signals.watch import Watch
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="homoglyph_letters_in_words",
    speaks_for="scam",
    kinds=(),
    ja="「{quote}」には、よく似た別の文字が使われています。迷惑メールの検査をすり抜けるための細工です。",
    en="“{quote}” is written with look-alike letters of another script, a trick to slip past filters.",
)

_MIXED = re2.compile(
    f"[A-Za-z{LOOKALIKES}]{{0,30}}(?:[A-Za-z]{{2}}[{LOOKALIKES}]|[{LOOKALIKES}][A-Za-z]{{2}}"
    f"|[A-Za-z][{LOOKALIKES}][A-Za-z])[A-Za-z{LOOKALIKES}]{{0,30}}"
)
_TELLING = frozenset(ch for ch in LOOKALIKES if ch.isalpha())

_KANJI_FOR_KANA = Watch(
    "力ード", "力一ド", "カ一ド", "力-ド", "口グイン", "口グオ", "口グア", "ブ口グ", "プ口グ", "工ラー",
    "パスワ一ド", "サ一ビス", "サ一バ", "メ一ル", "ユ一ザ", "デ一タ", "ペ一ジ", "サポ一ト", "コ一ド",
    "センタ一", "ホ一ム", "メンバ一", "ポ一ト", "ボ一ナス", "ア力ウント", "アカウン卜",
    "ア力ウン卜", "クレジッ卜", "セキュリ夕", "ネッ卜", "サイ卜", "ポイン卜", "オペレ一",
    "ロ座", "イ才ン", "才ンライン", "才リコ", "二ュース", "卜ヨタ", "夕イム", "デ一夕",
)  # fmt: skip

_GO_ON = ("覧", "部", "人", "つ", "括", "般", "律")
"""After 一 these make a word of its own: メンバ一覧."""


def find(ctx: Context) -> Iterator[Signal]:
    """The first word of each sort."""
    for text, odd in odd_characters(ctx):
        if odd & _TELLING:
            found = _MIXED.search(text.raw[:50_000])
            if found is not None:
                evidence = Evidence(text.part, found.start(), found.end(), found.group())
                yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
                break
    for text, start, end in _KANJI_FOR_KANA.hits(ctx):
        if text.folded.text[end : end + 1] in _GO_ON:
            continue
        evidence = text.evidence(start, end)
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        break
