"""Whose or what is counted: the code of the noun a number belongs to (schema, ``what``)."""

import re

_NOUNS = re.compile(
    r"(?P<card>(?:クレジット)?カード(?:情報|番号|枚数|データ)|クレジットカード|クレジット情報|クレカ|決済カード"
    r"|カード(?=[は、::の]{0,2}$)|セキュリティコード|有効期限)"
    r"|(?P<card_holder>カード(?:会員(?!名)|保有者|利用者|名義人(?!名)|をご?利用[^。、]{0,12}(?:方|客))|カード払い)"
    r"|(?P<bank_account>(?:銀行|預金|振込先?)?口座(?:情報|番号)?)"
    r"|(?P<email_address>(?<![・、/,])(?:電子)?(?:メール|eメール)?アドレス(?![帳・、/,]))"
    r"|(?P<account>アカウント|不正な?ログイン|会員id|ログインid|(?<![a-z])ids?(?![a-z]))"
    r"|(?P<former_employee>退職(?:者|された|した)|元(?:従業員|社員|職員|役員))"
    r"|(?P<employee>従業員|教職員|役職員|職員|社員|教員|教諭|役員|スタッフ|パート|アルバイト|看護師|派遣(?!先))"
    r"|(?P<applicant>応募者|採用|志願者|受験[者生]|エントリー|就活|求職者|申請者|応募|お?申し?込みの?$)"
    r"|(?P<student>学生|生徒|児童|園児|卒業生|在校生|在学生|新入生|受講生|聴講生|院生|塾生|同窓生|学籍)"
    r"|(?P<family>保護者|(?<!その)(?<!扶養)ご?家族|(?<!その)扶養(?:親族|家族)|父母|ご?父兄)"
    r"|(?P<patient>患者|受診者|受診された|検査を受け|検診|健診|外来|症例|入院)"
    r"|(?P<insured>被保険者|保険料|加入者|組合員証)"
    r"|(?P<company_client>法人の?(?:お客様|ご?契約者))"
    r"|(?P<policy_holder>(?:保険|共済|年金)契約者|(?:個人の)?ご?契約者|ご?契約$)"
    r"|(?P<guest>宿泊)"
    r"|(?P<participant>参加|申し?込(?:者|まれ|みされ|みいただ|んだ)|受講者|出席者|来場者|当選者|モニター|回答者)"
    r"|(?P<business_contact>(?:お?取引先|法人|企業|加盟店|代理店)?(?:様)?の?(?:ご)?担当者|お?取引先|仕入先|名刺|社外の|関係先|関係者)"
    r"|(?P<member>会員|メンバー|ユーザ|友の会|組合員|登録者|登録をいただ)"
    r"|(?P<addressee>宛先|送信先|受信者|[0-9]通目|配信先)"
    r"|(?P<resident>市民|町民|村民|区民|[都道府県]民|住民|納税(?:義務)?者|世帯主|受給者|高齢者|住まい|住んで|対象児)"
    r"|(?P<household>世帯)"
    r"|(?P<customer>お客様?|お客さま|顧客|購入者|利用者|注文[者主]|依頼主|(?:お届け|届け|送り|贈り|発送)先|受取人|寄[付附]者|消費者|買い物|購入さ"
    r"|ご購入|利用さ)"
    r"|(?P<company>法人|企業|事業[者所]|加盟店|団体)"
    r"|(?P<third_party>学外|外部の|社外)"
    r"|(?P<document>通知書|申請書|申込書|届出書|書類|文書|はがき|葉書|ハガキ|納付書|請求書|明細書|領収書|伝票|証明書|診察券|カルテ)"
    r"|(?P<personal>個人情報|個人データ)"
    r"|(?P<record>データ|レコード|記録|名簿|台帳)"
)
_OWN_NOUN = re.compile(
    r"(?:分)?の(?:お客様の?|顧客の?|会員の?)?(?:(?P<card>(?:クレジット)?カード(?:情報|番号))|(?P<email_address>(?:電子)?メールアドレス)"
    r"|(?P<personal>個人情報|個人データ)|(?P<bank_account>口座)|(?P<account>アカウント))"
)
_NOT_PEOPLE = frozenset(
    (
        "household",
        "card",
        "bank_account",
        "email_address",
        "account",
        "document",
        "personal",
        "record",
    )
)
_UNITS = {
    "世帯": "household",
    "家庭": "household",
    "口座": "bank_account",
    "アカウント": "account",
    "id": "account",
    "ids": "account",
    "メールアドレス": "email_address",
    "アドレス": "email_address",
    "社": "company",
    "団体": "company",
    "法人": "company",
    "企業": "company",
    "事業者": "company",
    "事業所": "company",
    "会員": "member",
    "ユーザ": "member",
    "ユーザー": "member",
    "レコード": "record",
    "通": "document",
    "枚": "card",
    "症例": "patient",
    "家族": "family",
}
_RECORD_UNITS = frozenset(("件", "契約", "組", "先", "戸"))
_CARD_NEAR = re.compile(r"カード(?!会員番号|は[^。]{0,20}(?:含|保))|クレジット")

_OWNER_SPAN = 9
_MEMBER_NEAR = re.compile(r"会員(?:登録|の|で|様の)")
_RENAMED = {"company_client": "company"}

_PAGE = (
    ("insured", re.compile(r"被保険者")),
    ("patient", re.compile(r"患者|診療|病院")),
    ("student", re.compile(r"生徒|児童|学生|園児")),
    (
        "resident",
        re.compile(
            r"町内会|自治会|市民|町民|村民|区民|[都道府県]民|住民|(?:市|町|村|区|県|役場|市役所|区役所)(?:が|の|では|において)"
        ),
    ),
    ("guest", re.compile(r"宿泊")),
    ("member", re.compile(r"会員")),
    ("customer", re.compile(r"お客様|お客さま|顧客|利用者|ご利用")),
    ("employee", re.compile(r"従業員|社員(?!が)|(?<!が)職員(?:の|情報|名簿)")),
)
_PAGE_CARD = re.compile(
    r"カード(?:の?情報|番号)[^。\n]{0,24}(?:漏|流出|流失|窃|盗|搾|抜|\()|カード決済|クレカ情報"
)
_HEAD_END = re.compile(r"[。、(),をがはに]")
_COUNTED_BEFORE = re.compile(r"[0-9,万千百]{1,12}[件名人社組](?:様|分)*")
_INSURANCE = re.compile(r"保険|共済|年金")
_PAGE_LOGIN = re.compile(r"不正(?:な)?ログイン|リスト型")
_PAGE_MAIL = re.compile(r"メールアドレスの?(?:流出|漏|公開|表示)|bcc|一斉送信|一斉配信")

_PAGE_RECORDS = (("account", _PAGE_LOGIN), ("card", _PAGE_CARD), ("email_address", _PAGE_MAIL))


def of_noun(unit: str, before: str, after: str, *, sums_up: bool = False) -> str | None:
    """The code for a counter and the words next to the number, or None if no noun tells.

    ``before`` ends and ``after`` begins at the number; the nearest noun before it wins, then the
    first behind it (1,200名のお客様).
    """
    if unit in _UNITS:
        return _UNITS[unit]
    people = unit not in _RECORD_UNITS
    owned = _OWN_NOUN.match(after)
    fresh = _COUNTED_BEFORE.split(before)[-1]
    if owned and not people:
        return owned.lastgroup
    if sums_up and fresh != before:
        return None  # A3人、B5人の計8人: the parts tell
    found = (
        (_first(after[:_OWNER_SPAN], people=True) if people and after.startswith("の") else None)
        or _last(fresh, people=people)
        or _first(after, people=people)
        or (_last(before, people=people) if fresh != before else None)
    )
    near = fresh[-40:] + after[:24]
    if people and found in {None, "customer"} and _CARD_NEAR.search(near):
        return "card_holder"
    if found == "customer" and _MEMBER_NEAR.search(near):
        return "member"
    return _RENAMED.get(found, found) if found else None


def checked(code: str | None, opening: str) -> str | None:
    """The code, with 契約者 read as a customer where the page is not about insurance."""
    if code == "policy_holder" and not _INSURANCE.search(opening):
        return "customer"
    return code


def of_page(unit: str, opening: str) -> str:
    """The likeliest code where no noun stands near the number, from the title and opening."""
    if unit in _UNITS:
        return _UNITS[unit]
    if unit in _RECORD_UNITS:
        return next((code for code, sign in _PAGE_RECORDS if sign.search(opening)), "personal")
    if _PAGE_CARD.search(opening):
        return "card_holder"
    if _PAGE_MAIL.search(opening):
        return "addressee"
    return next((code for code, sign in _PAGE if sign.search(opening)), "personal")


def _last(words: str, *, people: bool) -> str | None:
    found = None
    for match in _NOUNS.finditer(words):
        if not (people and match.lastgroup in _NOT_PEOPLE):
            found = match.lastgroup
    return found


def _first(words: str, *, people: bool) -> str | None:
    head = _HEAD_END.split(words[:30], maxsplit=1)[0]
    for match in _NOUNS.finditer(head):
        if not (people and match.lastgroup in _NOT_PEOPLE):
            return match.lastgroup
    return None
