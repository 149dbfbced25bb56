"""A course of events for a terminal: one line an event, and how long it took in between."""

from collections.abc import Iterator

from mayoke.records.timeline import Timeline


def lines(timeline: Timeline) -> Iterator[str]:
    """The lines, without a width; the caller wraps and defangs what strangers wrote."""
    for stretch in timeline.stretches:
        yield f"{stretch.start} ━ {stretch.end}  {stretch.label}"
    before = None
    for mark in timeline.marks:
        if mark.day is None:
            continue
        if before is not None and mark.day != before:
            later = timeline.days_later.format(n=f"{(mark.day - before).days:,}")
            yield f"           │ {later}"
        head = str(mark.day) if mark.day != before else " " * 10
        yield f"{head} ● {mark.label}"
        before = mark.day
    undated = [mark for mark in timeline.marks if mark.day is None]
    if undated:
        yield f"{timeline.undated}:"
    for mark in undated:
        yield f"  {mark.written}  {mark.label}"
