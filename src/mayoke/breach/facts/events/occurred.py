"""The first day of a range of attack, open access or taking."""

import re

import re2

from mayoke.breach.facts.events.clauses import Clause
from mayoke.records.incident import Actor

ATTACK = (
    r"(?:不正(?:な|に)?(?:ファイル|スクリプト|コード|命令|アクセス|ログイン|侵入|プログラム|操作|通信|送信)|サイバー攻撃|攻撃"
    r"|侵入|乗っ取|ランサムウェア|マルウェア|ウイルス|エモテット|emotet"
    r"|感染|暗号化|改ざん|改竄|なりすまし|盗難|盗まれ|窃盗|窃取|奪われ|車上(?:荒らし|ねらい|狙い)|置き引き|ひったくり|空き巣|詐取"
    r"|不審な(?:命令|アクセス|通信|ログイン)|外部から操作|迷惑メールの送信|抜き取られ|抜き取り|入り込[みまん]|忍び込|潜り込"
    r"|書き込まれ|書き加えられ|書き換え|埋め込まれ|仕込まれ|仕掛けられ|すり替え|割られ|(?:大量の|見知らぬ"
    r"|身に覚えのない)(?:アクセス|ログイン)|(?:データ|情報)の?(?:転送|取り出し)|不正に(?:接続|入[りら])|外部(?:へ"
    r"|に)[^。、◇]{0,10}?(?:転送|送信|通信|取り出)|取り出され)"
)
"""Somebody attacked."""

OPEN = (
    r"(?:(?:閲覧|表示|検索|アクセス|ダウンロード|参照|編集)[^。、◇]{0,8}?(?:可能(?:な|で|と|に|だ|状)|でき(?:る|た)|し得る"
    r"|しうる)|見え(?:る|て)|見られる"
    r"|見ることができ|丸見え|誰でも(?:開|見|閲覧)|公開(?:されて|して|状態|設定|となって)|公開(?:範囲)?[^。、◇]{0,6}?(?:なって|され)"
    r"|掲載(?:されて|して)|載(?:って|せて)い|(?:この|同様の|当該|その|無防備な|誰でも[^。、]{0,8})状態|露出|表示され(?:る|た"
    r"|て|まし)|状態(?:と|に)な|(?:公開|掲載|閲覧(?:可能)?)(?:の)?期間)"
)
"""Data lay open."""

INSIDER = (
    r"(?:持ち?出し?|私(?:用|物|的)[^。、]{0,20}?(?:保存|転送|送信|複製|コピー|閲覧)|写し(?:た|て)|複写し|書き写し|持ち込[みん]"
    r"|持ち帰[りっ]|印刷し|撮影し|コピーし|複製し|売却|転売"
    r"|不正に(?:取得|閲覧|複製|持|利用)|漏らし)"
)
"""Somebody of the house took data."""

PERSON = r"(?:職員|社員|従業員|教員|教諭|派遣|男|女|退職者|容疑者|元(?:社員|職員|店長|役員)|委託先の社員)"
"""Somebody of the house."""

_PATTERNS: tuple[tuple[Actor, "re2._Regexp"], ...] = (
    ("attacker", re2.compile(ATTACK)),
    ("insider", re2.compile(INSIDER)),
    ("operator", re2.compile(OPEN)),
)
_TAKEN = re2.compile(INSIDER)
_PERSON = re2.compile(PERSON)
_PURCHASE = re2.compile(
    r"購入|決済|支払|買い物|お買い|注文|入力|登録|申し?込|応募|受験|受診|来院|来店|来館|契約|予約|宿泊|投票|ご利用|利用した|利用され|ログ(?:を|の|に)"
    r"|記録を|点検|調査対象|検査|メンテナンス|受付|診療|お客(?:様|さま)(?:の|が|で)|対象(?:の|と|者)|書庫|捜索|営業(?:時間|日"
    r"|し|中|を)|休業|開催|在籍|卒業|採用|アンケート|退会"
)
_OF_DATA = re2.compile(r"漏え?い|漏洩|流出|流失|対象|可能性")
_SPAN = re2.compile(r"(?:期間|時期|日時?|[のたる]間|時間帯?)[^。]{0,6}$|^(?:発生|いつ)$")
_BARE_SPAN = re2.compile(
    r"^(?:発生|事案発生|被害|事象の?発生)?(?:した)?(?:の)?(?:期間|時期|日時)?$|^いつ$"
)
_WHEN = re2.compile(
    r"^(?:(?:事故|事案|事象|盗難|紛失|被害)?の?(?:発生)?(?:日時|年月日|時間帯?)(?:及び|および|と|・|、)?(?:発生)?(?:場所)?"
    r"|発生|いつ)$"
)
"""A label that can only be that of the incident."""
_AROUND = " 0123456789.()【】[]〔〕《》<>■●◆・:"
"""Marks around a label."""
_ACCESSED = re2.compile(r"(?:アクセス|ログイン|通信)(?:が|の)あった|盗")
_IDLE = re2.compile(
    r"(?:停止し|成立し|行われ|発生し|確認され)て(?:い(?:な|ませ|たため)|おり?ませ|おらず)"
)
_NAME = re2.compile(
    r"(?:申し?込み?|登録|契約|購入|応募|受験|利用|予約|注文)(?:者|フォーム|システム|サイト|画面|情報|データ)|「[^」]*」|『[^』]*』"
)
_AFTER, _BEFORE, _CELL = 110, 50, 60


def taken(clause: Clause, found: str) -> bool:
    """Is it a taking by somebody of the house?"""
    said = clause.lead + clause.words
    return _TAKEN.search(found) is not None and _PERSON.search(said) is not None


def first_of_range(clause: Clause, *, attacked: bool) -> tuple[Actor, int, int] | None:
    """Who did it, and the words that tell (``words[start:end]``)."""
    mark = clause.mark
    after = clause.words[mark + 1 : mark + 1 + _AFTER].partition("。")[0]
    if _IDLE.search(after):
        return None
    found = _next_to(after, forward=True)
    if found:
        return _by(clause, found[0]), mark + 1, mark + 1 + found[1]
    begin = max(0, mark - _BEFORE)
    found = _next_to(clause.words[begin:mark], forward=False)
    if found:
        return _by(clause, found[0]), begin + found[1], mark
    cell = clause.words[:mark].endswith("\t")
    alone = cell or _titled(clause)
    if alone and len(after) < _CELL and not _PURCHASE.search(_NAME.sub("", after)):
        said = clause.words[:mark].rstrip(" \t:")
        if _PURCHASE.search(_NAME.sub("", said)):
            return None
        for above in (clause.label, said, clause.title):
            who = _of_label(above, attacked=attacked)
            if who:
                return who, mark, mark + 1
    return None


def _titled(clause: Clause) -> bool:
    """Does nothing but a label stand before the range?"""
    said = clause.words[: clause.mark].rstrip(" \t:")
    said = said.removesuffix(clause.label).strip(" \t:・>")
    return not said or (len(said) < 16 and _SPAN.search(said) is not None)


_LOOKED_INTO = re.compile(
    r"(?:調査|解析|分析|精査|ログ|記録|履歴)[^。]{0,20}?(?:結果|により|から|によれば|によると|では|たところ|よりますと)、?(?:遅くとも)?\Z"
)
_REVEALED = re2.compile(
    r"^◇(?:(?:の)?(?:未明|早朝|深夜|夜|朝|昼|夕方))?(?:頃|ごろ)?(?:に|から|より|には|以降)[^。]{0,80}?(?:た|いる)(?:こと|事実"
    r"|可能性|形跡|痕跡|記録)[^。]{0,16}?(?:判明|確認|わか|分か|明らか|見つか|残)"
)
_SENT_OUT = re2.compile(
    ATTACK + "|" + INSIDER + "|" + OPEN + r"|外部(?:へ|に)[^。]{0,8}?(?:送|流|渡)|接続|設置さ"
)


def revealed(clause: Clause) -> tuple[int, int] | None:
    """調査の結果、5月1日に侵入されたことが判明: the day is that of the deed, not of the find."""
    if not _LOOKED_INTO.search((clause.lead + clause.words[: clause.mark])[-50:]):
        return None
    said = clause.words[clause.mark :]
    found = _REVEALED.search(said)
    if found is None or not _SENT_OUT.search(found.group()):
        return None
    return clause.mark, clause.mark + found.end()


def _by(clause: Clause, actor: Actor) -> Actor:
    inside = actor == "insider" and _PERSON.search(clause.lead + clause.words) is None
    return "operator" if inside else actor


def _of_label(above: str, *, attacked: bool) -> Actor | None:
    """不正ログインのあった期間, 公開していた期間; a bare 期間 is that of the attack told above."""
    if not above or not _SPAN.search(above):
        return None
    bare = above.strip(_AROUND)
    if _WHEN.search(bare):
        return "attacker" if attacked else "operator"
    if _BARE_SPAN.search(bare):
        return "attacker" if attacked else None
    if _ACCESSED.search(bare):
        return "attacker"
    if _TAKEN.search(bare):
        return "insider"
    found = _next_to(above, forward=False)
    return found[0] if found else None


def _next_to(said: str, *, forward: bool) -> tuple[Actor, int] | None:
    """The deed next to a range, forward or backward; purchases between rule it out."""
    best: tuple[Actor, int, int] | None = None
    for actor, pattern in _PATTERNS:
        for match in pattern.finditer(said):
            start, end = match.span()
            if best is None or (start < best[1] if forward else end > best[2]):
                best = (actor, start, end)
            if forward:
                break
    if best is None:
        return None
    actor, start, end = best
    between = _NAME.sub("", said[:start] if forward else said[end:])
    if _PURCHASE.search(between) or (not forward and _OF_DATA.search(between)):
        return None
    if actor == "insider" and not forward:
        return None
    return actor, (end if forward else start)
