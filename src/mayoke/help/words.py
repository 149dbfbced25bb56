"""The help room's own words, in both languages, and how it writes days and sums."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

from mayoke.records.situation import Within
from mayoke.records.verdict import Sentence

JST = timezone(timedelta(hours=9), "JST")
"""Japan Standard Time; it has no summer time."""

_WEEKDAYS = "月火水木金土日"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")  # strftime would follow the locale
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
)  # fmt: skip

RECOVERY = Sentence(
    "「お金を取り戻せます」と近づいてくる人や会社に、お金を払わないでください。被害にあった方をねらう詐欺がよくあります。"
    "警察や公的な窓口が、取り戻すための費用を求めることはありません。",
    "Pay nobody who comes to you and promises to get your money back. Many swindlers seek out "
    "people who have just been deceived. The police and public offices never ask for money to "
    "recover money.",
)
OWN_WAYS = Sentence(
    "相手から届いたメールやメッセージにある電話番号とリンクは、使わないでください。ここに書かれた窓口か、"
    "カードの裏面や通帳にある番号、ご自分で開いた公式サイトをお使いください。",
    "Use no telephone number and no link out of the message itself. Use the desks written here, the "
    "number on the back of your card or in your passbook, or the official site, opened by yourself.",
)
GENERAL = Sentence(
    "一般的な情報で、法律の助言ではありません。事情によって、ここに書かれたとおりにならないことがあります。",
    "This is general information, not legal advice. Your case may go differently from what is "
    "written here.",
)

WITHIN_TITLES: Mapping[Within, Sentence] = {
    "minutes": Sentence("今すぐ", "Right now"),
    "hours": Sentence("今日のうちに", "Today"),
    "days": Sentence("数日のうちに", "Within a few days"),
}
HAPPENED = Sentence("起きたこと", "What happened")
WHEN = Sentence("起きた日", "When")
AMOUNT = Sentence("金額", "Amount")
MEANS = Sentence("支払いの方法", "Means of payment")
CONTRACT = Sentence("契約書面を受け取った日", "Contract document received")
HAVE_READY = Sentence("手元に用意するもの", "Have ready")
CONTACT = Sentence("連絡先", "Contact")
CONTACTS = Sentence("連絡先", "Whom to contact")
DEADLINE = Sentence("期限", "Time limit")
DEADLINES = Sentence("期限", "Time limits")
LISTENING = Sentence("話を聞いてくれるところ", "People who listen")
WARNINGS = Sentence("はじめに、これだけは", "Before you begin")
NOTES = Sentence("知っておいていただきたいこと", "Good to know")
ALSO = Sentence(
    "ほかにもこのようなことがあれば、あわせてお知らせください",
    "Did any of this happen, too? Then ask again and name it as well",
)
PERIOD = Sentence("期間", "Period")
MEANWHILE = Sentence("それまでは", "Until then")
LANGUAGES = Sentence("言葉", "Languages")
CHECKED = Sentence("{day}の時点の情報です。", "As of {day}.")
NOT_SURE = Sentence("ご注意", "Please note")
DOUBTS: Mapping[str, Sentence] = {
    "low": Sentence("この窓口のことは確かめきれていません", "Little of this desk is confirmed"),
    "phone": Sentence("電話番号は確かめきれていません", "The number is not confirmed"),
    "hours": Sentence("受付時間は確かめきれていません", "The hours are not confirmed"),
    "url": Sentence("アドレスは確かめきれていません", "The web address is not confirmed"),
    "mail": Sentence("メールアドレスは確かめきれていません", "The mail address is not confirmed"),
}
LANGUAGE_NAMES: Mapping[str, Sentence] = {
    "ja": Sentence("日本語", "Japanese"),
    "en": Sentence("英語", "English"),
    "zh": Sentence("中国語", "Chinese"),
    "ko": Sentence("韓国語", "Korean"),
    "es": Sentence("スペイン語", "Spanish"),
    "pt": Sentence("ポルトガル語", "Portuguese"),
    "th": Sentence("タイ語", "Thai"),
    "vi": Sentence("ベトナム語", "Vietnamese"),
    "tl": Sentence("タガログ語", "Tagalog"),
    "fr": Sentence("フランス語", "French"),
    "ne": Sentence("ネパール語", "Nepali"),
    "id": Sentence("インドネシア語", "Indonesian"),
    "ru": Sentence("ロシア語", "Russian"),
    "my": Sentence("ミャンマー語", "Burmese"),
}


def day_words(day: date, today: date | None = None) -> Sentence:
    """``11月24日（火）`` / ``Tue 24 Nov``; with its year, unless that is today's."""
    weekday = _WEEKDAYS[day.weekday()]
    ja = f"{day.month}月{day.day}日（{weekday}）"
    en = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    if today is None or day.year != today.year:
        ja, en = f"{day.year}年{ja}", f"{en} {day.year}"
    return Sentence(ja, en)


def clock(moment: datetime) -> str:
    """``17:15`` in Japan."""
    return f"{moment.astimezone(JST):%H:%M}".removeprefix("0")


def when_words(when: date | datetime) -> Sentence:
    """When it happened; with the time, if a time is known."""
    if not isinstance(when, datetime):
        return day_words(when)
    day = day_words(when.astimezone(JST).date())
    return Sentence(f"{day.ja}{clock(when)}ごろ", f"{day.en}, about {clock(when)}")


def at_words(moment: datetime) -> Sentence:
    """``2026年11月23日（月）9:05`` in Japan."""
    day = day_words(moment.astimezone(JST).date())
    return Sentence(f"{day.ja}{clock(moment)}", f"{day.en}, {clock(moment)}")


def yen(amount: int) -> Sentence:
    """A sum."""
    return Sentence(f"{amount:,}円", f"{amount:,} yen")


def both(form: Sentence, **values: Sentence) -> Sentence:
    """The form with its braces filled, each language with its own words."""
    return Sentence(
        form.ja.format(**{name: value.ja for name, value in values.items()}),
        form.en.format(**{name: value.en for name, value in values.items()}),
    )
