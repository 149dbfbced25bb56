"""How far the words reach that a date governs."""

import re

from mayoke.breach.facts.events.anchors import Anchor
from mayoke.breach.facts.events.page import Page
from mayoke.breach.reading import Line

_BRACKET = 60
REACH = 320
"""So many characters to either side of a date are looked at."""
AT_ONCE = re.compile(r"同時に|これと同時")
"""On the same day as what was told before."""
_TOPIC = re.compile(
    r"(?:[はも]|(?:社|様|者|方|先|人|客|員|校|警察|機関|団体|事業者|さん|ら)(?:から|より)"
    r"|[^たすだいんっ]が|にて|において|では|側|として|一方|なお|また|さらに|その結果)$"
)
_STOP = re.compile(
    r"(?:お?知らせ|公表|ご?報告|発表|ご?案内|ご?連絡|お伝え)(?:して(?:い|おり)|いた|申し上げ|し)*ました(?:、|(?=[一-龥「]))"
    r"|その後|後日|のちに|翌営業日|以後は|この間|これまでに|現在は|なお、|今後|(?:が|、)(?:このたび|この度|このほど|この程"
    r"|今般)"
)
_GO_ON = re.compile(
    r"(?:同時に|これと同時|これを受け|これに伴|あわせて|併せて|直ちに|ただちに|即日|即時|即座に|すぐに|すぐさま|速やかに|早速|急ぎ|確認したところ|調べたところ|調査したところ|社内で(?:調査|確認|調べ)"
    r"|当日中|その場で|その日のうち)"
)
_VERB = re.compile(
    r"(?:停止|閉鎖|休止|遮断|報告|届け?出|相談|提出|通報|公表|連絡|通知|完了|開始|受領|案内|送付|発送|郵送|配信|投函|お送り|説明)"
)
_ROUND = re.compile(r"[()]")
_OBJECT = re.compile(r"[をはもへにとで]$|(?:[をへにで]|から|より)、?$")


def in_brackets(text: str, line: Line, anchor: Anchor) -> bool:
    """警察に相談(7月1日)しております: the date stands in brackets behind its verb."""
    inside = text[anchor.start - 1 : anchor.start] == "(" and text.startswith(")", anchor.end)
    return inside and anchor.start - 2 > line.start


def enclosing(text: str, low: int, at: int) -> int:
    """Start of the words a postposed date belongs to: the clause, not the brackets around."""
    open_at = text.rfind("(", low, at)
    if open_at >= 0 and ")" not in text[open_at:at]:
        alone = open_at + 1 == at and text[at - 2 : at - 1] not in {"", "\t", "\n"}
        return clause_start(text, low, open_at) if alone else open_at + 1
    return low


def clause_start(text: str, low: int, at: int) -> int:
    """Where the clause of a date begins: after the last break that is not a topic's comma."""
    low = max(low, at - REACH)
    seek = text.rfind
    while True:
        cut = max(seek("。", low, at), seek("、", low, at), seek("(", low, at))
        cut = max(cut, seek(";", low, at), seek("!", low, at), seek("?", low, at))
        if cut < 0:
            return low
        if text[cut] == "(" and ")" in text[cut:at]:
            return clause_start(text, low, cut)
        if text[cut] == "、" and _TOPIC.search(text[max(low, cut - 12) : cut]):
            earlier = clause_start(text, low, cut)
            return earlier if cut - earlier < 80 else cut + 1
        return cut + 1


def reach(
    page: Page, line: Line, anchor: Anchor, after: Anchor | None, last: int, *, entry: bool
) -> int:
    """Where the words that a date governs end."""
    text = page.text
    end = line.end if entry else through(text, line, last)
    if after is not None:
        low, _ = page.sentence(after.start, line)
        begins = clause_start(text, max(low, anchor.end), after.start)
        if after.is_range and not anchor.is_range:
            begins = end  # a range is told of within what the day governs
        end = min(end, begins)
    end = min(end, anchor.end + REACH, closing(text, line, anchor, end))
    stop = _STOP.search(text, anchor.end, end)
    if stop is None:
        return end
    return stop.end() if stop[0].endswith(("ました", "、")) else stop.start()


def closing(text: str, line: Line, anchor: Anchor, end: int) -> int:
    """Where the bracket ends in which a date stands, ``end`` if it stands in none."""
    low = max(line.start, anchor.start - _BRACKET)
    at = text.rfind("(", low, anchor.start)
    if at < 0 or ")" in text[at : anchor.start]:
        return end
    depth = 1
    for sign in _ROUND.finditer(text, anchor.end, min(end, anchor.end + _BRACKET)):
        depth += 1 if sign.group() == "(" else -1
        if depth == 0:
            return sign.start()
    return end


def through(text: str, line: Line, last: int) -> int:
    """The end of the sentence, or of the next one if that goes on on the same day."""
    at = last
    while at < line.end and text[at] in "。 ":
        at += 1
    if at < line.end and _GO_ON.match(text, at) and not AT_ONCE.match(text, at):
        stop = text.find("。", at, line.end)
        return stop if stop >= 0 else line.end
    return last


def next_sentence(text: str, line: Line, anchor: Anchor, after: Anchor | None, end: int) -> int:
    """発覚したのは5月1日。利用者から…: a short sentence is explained by the next one."""
    if "のは" not in text[max(line.start, anchor.start - 4) : anchor.start]:
        return end
    limit = min(line.end, end + 150)
    if after is not None:
        limit = min(limit, clause_start(text, end + 1, after.start))
    stop = text.find("。", end + 1, limit)
    return stop if stop >= 0 else limit


def shared_verb(text: str, words: str, end: int, last: int) -> str:
    """The verb after the brackets a date stands in (委員会(1日)、警察(2日)に報告)."""
    if _VERB.search(words):
        return ""
    verb = _VERB.search(text, end, min(last, end + 60))
    return verb.group() if verb else ""


def borrowed(text: str, words: str, end: int, last: int) -> str:
    """The verb that a clause shares with a later one (カード決済を1日に、サイトを3日に停止)."""
    tail = words.rstrip("、。 ")
    if len(words) > 40 or _VERB.search(words) or not _OBJECT.search(tail):
        return ""
    verb = _VERB.search(text, end, min(last, end + 80))
    return verb.group() if verb else ""
