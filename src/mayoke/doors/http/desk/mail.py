"""A visitor's mail for the desk: as texts, never live."""

from mayoke import pipeline
from mayoke.doors.say.words import SHORT, place
from mayoke.publish.show.evidence import marks
from mayoke.publish.show.show import show
from mayoke.records.errors import BadInput
from mayoke.records.shown import Segment
from mayoke.records.verdict import Sentence
from mayoke.registry.load import load

Part = tuple[Sentence, tuple[Segment, ...]]


def shown_mail(data: bytes) -> tuple[Part, ...]:
    """Sender, subject, texts, and what else shows what it is, by name; empty for what is no mail."""
    if not data:
        return ()
    try:
        texts, places = pipeline.parts(data), marks(pipeline.check(data))
    except BadInput:
        return ()
    return tuple((place(part.part), part.segments) for part in show(texts, places).parts)


def verdict_words(told: str) -> Sentence:
    """What ``scam phishing`` means; words that are none of ours stay as they are."""
    word, _, kind = told.partition(" ")
    known = load().kinds.get(kind)
    for verdict, short in SHORT.items():
        if verdict == word:
            ja, en = (known.name.ja, known.name.en) if known else (kind, kind)
            return Sentence(f"{short.ja}、{ja}", f"{short.en}, {en}") if kind else short
    return Sentence(told, told)
