"""The words that every article has around its facts."""

from typing import Literal

from mayoke.records.verdict import Sentence

Lang = Literal["ja", "en"]

CONTENTS = Sentence("目次", "Contents")
SOURCES = Sentence("もとのお知らせ", "Where it was told")
COMMENT = Sentence("{name} より", "A word from {name}")
CITED = Sentence("（{source}より引用）", "(quoted from {source})")
DRAWN = Sentence(
    "この記事は、公表された文面から読み取った事実を並べたものです。",
    "This article puts together facts that were read from what was announced.",
)


def say(sentence: Sentence, lang: Lang) -> str:
    """The words in one language."""
    return sentence.ja if lang == "ja" else sentence.en
