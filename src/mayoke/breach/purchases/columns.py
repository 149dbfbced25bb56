"""Which column holds what: by the words of the header, a mapping that was given, or a profile."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from mayoke.breach.purchases.cells import read_day
from mayoke.records.errors import BadInput
from mayoke.records.purchase import ROLES, Columns, Role, Statement, UnknownColumns

_WORDS: Final[Mapping[Role, tuple[str, ...]]] = {
    "date": (
        "利用日", "利用年月日", "利用日時", "利用日付", "購入日", "購入日時", "購入年月日", "注文日",
        "注文日時", "注文年月日", "受注日", "受注日時", "取引日", "取引日時", "取引年月日", "決済日",
        "決済日時", "買物日", "売上日", "年月日", "日付", "日時", "利用日/キャンセル日", "入力日",
        "申込日", "登録日時", "date", "orderdate", "transactiondate", "purchasedate", "createdat",
        "order_date", "transaction_date", "purchase_date", "created_at",
    ),
    "merchant": (
        "利用店名", "利用店名・商品名", "利用店名及び商品名", "利用先", "利用先など", "利用先名", "利用店",
        "利用店舗", "利用店舗名", "利用場所", "利用箇所", "利用内容", "利用内容/店名", "利用加盟店",
        "利用加盟店名", "加盟店", "加盟店名", "店名", "店舗名", "店舗", "ショップ名", "ショップ", "摘要",
        "摘要内容", "内容", "取引内容", "取引先", "支払先", "購入先", "購入店", "サイト名", "販売店名",
        "merchant", "merchantname", "shop", "shopname", "store", "description", "payee",
        "merchant_name", "shop_name",
    ),
    "amount": (
        "利用金額", "利用額", "金額", "購入金額", "注文金額", "取引金額", "決済金額", "買上金額",
        "支払金額", "支払い金額", "合計金額", "合計", "出金", "出金額", "出金金額", "請求金額",
        "支払総額", "利用代金", "amount", "total", "price",
    ),
    "refund": ("払戻額", "返金額", "入金", "入金額", "入金金額"),
    "card": (
        "カード番号", "会員番号", "カード", "会員番号#", "利用カード", "カード番号下4桁", "カードトークン",
        "cardnumber", "card", "cardtoken", "card_number", "card_token", "token",
    ),
    "kind": (
        "支払方法", "支払い方法", "支払区分", "支払い区分", "支払区分名称", "決済方法", "支払区分(回数)",
        "取引種別", "種別", "payment", "paymentmethod", "payment_method",
    ),
    "part": ("今回回数", "何回目", "今回何回目", "回数"),
    "order": (
        "注文番号", "注文id", "受注番号", "受注id", "オーダー番号", "orderid", "order_id", "ordernumber",
        "order_number", "order",
    ),
    "customer": (
        "顧客id", "顧客番号", "顧客コード", "会員id", "会員no", "客様番号", "客様id", "ユーザーid",
        "ユーザid", "購入者id", "customerid", "customer_id", "userid", "user_id", "memberid",
        "member_id",
    ),
    "name": (
        "氏名", "名前", "客様名", "客様氏名", "顧客名", "購入者名", "購入者氏名", "注文者名", "注文者氏名",
        "会員名", "customername", "customer_name", "name", "fullname", "full_name",
    ),
    "email": (
        "メールアドレス", "メール", "email", "e-mail", "mail", "emailaddress", "mailaddress",
        "注文者メールアドレス", "購入者メールアドレス", "email_address",
    ),
    "phone": (
        "電話番号", "電話", "tel", "連絡先", "携帯電話", "携帯電話番号", "phone", "phonenumber",
        "注文者電話番号", "購入者電話番号", "phone_number",
    ),
}  # fmt: skip
_RANK: Final = {
    word: (role, rank) for role, words in _WORDS.items() for rank, word in enumerate(words)
}
_OWN: Final[Mapping[str, tuple[Role, int]]] = {"会員番号": ("customer", 99)}
_POSTED: Final = frozenset(
    (
        "データ処理日",
        "処理日",
        "計上日",
        "売上計上日",
        "確定日",
        "posteddate",
        "posted_date",
        "記帳日",
    )
)
_BRACKET: Final = re.compile(r"\([^()]{0,50}\)$")
HEADER_WITHIN: Final = 40
"""So many rows may stand before the header."""


@lru_cache(4096)
def header_word(cell: str) -> str:
    """A header cell in one form: NFKC, lower case, without spaces, ご/お and a unit in brackets."""
    text = unicodedata.normalize("NFKC", cell[:60]).lower()
    text = "".join(text.split()).replace("ご", "").replace("¥", "円").strip("*※[]【】\"'")
    text = _BRACKET.sub("", text)
    return text.removeprefix("お").removeprefix("御")


def guess(row: Sequence[str], *, own: bool = False) -> Columns:
    """What the words of a header line tell; columns they do not name are left out.

    ``own``: a shop's list of its own orders, where 会員番号 is the customer's and no card's.
    """
    best: dict[Role, tuple[int, int]] = {}
    posted: int | None = None
    for at, cell in enumerate(row):
        word = header_word(cell)
        if word in _POSTED and posted is None:
            posted = at
        known = (_OWN.get(word) if own else None) or _RANK.get(word)
        if known is None:
            continue
        role, rank = known
        if role not in best or rank < best[role][0]:
            best[role] = (rank, at)
    found: dict[Role, int] = {role: at for role, (_, at) in best.items()}
    if "date" not in found and posted is not None:
        return Columns({**found, "date": posted}, posted=True)
    return Columns(found)


def find_header(
    head: Sequence[Sequence[str]], needed: Iterable[Role] = ("date", "merchant")
) -> tuple[int, Columns] | None:
    """The header among the first rows (how many stand before it), and what it tells."""
    wanted = set(needed)
    for number, row in enumerate(head[:HEADER_WITHIN]):
        columns = guess(row, own="merchant" not in wanted)
        if wanted <= columns.at.keys():
            return number, columns
    return None


def looks_like_header(head: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The words to show when nothing was recognised: the header-like row, else column numbers."""
    first_data = next(
        (n for n, row in enumerate(head) if any(read_day(cell) for cell in row)), len(head)
    )
    wide = max((len(row) for row in head), default=0)
    before = head[:first_data]
    for row in before if first_data == len(head) else reversed(before):  # no day: the first line
        words = [cell.strip() for cell in row]
        if len([w for w in words if w]) >= 2 and len(row) * 2 > wide:
            return tuple(words)
    return tuple(str(n + 1) for n in range(wide))


def read_mapping(given: Iterable[str]) -> dict[Role, str]:
    """``role=word`` or ``role=number`` pairs. Raises BadInput for another form or role."""
    found: dict[Role, str] = {}
    names = {str(role): role for role in ROLES}
    for pair in given:
        role, sign, column = pair.partition("=")
        if not sign or not column.strip() or role.strip() not in names:
            raise BadInput(f"write it as role=column, with a role of: {', '.join(ROLES)}")
        found[names[role.strip()]] = column.strip()
    return found


def apply_mapping(
    mapping: Mapping[Role, str],
    head: Sequence[Sequence[str]],
    needed: Sequence[Role] = ("date", "merchant"),
) -> tuple[int, Columns]:
    """How many rows to pass over, and the columns. Numbers count from 1.

    What the mapping leaves open is guessed. Raises UnknownColumns.
    """
    words = {header_word(word) for word in mapping.values() if not word.isdigit()}
    for number, row in enumerate(head[:HEADER_WITHIN]):
        places = {header_word(cell): at for at, cell in reversed(list(enumerate(row)))}
        if words and words <= places.keys():
            guessed = guess(row, own="merchant" not in needed)
            return number + 1, _put_together(mapping, places, guessed, needed, row)
    if words:
        raise UnknownColumns(
            tuple(role for role, word in mapping.items() if not word.isdigit()),
            looks_like_header(head),
        )
    found = find_header(head, [role for role in needed if role not in mapping] or ["date"])
    skip, rest = (found[0] + 1, found[1]) if found else (0, Columns({}))
    header = head[skip - 1] if found else ()
    return skip, _put_together(mapping, {}, rest, needed, header or looks_like_header(head))


def _put_together(
    mapping: Mapping[Role, str],
    places: Mapping[str, int],
    guessed: Columns,
    needed: Iterable[Role],
    header: Sequence[str],
) -> Columns:
    named: dict[Role, int] = {
        role: int(word) - 1 if word.isdigit() else places[header_word(word)]
        for role, word in mapping.items()
    }
    if any(at < 0 for at in named.values()):
        raise BadInput("columns are counted from 1")
    taken = set(named.values())
    rest = {role: at for role, at in guessed.at.items() if role not in named and at not in taken}
    at = {**rest, **named}
    missing = tuple(role for role in needed if role not in at)
    if missing:
        raise UnknownColumns(missing, tuple(header))
    return Columns(at, posted=guessed.posted and "date" not in mapping)


def profile_of(
    head: Sequence[Sequence[str]], statements: Iterable[Statement]
) -> tuple[Statement, int] | None:
    """The profile whose header words stand in one of the first rows, and that row's number."""
    best: tuple[Statement, int] | None = None
    for statement in statements:
        wanted = {header_word(word) for word in statement.header}
        if not wanted or (best and len(best[0].header) >= len(statement.header)):
            continue
        for number, row in enumerate(head[:HEADER_WITHIN]):
            if wanted <= set(map(header_word, row)):
                best = statement, number
                break
    return best


def by_profile(statement: Statement, head: Sequence[Sequence[str]]) -> tuple[int, Columns]:
    """How many rows to pass over, and the columns, of a file in that form. Raises UnknownColumns."""
    roles: dict[Role, str] = {
        role: statement.roles[role] for role in ROLES if role in statement.roles
    }
    skip, columns = apply_mapping(roles, head)
    at = {role: columns.at[role] for role in roles}
    return skip, Columns(at, posted=statement.posted)
