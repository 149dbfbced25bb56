"""The address of the site that was hit, as written."""

import re

from mayoke.breach.facts.spacing import located
from mayoke.breach.reading import Reading
from mayoke.records.incident import Located, Quote

_URL = re.compile(
    r"(?:https?://"
    r"|(?<![a-z0-9@./_-])www\.)[a-z0-9][a-z0-9.\-]{1,100}[a-z0-9](?::\d{2,5})?(?:/"
    r"[!-'*-;=?-z|~]{0,200})?"
)
_NAMED = re.compile(
    r"(?:url|アドレス|所在(?:は|地)?|サイト|システム|サービス|アプリ|ホームページ|hp|ページ|ショップ|ストア|ウェブ|web|通販"
    r"|」|』|】|\")(?:の?(?:url|アドレス|所在|名))?(?:は|:|、|が|\t"
    r"| )?[\s:(<「\[〔|]{0,3}(?:url)?[ :\t]{0,2}$"
)
_FOLLOWED = re.compile(
    r"[/)>」\]〕]{0,2}(?:\(?以下|[、,]?以下|(?:の|という|において|にて)(?:サイト|ショップ"
    r"|ホームページ)?|が(?:改ざん|不正|攻撃|第三者)|へ(?:の)?不正|に(?:不正|対))"
)
_ELSEWHERE = re.compile(
    r"詳し|詳細|こちら|参照|ご覧|関連|お問い?合|フォーム|faq|よくある|プレス|第[一二三1-9]報|前回"
    r"|既報|リリース|偽|フィッシング|不審|転送先|誘導|もとの場所|出典|参考"
    r"|引用|ソース|サイトマップ|プライバシー|採用|送信先|接続先|続報|警察|委員会|カード会社|jcb"
    r"|visa|個人情報の取扱"
)
_AUTHORITY = re.compile(
    r"(?:ppc|npa|jpcert|ipa|meti|soumu|caa|kokusen|antiphishing|j-credit)\.(?:go|or)\.jp"
)


def site_urls(reading: Reading, names: list[Quote]) -> list[Located]:
    """Addresses of hit sites in order, without closing 。 、 ) or 以下; one for each name at most."""
    text = reading.text
    found: list[Located] = []
    seen: set[str] = set()
    for match in _URL.finditer(text, *reading.main):
        start, end = match.start(), _end(text, match)
        one = located(reading, start, end)
        behind = any(
            0 < one.quote.start - name.end <= 3
            and reading.notice.text[name.end : one.quote.start].isspace()
            for name in names
        )
        if not behind and not _is_site(reading, start, end):
            continue
        if one.value not in seen:
            seen.add(one.value)
            found.append(one)
    return found[: max(len(names), 1)]


def _end(text: str, match: re.Match[str]) -> int:
    end = match.end()
    while end > match.start() and text[end - 1] in ".,;:'!?&~|-_":
        end -= 1
    return end


def _is_site(reading: Reading, start: int, end: int) -> bool:
    text = reading.text
    line = reading.line_at(start)
    if _AUTHORITY.search(text, start, end):
        return False
    sentence = text[max(line.start, text.rfind("。", line.start, start) + 1) : start]
    after = text[end : min(line.end, end + 20)]
    if _ELSEWHERE.search(sentence[-24:]) or _ELSEWHERE.search(after.split("。")[0][:12]):
        return False
    if _NAMED.search(sentence[-30:]) or re.search("url|アドレス|サイト", line.label):
        return True
    return bool(_FOLLOWED.match(text, end, end + 24))
