"""What people type, as values: days, times, sums."""

from datetime import date, datetime, timedelta

from mayoke.help.words import JST
from mayoke.text.fold import fold_plain
from mayoke.text.numerals import read_numeral

_AGO = {
    "今日": 0, "きょう": 0, "today": 0, "昨日": 1, "きのう": 1, "yesterday": 1, "おととい": 2,
    "一昨日": 2,
}  # fmt: skip


def moment(word: str, now: datetime) -> date | datetime | None:
    """A day, or a time in Japan unless it names a zone; None for anything else."""
    folded = fold_plain(word).strip()
    if folded in _AGO:
        return now.astimezone(JST).date() - timedelta(days=_AGO[folded])
    try:
        if len(folded) <= 10:
            return date.fromisoformat(folded.replace("/", "-"))
        told = datetime.fromisoformat(folded.upper())
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=JST)


def yen(word: str) -> int | None:
    """``30000``, ``30,000円``, ``３万円``: yen; None for anything else."""
    folded = fold_plain(word).strip().removeprefix("¥").removesuffix("yen").removesuffix("円")
    return read_numeral(folded.strip())
