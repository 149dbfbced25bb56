"""When a desk can be reached, in the words of the notice."""

import re

_N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})"
_CLOCK = (
    f"(?:正午|(?:午前|午後|am|pm|朝|夕方?|夜)? ?(?:\\d{{1,2}}|[一二三四五六七八九十]{{1,3}}(?=時))"
    f"(?::\\d{{2}}|時(?:{_N}分|半)?)?(?: ?[ap]m)?)"
)
_RANGE = f"{_CLOCK}(?: ?[~-] ?|から|より|、?~){_CLOCK}(?:まで)?(?!時間)|24時間(?:365日)?(?:対応|受付|体制)?"
_TIMES = re.compile(_RANGE)
_IS_CLOCK = re.compile(r"\d(?::\d\d|時)|[一二三四五六七八九十]時|正午|24時間")
_LABEL = re.compile(
    r"(?:(?:お?電話|お問い?合わ?せ|問い?合わ?せ|窓口|ご?相談|電話でのお問い?合わ?せ)?(?:の)?(?:受付|対応|営業"
    r"|執務|開設|開庁|開館|開室|業務|稼働|受け付け|受付け|サポート|ご利用|ご?連絡可能|診療|取扱い?)(?:可能)?"
    r"(?:時間帯|時間|日時|曜日|日(?!の))(?:内|中)?|受付時間|(?<![0-9分])時間|受け?付け?)"
    r"(?:は|について)?(?: ?[:：/] ?|\t|」|】|\]|〕|\)|・)?"
)
_DAYS = re.compile(
    r"(?:(?:平日|土日祝日?|土・?日・?祝祭?日?|毎日|毎週|全日|年中無休|土日|祝日|祝祭日|祭日|日祝|営業日"
    r"|開庁日|開館日|診療日|年末年始|当面|お盆|のみ|だけ|を?[除の]く|をのぞく|以外|の|は|も"
    r"|[月火水木金土日](?:曜日?)?(?:(?:[~\-・、,]{1,2}|から|より)[月火水木金土日](?:曜日?)?(?:まで)?){0,6}"
    r"|休日|含む|を|原則)(?:\([^()]{1,14}\))?[ 、,・/:]?){1,8}$"
)
_NOTE = re.compile(
    r"(?:です)?(?:[ 、,/・※]{0,2}(?:平日|土|日曜|日・|日祝|祝|年末|年中|無休|お盆|夏季|休館|休診"
    r"|[月火水木金]曜|定休|休|毎日|のみ)[^。\n\t()]{0,24})?"
)
_NO_HOURS = re.compile(r"通話料?|内線|代表|直通|携帯|無料|担当|ip電話|有料|国際")
_NEXT = re.compile(r"[、,/ ・\n]{0,2}(?:および|及び|と)?")
_STOP = re.compile(
    r"tel|電話|fax|e-?mail|メール|https?:|\d{2,4}-\d{2,4}-\d{3,4}|[。\n]|@|と(?:なって|させて|いたし)"
    r"|で(?:ございま|す[^(]|承|お?受け|対応)|に(?:て|お返事|ご?返信|ご?回答|順次|ご?対応|承|お?受け|お願|お電話|お掛|おかけ)"
    r"|担当者?[:は]|通話料"
)
_STOP_INSIDE = re.compile(
    r"に(?:お返事|ご?返信|ご?回答|ご?対応)|担当者?[:は]|、?通話料|https?:|[a-z]@|[ 、]?メール:|[ 、/]?(?:電話|tel):"
)
_LONGEST = 80
_OPEN, _CLOSE = "([〔", ")]〕"


def find_hours(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in ``text[start:end]`` the first statement of hours stands, without its label."""
    for times in _TIMES.finditer(text, start, end):
        if not _IS_CLOCK.search(times[0]) or _is_other(text, times):
            continue
        return (
            _bracketed(text, start, times)
            or _labelled(text, start, end, times)
            or _bare(text, start, end, times)
        )
    return None


def _is_other(text: str, times: re.Match[str]) -> bool:
    """Part of a date, a number, or a duration rather than hours."""
    before = text[max(times.start() - 2, 0) : times.start()]
    return bool(
        re.match(
            r"\d|分|年(?!中|末)|月(?!曜|[~\-・])|日(?!祝|曜|・)|間(?!対応)|頃|ごろ|以内|前後",
            text[times.end() : times.end() + 2],
        )
        and not times[0].startswith("24時間")
    ) or bool(re.search(r"[-.]$|\d/$", before))


def _bracketed(text: str, start: int, times: re.Match[str]) -> tuple[int, int] | None:
    first = max(text.rfind(sign, start, times.start()) for sign in _OPEN)
    if first < 0 or re.search(r"[)〕\]\n]", text[first : times.start()]):
        return None
    last = _closed(text, first)
    if last is None:
        return None
    begin = _after_label(text, first + 1, times.start())
    end = _until(text, times.end(), last, whole=True)
    return begin, end if end == last else _trim(text, begin, end)


def _closed(text: str, first: int) -> int | None:
    """Where the bracket that opens at ``first`` closes, on the same line."""
    depth = 0
    for at in range(first, min(len(text), first + _LONGEST)):
        if text[at] == "\n":
            return None
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if not depth:
            return at
    return None


def _until(text: str, at: int, end: int, *, whole: bool = False) -> int:
    """Up to words that are no hours; brackets that tell of days are kept whole.

    ``whole``: what stands inside a bracket is hours but for a few things.
    """
    stops = _STOP_INSIDE if whole else _STOP
    while at < end:
        if text[at] in _OPEN:
            close = _closed(text, at)
            inside = text[at + 1 : close]
            if close is None or close > end or not _is_of_hours(inside):
                return at
            at = close + 1
            continue
        if stops.match(text, at, end):
            return at
        at += 1
    return end


def _is_of_hours(words: str) -> bool:
    return not _NO_HOURS.match(words)


def _after_label(text: str, start: int, times: int) -> int:
    """Past a label or a number that stands before the hours."""
    for label in _LABEL.finditer(text, start, times):
        start = label.end()
    found = re.search(
        r"(?:\d{2,4}-\d{2,4}-\d{3,4}(?:\(代表?\))?|[@.][a-z.]+|通話料?(?:は)?無料|通話無料|内線\d+)[、,/ ・]{1,2}",
        text[start:times],
    )
    if found:
        start += found.end()
    while start < times and text[start] in " 、,:/":
        start += 1
    return start


def _labelled(text: str, start: int, end: int, times: re.Match[str]) -> tuple[int, int] | None:
    labels = [
        m for m in _LABEL.finditer(text, start, times.start()) if times.start() - m.end() <= 34
    ]
    if not labels or "\n" in text[labels[-1].end() : times.start()]:
        return None
    first = labels[-1].end()
    while first < times.start() and text[first] in " \t:、」】〕]/|":
        first += 1
    if first < times.start() and text[first] in _CLOSE:
        return None
    last = _until(text, times.end(), min(end, times.end() + _LONGEST))
    return first, _trim(text, first, last)


def _bare(text: str, start: int, end: int, times: re.Match[str]) -> tuple[int, int]:
    left = text[max(times.start() - 30, start) : times.start()]
    left = left[max(left.rfind("\n"), left.rfind("\t")) + 1 :]
    days = _DAYS.search(left)
    first = times.start() - (len(days[0]) if days else 0)
    while first < times.start() and text[first] in " 、,・/|:のはもをみ":
        first += 1
    last = _note(text, times.end(), end)
    for _ in range(3):
        more = _more(text, last, end)
        if more is None:
            break
        last = _note(text, more, end)
    return first, _trim(text, first, last)


def _more(text: str, at: int, end: int) -> int | None:
    """The end of another range that follows at once."""
    link = _NEXT.match(text, at, end)
    begin = link.end() if link else at
    following = _TIMES.search(text, begin, min(end, begin + 40))
    if not following or not _IS_CLOCK.search(following[0]):
        return None
    between = text[begin : following.start()]
    return following.end() if not between or _DAYS.fullmatch(between) else None


def _note(text: str, at: int, end: int) -> int:
    """Past what is said of days behind the times: (土日祝を除く), 年中無休."""
    bracket = re.match(r"(?:です)?[ 、]?(?=[(\[〔])", text[at : min(end, at + 4)])
    if bracket:
        close = _closed(text, at + bracket.end())
        if close is None or close >= end or not _is_of_hours(text[at + bracket.end() + 1 : close]):
            return at
        at = close + 1
    found = _NOTE.match(text, at, end)
    if not found or found.end() == at or found[0] == "です":
        return at
    after = re.match(r"\([^()\n]{1,24}\)", text[found.end() : min(end, found.end() + 26)])
    last = found.end() + (after.end() if after else 0)
    return _until(text, at + 2, last) if last > at + 2 else last


def _trim(text: str, first: int, last: int) -> int:
    while last > first and text[last - 1] in " 、,。/\t:・\n":
        last -= 1
    inside = text[first:last]
    while inside.endswith((")", "〕", "]")) and inside.count("(") < inside.count(")"):
        inside = inside[:-1]
    while inside.count("(") > inside.count(")") and inside:
        inside = inside[: inside.rfind("(")].rstrip(" 、")
    return first + len(inside)
