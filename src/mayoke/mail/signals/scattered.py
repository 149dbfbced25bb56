"""What stands scattered over a long message is no lure.

A lure is told in one place and leads to one place. A newsletter of ten pages has, here a word of
money, there a word of haste, and among its thirty links one to a free host. So of the findings for
scam in a long text only those of its densest passage count, and of a message that leads to many
places a weak oddity of one link does not.
"""

from collections.abc import Iterable, Mapping

from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

LONG = 1_500
"""Texts up to so many characters are judged whole."""

PASSAGE = 1_200
MANY_PLACES = 8
"""Registrable domains that visible links lead to."""

_TELLING = frozenset(
    {
        "brand_host_as_left_part",
        "brand_word_in_foreign_host",
        "look_alike_domain",
        "no_link_leads_to_the_brand",
        "shown_brand_url_differs_from_target",
        "user_at_host_in_link",
    }
)
"""Link signals that show an intent by themselves, however many other links there are."""


def without_scattered(
    ctx: Context, signals: Iterable[Signal], catalogue: Mapping[str, SignalInfo]
) -> tuple[Signal, ...]:
    """The signals that count; what does not speak for scam is left as it is."""
    found = tuple(signals)
    accusing = [signal for signal in found if catalogue[signal.id].speaks_for == "scam"]
    if not accusing:
        return found
    dropped = {id(signal) for signal in _outside_passages(ctx, accusing)}
    if len(accusing) > len(dropped) and _leads_to_many_places(ctx):
        dropped |= {
            id(signal)
            for signal in accusing
            if ":link:" in signal.evidence.part and signal.id not in _TELLING
        }
    return tuple(signal for signal in found if id(signal) not in dropped)


def _outside_passages(ctx: Context, accusing: list[Signal]) -> Iterable[Signal]:
    """Findings outside the passage of their text that holds the most different ones."""
    for text in ctx.bodies:
        if len(text.raw) <= LONG:
            continue
        inside = sorted(
            (signal for signal in accusing if signal.evidence.part == text.part),
            key=lambda signal: signal.evidence.start,
        )
        best: tuple[int, int] = (0, 0)
        for first in inside:
            start = first.evidence.start
            ids = {s.id for s in inside if start <= s.evidence.start <= start + PASSAGE}
            best = max(best, (len(ids), -start))
        start = -best[1]
        for signal in inside:
            if not start <= signal.evidence.start <= start + PASSAGE:
                yield signal


def _leads_to_many_places(ctx: Context) -> bool:
    places = {
        seen.url.registrable
        for seen in ctx.clickable
        if seen.link.shown or seen.link.place == "text"
    }
    return len(places) > MANY_PLACES
