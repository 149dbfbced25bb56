"""The lexicon: each phrase fires on its specimen, through every disguise, and not on near misses."""

import pytest

from mayoke.mail.check import context
from mayoke.mail.read.read import read
from mayoke.mail.signals.phrases import phrase_finder
from mayoke.registry.lexicon import Phrase, PhraseGroup
from mayoke.registry.load import load

CASES = [(group, number) for group in load().lexicon for number in range(len(group.phrases))]
NEAR = [(group, text) for group in load().lexicon for text in group.nearly]


def fired(text: str) -> set[tuple[str, int]]:
    ctx = context(read(text))
    return {(hit.group.id, hit.phrase) for hit in phrase_finder(load()).hits(ctx, every=True)}


def name(value: object) -> str:
    return value.id if isinstance(value, PhraseGroup) else str(value)[:20]


@pytest.mark.parametrize(("group", "number"), CASES, ids=name)
def test_phrase_fires_on_its_specimen(group: PhraseGroup, number: int) -> None:
    assert (group.id, number) in fired(group.phrases[number].specimen)


@pytest.mark.parametrize(("group", "text"), NEAR, ids=name)
def test_group_does_not_fire_on_its_near_miss(group: PhraseGroup, text: str) -> None:
    assert group.id not in {signal for signal, _ in fired(text)}


def test_phrases_are_found_through_width_space_and_invisible_characters() -> None:
    group, phrase = _japanese_phrase()
    disguised = "\u200b".join(" ".join(phrase.specimen))
    number = group.phrases.index(phrase)
    assert (group.id, number) in fired(disguised)


def test_quotation_is_the_original_text() -> None:
    group, phrase = _japanese_phrase()
    text = "ああ。\n\n" + "\u200b".join(phrase.specimen)
    ctx = context(read(text))
    hits = [h for h in phrase_finder(load()).hits(ctx, every=True) if h.group.id == group.id]
    body = ctx.message.bodies[0].text
    assert hits
    for hit in hits:
        assert body[hit.evidence.start : hit.evidence.end] == hit.evidence.quote


def _japanese_phrase() -> tuple[PhraseGroup, Phrase]:
    for group in load().lexicon:
        for phrase in group.phrases:
            if not any(ch.isascii() and ch.isalnum() for ch in phrase.specimen):
                return group, phrase
    raise AssertionError("the lexicon has no purely Japanese phrase")
