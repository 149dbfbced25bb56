"""The places that a verdict's evidence points to."""

from mayoke.records.shown import Mark
from mayoke.records.verdict import Sentence, Verdict, Weighed


def marks(verdict: Verdict) -> tuple[Mark, ...]:
    """A mark for each place; ``note`` is the first index in ``verdict.evidence`` that says it."""
    wanted = {weighed.says for side in sides(verdict) for weighed in side}
    first: dict[Sentence, int] = {}
    found = []
    for index, weighed in enumerate(verdict.evidence):
        if weighed.says in wanted:
            place = weighed.evidence
            note = first.setdefault(weighed.says, index)
            found.append(Mark(note, place.part, place.start, place.end))
    return tuple(found)


def sides(verdict: Verdict) -> tuple[tuple[Weighed, ...], tuple[Weighed, ...]]:
    """What speaks for the verdict, and what against it: weightiest first, each sentence once.

    What has no weight is left out, unless there is nothing else.
    """
    bad = verdict.verdict != "clean"
    for_it = [one for one in verdict.evidence if (one.speaks_for != "clean") == bad]
    against = [one for one in verdict.evidence if (one.speaks_for != "clean") != bad]
    return _once(for_it), _once(against)


def _once(found: list[Weighed]) -> tuple[Weighed, ...]:
    weighty = [one for one in found if one.weight > 0] or found
    said: dict[Sentence, Weighed] = {}
    for one in weighty:
        said.setdefault(one.says, one)
    return tuple(said.values())
