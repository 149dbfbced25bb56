"""Watched words: folding, borders, bounds."""

from mayoke.mail.check import context
from mayoke.mail.read.read import read
from mayoke.mail.signals.watch import Watch

WIDE = Watch("ＡＢＣ銀行")
LATIN = Watch("zebra", "okap*")
SHARED = Watch("zebra")


def words(watch: Watch, text: str) -> list[str]:
    return [hit.folded.text[start:end] for hit, start, end in watch.hits(context(read(text)))]


def test_words_and_texts_are_folded_alike() -> None:
    assert words(WIDE, "ＡｂＣ 銀 行です") == ["abc銀行"]


def test_a_latin_word_stands_alone() -> None:
    assert words(LATIN, "zebra, zebras, azebra and okapis") == ["zebra", "okap"]


def test_a_word_may_have_several_watches() -> None:
    assert words(LATIN, "a zebra") == words(SHARED, "a zebra") == ["zebra"]


def test_a_watch_made_later_sees_too() -> None:
    assert words(LATIN, "a zebra") == ["zebra"]
    assert words(Watch("quagga"), "a quagga") == ["quagga"]


def test_hits_are_bounded() -> None:
    assert len(words(LATIN, "zebra " * 5_000)) == 30
