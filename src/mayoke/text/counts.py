"""Numbers with a counter as Japanese texts write them: 約3万2,345件, 延べ二千五百名分."""

import re
from dataclasses import dataclass
from itertools import islice

from mayoke.records.incident import Qualifier
from mayoke.text.numerals import NUMERAL_CHARS, read_numeral

_HEAD = NUMERAL_CHARS.replace(",.", "")
_TOKEN = re.compile(f"[{_HEAD}][{NUMERAL_CHARS}]*+")
_LONGEST = 30
_TOKENS_MAX = 50_000
_FOUND_MAX = 1000
"""No notice needs more; a table of a hundred thousand rows is not read to its end."""

_LOOSE = re.compile(r"余り?|強|弱")  # 1,000余名
_COUNTER = re.compile(
    r"(?P<unit>(?<=[0-9])の(?:個人|法人|企業|団体|世帯|家庭)(?![情デ番名事])|メールアドレス|アカウント|ユーザ[ー-]?|アドレス|レコード|医療機関"
    r"|事業[者所]|加盟店"
    r"|世帯|家族|家庭|団体|法人|企業|施設|店舗?|口座|会員|契約|症例|箇所|か所|カ所|サイト|ファイル"
    r"|組(?![織合])|件(?![名目])|名(?![前義称目簿刺乗誉所字札])|人(?!目|お?ひとり|お?一人|ずつ|体|材|口|間|格|権|員)"
    r"|社(?![員内会長屋用宅債団外殿])|者|通(?![り常報信知話帳過勤学行称])|枚|冊(?!子)|台(?!帳)|個(?![人体別室性数票所々展室])"
    r"|回線(?=分)|回(?![答線復収避顧転])|本(?![店社人学日部体件名])|袋|先(?![月生週日方])|校(?![長舎])"
    r"|園(?![長児])|戸(?!籍)|部(?![署門長分屋品])|箱|筆|棟|票|床|台|ids?(?![a-z]))"
    r"(?:様|さま|さん)?(?:分(?![割析類野散岐担])|ぶん)?"
)
_COUNTER_FIRST = frozenset(
    "のメアユレ医事加世家団法企施店口会契症箇かカサフ組件名人社者通枚冊台個回本袋先校園戸部箱筆棟票床i"
)
"""No counter begins with any other character."""
_AFTER = re.compile(
    r"(?P<min>以上|超(?![過])|を超え|を上回)|(?P<max>以下|未満|以内)"
    r"|(?P<about>程度|前後|ほど|くらい|ぐらい|近く|余り|あまり|余(?![儀分計])|弱(?![点い体])|強(?![制化い固く]))"
)
_BEFORE = re.compile(
    r"(?:(?P<max>最大(?:件数|人数|数|値)?|最多|最高|上限|多く(?:とも|ても|て)|ピーク時)"
    r"|(?P<min>少なくとも|少なく見積もっても|最低(?:でも|限)?|最少)"
    r"|(?P<cumulative>延べ(?:人数|件数)?|のべ)"
    r"|(?P<about>(?<![契解予条節集要誓制婚規公])約|およそ|おおよそ|おおむね|概ね|凡そ|ほぼ|ざっと|推定|推計|概算)"
    r"|(?:合計|総計|総数|あわせて|合わせて|(?<![安万完健])全|(?<![会時推])総|(?<![統会設時推家])計))"
    r"(?:では|で|の|は|[:、 ])?$"
)
_BEFORE_SPAN = 12
_QUALIFIERS_MAX = 4

_COUNTED_THINGS = (
    r"(?:件|人|名|者|社|会員|客|患者|世帯|口座|アカウント|団体|組|ユーザー|レコード|アドレス|id)数"
)
_LABEL = re.compile(
    rf"(?P<thing>{_COUNTED_THINGS})(?:\((?P<unit>件|名|人|社|世帯|口座|組|団体|アカウント)\))?"
    r"(?:は|が|[:=\t ]){0,2}$"
)
_LABEL_SPAN = 24
_LABEL_UNITS = {
    "件": "件", "人": "人", "名": "名", "者": "人", "社": "社", "会員": "人", "客": "人",
    "患者": "人", "世帯": "世帯", "口座": "口座", "アカウント": "アカウント", "団体": "団体",
    "組": "組", "ユーザー": "人", "レコード": "レコード", "アドレス": "件", "id": "id",
}  # fmt: skip
_WITH_KANJI = frozenset(("件", "名", "人", "組", "社", "世帯", "団体"))
"""Counters that one kanji digit goes with; 一部 and 八戸 are words."""
_CLASS = re.compile(r"年生?$|[0-9一二三四五六組][~・、,-]$")
"""A school class: 4年2組, 1~3組."""
_ORDINAL = frozenset("第何幾")
_SEPARATORS = frozenset(" ,.-/")
_GROUP = 3
_THOUSANDS = re.compile(
    r"(?<![0-9〇一二三四五六七八九、,.])(?:[0-9]{1,3}|[〇一二三四五六七八九]{1,3})、$"
)
_STOP = re.compile(r"[\n\t。、,()（）」』\]】;/]|$|です|でし|とな|で[、すし]")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with its counter in a folded text.

    ``unit`` without 様 and 分 (名様分 → 名). ``text[start:end]`` is qualifier, number and
    counter with 様, 分 and a qualifier behind it.
    """

    start: int
    end: int
    value: int
    unit: str
    qualifier: Qualifier


def find_counts(text: str) -> list[Counted]:
    """Every number with a counter, or behind a label that names one (件数:1,250), in order.

    ``text`` is folded. Ordinals (第3回, 1件目), vague numbers (数十件), broken ones (10 0 0件) and
    parts of telephone numbers or dates are left out. At most the first 1,000, among the first
    50,000 numbers of any sort; linear.
    """
    found: list[Counted] = []
    for token in islice(_TOKEN.finditer(text), _TOKENS_MAX):
        counted = _read(text, token.start(), token.end())
        if counted is not None:
            found.append(counted)
            if len(found) >= _FOUND_MAX:
                break
    return found


def unit_of_label(label: str) -> str | None:
    """The counter a label asks for: 流出件数 → 件, 対象人数(名) → 名; None if it names none."""
    match = _LABEL.search(label[-_LABEL_SPAN:])
    if match is None:
        return None
    return match["unit"] or _LABEL_UNITS[match["thing"][:-1]]


def _read(text: str, start: int, end: int) -> Counted | None:
    while text[end - 1] in ",.":
        end -= 1
    loose = _LOOSE.match(text, end)
    at = loose.end() if loose else end
    counter = _COUNTER.match(text, at) if text[at : at + 1] in _COUNTER_FIRST else None
    start = _with_thousands(text, start, end)
    if (
        (counter is None and not _STOP.match(text, end))
        or end - start > _LONGEST
        or _is_broken(text, start)
    ):
        return None
    if counter is None:
        return _read_labelled(text, start, end)
    value = read_numeral(text[start:end].replace("、", ""))
    if value is None or text.startswith("目", counter.end()):
        return None
    unit = counter["unit"].removeprefix("の")
    if end - start == 1 and text[start] in "一二三四五六七八九" and unit not in _WITH_KANJI:
        return None
    if unit == "組" and _CLASS.search(text, max(0, start - 4), start):
        return None
    first, before = _qualifiers_before(text, start)
    after = _AFTER.match(text, counter.end())
    last = after.end() if after else counter.end()
    kinds = before | ({after.lastgroup} if after else set()) | ({"about"} if loose else set())
    return Counted(first, last, value, unit, _qualifier(kinds))


def _with_thousands(text: str, start: int, end: int) -> int:
    """Where the number begins if 、 parts its thousands: 1、234名, 三、四五六名."""
    if end - start != _GROUP:
        return start
    match = _THOUSANDS.search(text, max(0, start - 2 * _GROUP), start)
    return match.start() if match else start


def _read_labelled(text: str, start: int, end: int) -> Counted | None:
    """A number without a counter, where the label before it names one."""
    first, kinds = _qualifiers_before(text, start)
    around = text[max(0, first - _LABEL_SPAN) : first]
    unit = unit_of_label(around)
    value = read_numeral(text[start:end]) if unit else None
    if unit is None or value is None:
        return None
    if "最大" in around[-8:]:
        kinds = kinds | {"max"}
    return Counted(first, end, value, unit, _qualifier(kinds))


def _is_broken(text: str, start: int) -> bool:
    """Does the number belong to something else: an ordinal, a date, a telephone number?"""
    before = text[max(0, start - 2) : start]
    if before[-1:] in _ORDINAL or (text[start] == "0" and text[start + 1 : start + 2].isdigit()):
        return True  # 第3回, 05人
    if before[-1:] == "数" and text[start] in "十百千万":
        return True  # 数十件
    return before[-1:] in _SEPARATORS and before[:1].isdigit()


def _qualifiers_before(text: str, start: int) -> tuple[int, frozenset[str]]:
    """Where the qualifiers before a number begin, and of which kinds they are."""
    kinds: set[str] = set()
    for _ in range(_QUALIFIERS_MAX):
        low = max(0, start - _BEFORE_SPAN)
        match = _BEFORE.search(text[low:start])
        if match is None:
            break
        kinds.add(match.lastgroup or "")
        start = low + match.start()
    if text[max(0, start - 1) : start] == "~":
        kinds.add("max")  # 1,000~1,200件: at most the upper one
    return start, frozenset(kinds)


def _qualifier(kinds: frozenset[str | None] | frozenset[str] | set[str | None]) -> Qualifier:
    if "max" in kinds:
        return "max_about" if "about" in kinds else "max"
    if "min" in kinds:
        return "min"
    if "cumulative" in kinds:
        return "cumulative"
    return "about" if "about" in kinds else "exact"
