"""Dates of the ledger as people write them; unknown parts are said to be unknown."""

from mayoke.records.verdict import Sentence

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(iso: str) -> Sentence:
    """``2024-03-05`` → 2024年3月5日 / 5 March 2024; ``XXXX-03-05`` → 3月5日（年は記載なし）."""
    year, month, number = (*iso.split("-"), "", "")[:3]
    known_year = year if year.isdigit() else ""
    ja = (f"{known_year}年" if known_year else "") + (f"{int(month)}月" if month.isdigit() else "")
    ja += f"{int(number)}日" if number.isdigit() else ""
    en = [str(int(number))] if number.isdigit() else []
    if month.isdigit():
        en.append(_MONTHS[int(month) - 1])
    if known_year:
        en.append(known_year)
    else:
        ja += "（年は記載なし）"
        en.append("(year not stated)")
    return Sentence(ja, " ".join(en))


def span(start: str | None, end: str | None) -> Sentence:
    """From … to …; an open side is left open."""
    first, last = day(start) if start else None, day(end) if end else None
    if first and last:
        if start == end:
            return first
        return Sentence(f"{first.ja}から{last.ja}まで", f"from {first.en} to {last.en}")
    if first:
        return Sentence(f"{first.ja}から", f"from {first.en}")
    if last:
        return Sentence(f"{last.ja}まで", f"until {last.en}")
    return Sentence("時期は記載なし", "period not stated")
