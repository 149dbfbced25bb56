"""Several leaks told one after the other: other people's, or all of a year's (study §4.13)."""

import re
from collections.abc import Iterator
from itertools import islice

from mayoke.breach.facts.kind.page import Page

_SORTS = re.compile(
    r"(?P<hit>不正アクセス|不正ログイン|ランサム|サイバー攻撃|マルウェア|ウイルス|改ざん|フィッシング|乗っ取)"
    r"|(?P<lost>紛失|盗難|盗まれ|所在不明|置き忘れ|誤廃棄|落とし)"
    r"|(?P<sent>誤(?:送|配|交付|封入|発送|添付|返却|渡)|別の|別人|bcc|取り違え|誤って[^。]{0,30}(?:送|渡|交付|郵送|添付))"
    r"|(?P<open>誤(?:公開|掲載|表示)|閲覧でき|閲覧可能|見える状態|設定(?:ミス|の誤り|不備))"
    r"|(?P<inside>持ち出|私的|目的外|不正(?:に)?閲覧|書類送検|漏らし)"
)
_PEOPLE = re.compile(r"[0-9][0-9,万千]{0,10}(?:人|名|件|冊|枚|台)")
_LEAD = re.compile(
    r"^(?:[^\w「]{0,4}(?:(?:20[0-9]{2}年)?[0-9]{1,2}(?:月[0-9]{1,2}日|[/.][0-9]{1,2}|日|月)[^\w「]{0,3}|[0-9]{1,2}[.)\t ]{1,2})){0,3}"
)
_TELLER = re.compile(r"[^、。「」()\t:はがでをに]{2,24}(?=[、「(\t:はがで])")
_NO_TELLER = re.compile(
    r"^(?:同|対象|原因|この|その|また|なお|今回|漏えい|流出|氏名|住所|専門家|弁護士|警察|県警|関係者|調査|昨年|今年|さらに|一方|うち|このうち|担当|発表|不正|誤|個人)|(?:月|年|日|時|人|名|件|者|員|情報|氏)$"
)
_SCOPE = re.compile(
    r"年度[^。\n]{0,20}(?:発生|公表|報告|状況|事案|受け付け|件数|における)|(?:事案|事故|漏えい|漏洩|違反|報告)[^。\n]{0,16}(?:年度|上半期|下半期|年(?:1|4|7|10)月(?:~|から))"
    r"|[0-9元]年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:から|~)[^。\n]{0,12}月(?:[0-9]{1,2}日|末)?(?:まで)?(?:の(?:間|期間))?に[^。\n]{0,30}(?:[0-9]件|発生した|受け付け)|(?<![0-9])[0-9]{1,2}月から[0-9]{1,2}月(?:末)?まで(?:に|の間に)[^。]{0,40}[0-9]件|(?:これまで|過去)に(?:公表|発生)した|(?:発生|公表)状況"
)
# Each branch of _SCOPE holds one of these; they begin with plain characters, which is quick.
_SCOPE_CUE = re.compile(
    r"年度|半期|月(?:[0-9]{1,2}日)?(?:から|~)|これまでに|過去に|発生状況|公表状況"
)
_BY_SORT = re.compile(
    r"(?:誤送|誤交付|誤配|紛失|盗難|誤廃棄|不正アクセス|誤公開|持ち出し)[^。、0-9\n]{0,12}[0-9,]{1,6}件"
)
_SAME = re.compile(
    r"同(?:社|市|町|村|県|区|院|校|大学?|店|行|庁|生協|組合|協会|病院|学園|法人|機構|センター)"
)
_OTHERS = re.compile(
    r"(?:関連|最新|人気|注目|おすすめ|新着|前後|その他)の?(?:記事|ニュース)|あわせて読|アクセスランキング|バックナンバー"
)
_UNITS_MAX = 200
_UNIT_LENGTH = 300
_SEVERAL = 3


def several_stories(page: Page) -> bool:
    """Three leaks of different sorts, by different tellers or as rows of a whole year's list."""
    speaks = page.many("own") and page.many("sorry")
    scope = _tells_scope(page)
    if (speaks and not scope) or len(_SAME.findall(page.text)) >= _SEVERAL:
        return False
    tellers, sorts, heads, rows, counted = set[str](), set[str](), set[str](), 0, 0
    for unit, headed in _units(page):
        told = _SORTS.search(unit)
        if told is None:
            continue
        sorts.add(str(told.lastgroup))
        rows += 1
        if headed:
            heads.add(str(told.lastgroup))
        who = _TELLER.match(unit, _end_of_lead(unit))
        if who is not None and not _NO_TELLER.search(who[0].strip()):
            tellers.add(who[0].strip())
            counted += _PEOPLE.search(unit) is not None
    if len(heads) >= _SEVERAL and not speaks:
        return True
    if len(tellers) >= _SEVERAL and not speaks and len(sorts) >= (2 if counted >= _SEVERAL else 3):
        return True
    return scope and (
        (len(sorts) >= 2 and rows >= _SEVERAL) or len(_BY_SORT.findall(page.text)) >= _SEVERAL
    )


def _tells_scope(page: Page) -> bool:
    lead = page.head + "\n" + page.text[:600]
    return _SCOPE_CUE.search(lead) is not None and _SCOPE.search(lead) is not None


def _end_of_lead(unit: str) -> int:
    """Where the number or date before the teller ends."""
    lead = _LEAD.match(unit)
    return lead.end() if lead else 0


def _units(page: Page) -> Iterator[tuple[str, bool]]:
    """Each line; a line without a full stop with the one below it, as a heading of a story."""
    text = page.reading.text
    lines = (ln for ln in page.reading.lines if page.start <= ln.start < page.end)
    above = ""
    for line in islice(lines, _UNITS_MAX):
        said = text[line.start : min(line.end, line.start + _UNIT_LENGTH)]
        if _OTHERS.match(said):
            break
        if "。" not in said and "\t" not in said:
            if above:
                yield above, False
            above = said
            continue
        yield (f"{above}、{said}" if above else said), bool(above)
        above = ""
    if above:
        yield above, False
