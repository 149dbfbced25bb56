"""What to do now, for someone who only received the message."""

from mayoke.records.verdict import Sentence
from mayoke.registry.load import Registry


def advise(kind: str, verdict: str, registry: Registry) -> tuple[Sentence, ...]:
    """The first steps for a kind of scam, for junk, for a clean mail, or for "cannot tell"."""
    return registry.advice["unsure" if verdict == "unsure" else kind]
