"""A course of events as a picture: one SVG file, no script, no font or address from elsewhere."""

from collections.abc import Iterator
from datetime import date
from html import escape

from mayoke.records.timeline import Mark, Timeline

WIDTH = 760
_LEFT, _RIGHT = 24, 24
_ROW = 30
_AXIS = 96
_RADIUS = 10
_MARKS_MAX = 60
_STYLE = (
    "text{font-family:'Hiragino Sans','Noto Sans JP','IPAexGothic','Yu Gothic',sans-serif;"
    "font-size:15px;fill:#1f2430}.t{font-size:17px;font-weight:bold}.s{font-size:12px;"
    "fill:#5a6072}.n{font-size:12px;fill:#fff;text-anchor:middle}.a{stroke:#8a90a0;"
    "stroke-width:2}.b{fill:#d9822b;opacity:.75}.c{fill:#24508f}.l{stroke:#c8ccd6}"
)


def svg(timeline: Timeline) -> str:
    """The picture: a true-to-scale axis with numbered events, and below it what each one was.

    At most 60 events are drawn. Text is escaped; what a strict content security policy forbids is
    not in it except the one style element.
    """
    dated = [mark for mark in timeline.marks if mark.day][:_MARKS_MAX]
    undated = [mark for mark in timeline.marks if not mark.day][: _MARKS_MAX - len(dated)]
    levels = _levels(timeline, dated)
    top = _AXIS + _RADIUS * 2 * max(levels, default=0) + (22 if timeline.stretches else 0)
    body = [*_axis(timeline, dated, levels), *_rows(timeline, dated, undated, top + 44)]
    lines = len(dated) + len(undated) + (1 if undated else 0)
    height = top + 44 + _ROW * lines + 8
    told = "、".join(f"{mark.written} {mark.label}" for mark in (*dated, *undated))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="t d">'
        f'<title id="t">{_text(timeline.title)}</title><desc id="d">{_text(told)}</desc>'
        f"<style>{_STYLE}</style>"
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
        f'<text class="t" x="{_LEFT}" y="30">{_text(timeline.title)}</text>'
        f"{''.join(body)}</svg>\n"
    )


def _range(timeline: Timeline, dated: list[Mark]) -> tuple[date, date] | None:
    days = [mark.day for mark in dated if mark.day]
    days += [day for stretch in timeline.stretches for day in (stretch.start, stretch.end)]
    return (min(days), max(days)) if days else None


def _x(day: date, ends: tuple[date, date]) -> float:
    whole = (ends[1] - ends[0]).days or 1
    room = WIDTH - _LEFT - _RIGHT - 2 * _RADIUS
    return round(_LEFT + _RADIUS + room * (day - ends[0]).days / whole, 1)


def _levels(timeline: Timeline, dated: list[Mark]) -> list[int]:
    """How high each circle is lifted so that none hides another."""
    ends = _range(timeline, dated)
    last: list[float] = []
    levels = []
    for mark in dated:
        x = _x(mark.day, ends) if mark.day and ends else 0.0
        level = next((i for i, right in enumerate(last) if x - right > 2 * _RADIUS), len(last))
        if level == len(last):
            last.append(x)
        last[level] = x
        levels.append(level)
    return levels


def _axis(timeline: Timeline, dated: list[Mark], levels: list[int]) -> Iterator[str]:
    ends = _range(timeline, dated)
    if ends is None:
        return
    y = _AXIS - 20 + 2 * _RADIUS * max(levels, default=0)
    yield f'<line class="a" x1="{_LEFT}" y1="{y}" x2="{WIDTH - _RIGHT}" y2="{y}"/>'
    for stretch in timeline.stretches:
        left, right = _x(stretch.start, ends), _x(stretch.end, ends)
        width = max(right - left, 3)
        yield f'<rect class="b" x="{left}" y="{y + 4}" width="{width:.1f}" height="10"/>'
        anchor = "end" if left > WIDTH * 0.7 else "start"
        at = right if anchor == "end" else left
        yield f'<text class="s" x="{at}" y="{y + 28}" text-anchor="{anchor}">{_text(stretch.label)}</text>'
    below = y + (46 if timeline.stretches else 24)
    yield f'<text class="s" x="{_LEFT}" y="{below}">{ends[0]}</text>'
    if ends[1] != ends[0]:
        yield f'<text class="s" x="{WIDTH - _RIGHT}" y="{below}" text-anchor="end">{ends[1]}</text>'
    places = [
        (_x(mark.day, ends), y - _RADIUS - 2 - 2 * _RADIUS * level)
        for mark, level in zip(dated, levels, strict=True)
        if mark.day
    ]
    yield from (f'<line class="l" x1="{x}" y1="{y}" x2="{x}" y2="{up}"/>' for x, up in places)
    yield from (_circle(x, up, number) for number, (x, up) in enumerate(places, 1))


def _rows(timeline: Timeline, dated: list[Mark], undated: list[Mark], top: float) -> Iterator[str]:
    y = top + 12
    first = dated[0].day if dated else None
    if any(mark.day != first for mark in dated):
        words = _text(timeline.since_first)
        yield f'<text class="s" x="{WIDTH - _RIGHT}" y="{y}" text-anchor="end">{words}</text>'
    for number, mark in enumerate(dated, 1):
        yield _circle(_LEFT + _RADIUS, y - 5, number)
        yield f'<text x="{_LEFT + 32}" y="{y}">{_text(mark.written)}</text>'
        yield f'<text x="{_LEFT + 200}" y="{y}">{_text(mark.label)}</text>'
        later = (mark.day - first).days if mark.day and first else 0
        if later:
            words = timeline.days_later.format(n=f"{later:,}")
            yield f'<text class="s" x="{WIDTH - _RIGHT}" y="{y}" text-anchor="end">{_text(words)}</text>'
        y += _ROW
    if undated:
        yield f'<text class="s" x="{_LEFT}" y="{y}">{_text(timeline.undated)}</text>'
        y += _ROW
    for mark in undated:
        yield f'<text x="{_LEFT + 32}" y="{y}">{_text(mark.written)}</text>'
        yield f'<text x="{_LEFT + 260}" y="{y}">{_text(mark.label)}</text>'
        y += _ROW


def _circle(x: float, y: float, number: int) -> str:
    return (
        f'<circle class="c" cx="{x}" cy="{y}" r="{_RADIUS}"/>'
        f'<text class="n" x="{x}" y="{y + 4.5}">{number}</text>'
    )


def _text(words: str) -> str:
    """Fit for XML: escaped, and without the control characters XML forbids."""
    return escape("".join(ch for ch in words[:400] if ch >= " " and ch not in "\ufffe\uffff"))
