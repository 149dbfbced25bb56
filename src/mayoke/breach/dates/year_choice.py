"""The year of a month or day that is written without one."""

import re
from collections.abc import Sequence

from mayoke.breach.dates.anchors import Anchor
from mayoke.breach.dates.memory import Known, Place, days_ahead, is_stamp, weekday_fits
from mayoke.text.written import Written

_PLANNED = re.compile(
    "予定|見込|めど|目途|順次|お送りし(?:ます|てま)|いたします|致します|します|行います|開催|再開する|差し上げます|参ります"
)
_DONE = re.compile("ました|した|済|でした|しております|しています|しており、")
_AHEAD = 120
_SOON = 10
"""A notice may be brought up to date some days after its date."""
_PLANNED_SOON = 200
_PLANNED_OVER_NEW_YEAR = 90
_HALF_YEAR = 183
_YEARS = 20


class YearChoice:
    """Chooses between the year told before and the one that the anchor gives."""

    def __init__(self, text: str, dates: Sequence[Written], anchor: Anchor) -> None:
        self.text, self.anchor = text, anchor
        giving = [w for w in dates if self._gives_year(w)]
        self.named = list(dict.fromkeys(w.year for w in giving if w.year))[:_YEARS]
        self.first = giving[0] if giving else None
        self.full = {(w.month or 0, w.day): w.year for w in reversed(giving) if w.day}

    def _gives_year(self, w: Written) -> bool:
        full = w.year is not None and w.month is not None and not w.short
        return full and not is_stamp(self.text, w)

    def choose(self, w: Written, place: Place) -> Known:
        """The year of a date with month: what continues the section, else what the anchor gives."""
        if place.heading is not None:
            return Known(place.heading)
        near, follow = self._near_anchor(w), self._following(w, place)
        if follow is None or follow.year is None:
            return self._alone(w, near, place)
        if near == follow.year:
            return Known(near, source=self.anchor.source)
        if weekday_fits(w, follow.year):
            return follow
        if near is not None and weekday_fits(w, near):
            return Known(near, source=self.anchor.source)
        return self._by_weekday(w) or follow

    def _alone(self, w: Written, near: int | None, place: Place) -> Known:
        """The year where the section tells none."""
        if near is not None:
            before = not weekday_fits(w, near) and weekday_fits(w, near - 1)
            return Known(near - before, source=self.anchor.source)
        again = self.full.get((w.month or 0, w.day or 0))
        if again is not None:  # the same day stands with its year elsewhere
            return Known(again)
        if place.last is not None and place.last.year is not None:
            return self._continued(w, place.last)
        if self.first is not None and self.first.year is not None and self.first.start > w.start:
            later = (w.month or 1, w.day or 1) > (self.first.month or 12, self.first.day or 31)
            return Known(self.first.year - later)
        return Known(None, source="none")

    def _by_weekday(self, w: Written) -> Known | None:
        """The only year named in the text in which the weekday is right."""
        fitting = [year for year in self.named if weekday_fits(w, year)]
        return Known(fitting[0]) if len(fitting) == 1 else None

    def _near_anchor(self, w: Written) -> int | None:
        """The year that brings an event to or before the anchor; a plan may lie soon after it."""
        latest, year = self.anchor.latest, self.anchor.year
        if latest is None or year is None or self.anchor.month is None:
            return year
        planned = self._planned(w)
        ahead = days_ahead(w, year, latest)
        if ahead > 0:
            return year if ahead <= (_PLANNED_SOON if planned else _SOON) else year - 1
        next_ahead = days_ahead(w, year + 1, latest)
        return year + (next_ahead <= (_PLANNED_OVER_NEW_YEAR if planned else 0))

    def _planned(self, w: Written) -> bool:
        """Does the sentence tell of something to come?"""
        limit = w.end + _AHEAD
        ends = [self.text.find(mark, w.end, limit) for mark in "。\n"]
        end = min((at + 1 for at in ends if at >= 0), default=limit)
        planned = _PLANNED.search(self.text, w.end, end)
        done = _DONE.search(self.text, w.end, end)
        return planned is not None and (done is None or done.start() > planned.start())

    def _following(self, w: Written, place: Place) -> Known | None:
        """The year that continues what the section told before."""
        before = place.last if place.in_sentence else place.event
        if before is None or before.year is None:
            return None
        return self._continued(w, before)

    def _continued(self, w: Written, before: Known) -> Known:
        """The year of a date told after another: the same, but for a turn of the year."""
        year = before.year or 0
        latest = self.anchor.latest
        if latest is not None and days_ahead(w, year, latest) > _PLANNED_SOON:
            return Known(year - 1, before.month, before.day, before.source)
        was = before.month or 1, before.day or 1
        behind = (was[0] - (w.month or 1)) * 30 + was[1] - (w.day or was[1])
        turned = latest is None or days_ahead(w, year + 1, latest) <= _SOON
        year += behind > _HALF_YEAR and turned
        return Known(year, before.month, before.day, before.source)
