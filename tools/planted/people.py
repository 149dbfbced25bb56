"""Invented people and what they are known by, in every way it is written."""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tools.planted.data import (
    CARDS,
    CITIES,
    FAMILIES,
    GIVEN,
    HALF,
    HIRA,
    HOMES,
    HOUSES,
    KANJI,
    NUMBERS,
    PHONES,
    TOWNS,
    WIDE,
)
from tools.planted.draw import holds, one, some
from tools.planted.records import Plant


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented, and all that is known of them."""

    kanji: str
    kana: str
    roman: str
    mail: str
    phone: str
    postal: str
    city: str
    town: str
    numbers: str
    house: str
    card: str
    account: str
    customer: str

    @property
    def address(self) -> str:
        """The postal address on one line."""
        return f"{self.city} {self.town}{self.numbers} {self.house}"


@dataclass(slots=True)
class Pen:
    """Writes values in one of their forms, and remembers each."""

    rng: random.Random
    charset: str = "utf-8"
    markup: bool = False
    seen: dict[tuple[str, str], tuple[list[str], list[str]]] = field(default_factory=dict)

    def put(self, kind: str, value: str, where: str, forms: Iterable[str] = ()) -> str:
        """One of the forms that the charset can hold, in HTML perhaps taken apart by markup."""
        able = [form for form in forms if holds(self.charset, form)] or [value]
        form = self.rng.choice(able)
        if self.markup and where == "html":
            form = self._taken_apart(form)
        noted = self.seen.setdefault((kind, value), ([], []))
        noted[0].append(form)
        noted[1].append(where)
        return form

    def token(self, where: str) -> str:
        """A new tracking token."""
        return self.put("token", some(self.rng, self.rng.choice((12, 16, 22, 32))), where)

    def plants(self) -> tuple[Plant, ...]:
        """Everything that was written."""
        return tuple(
            Plant(kind, value, tuple(dict.fromkeys(forms)), tuple(dict.fromkeys(places)))
            for (kind, value), (forms, places) in self.seen.items()
        )

    def _taken_apart(self, form: str) -> str:
        middle = len(form) // 2
        way = self.rng.randrange(9)
        if way == 0:
            return "".join(f"&#{ord(ch)};" for ch in form)
        if way == 1:
            return "".join(f"&#x{ord(ch):X};" for ch in form)
        if way == 2:
            return "".join(f"<span>{ch}</span>" for ch in form)
        between = ("", "", "", "<b></b>", "<wbr>", "<!-- x -->", "&#8203;", "&zwnj;", "&shy;")[way]
        return form[:middle] + between + form[middle:]


def made_up(rng: random.Random) -> Person:
    """A new person."""
    family = rng.choice(FAMILIES.replace("\n", ",").split(",")).split()
    given = rng.choice(GIVEN.replace("\n", ",").split(",")).split()
    kanji, kana, roman = (f"{a} {b}" for a, b in zip(family, given, strict=True))
    local = f"{roman.lower().replace(' ', rng.choice(('.', '_', '')))}{rng.randrange(10, 9999)}"
    area = rng.choice(("090-0000", "080-0000", "070-0000", "03-0000", "045-000"))
    return Person(
        kanji,
        kana,
        roman,
        f"{local}@{rng.choice(('home', 'mail', 'post'))}.{one(rng, HOMES)}",
        f"{area}-{rng.randrange(10000):04}",
        f"{rng.randrange(100, 1000)}-{rng.randrange(10000):04}",
        one(rng, CITIES),
        one(rng, TOWNS),
        "-".join(str(rng.randrange(1, 10)) for _ in range(3)),
        f"{one(rng, HOUSES)}{rng.randrange(1, 9)}0{rng.randrange(1, 9)}",
        one(rng, CARDS),
        f"{rng.randrange(1000000, 10000000)}",
        f"{rng.choice(('', '', 'MB', 'K'))}{rng.randrange(10**9, 10**10)}",
    )


def written_name(pen: Pen, person: Person, where: str, *, scripts: str = "漢カa") -> str:
    """A name as a greeting or a label may have it."""
    script = pen.rng.choice(scripts)
    if script == "a":
        a, b = person.roman.split()
        forms = [f"{a} {b}", f"{b} {a}", f"{a.upper()} {b}", f"{b}{a}".lower(), f"{a}, {b}"]
        forms += [f"{b} {a}".upper(), f"{a} {b}".upper().translate(WIDE)]
        return pen.put("name", person.roman, where, forms)
    value = person.kanji if script == "漢" else person.kana
    a, b = value.split()
    forms = [f"{a}{b}", f"{a} {b}", f"{a}　{b}", f"{a}\u200b {b}", f"{a[0]}\u2060{a[1:]}{b}"]
    if script == "漢":
        return pen.put("name", value, where, [*forms, " ".join(a + b), a])
    half = "".join(HALF.get(ch, ch) for ch in unicodedata.normalize("NFD", value))
    forms += [value.translate(HIRA), half, half.replace(" ", ""), f"{a}・{b}"]
    return pen.put("name", value, where, forms)


def greeting(pen: Pen, person: Person) -> str:
    """How the mail begins."""
    where = "html" if pen.markup else "text"
    if pen.rng.random() < 0.15:
        return f"{address_of(pen, person, where)} 様"
    title = pen.rng.choice(("様", " 様", "　様", "さま", "殿", " さん"))
    return f"{written_name(pen, person, where)}{title}"


def address_of(pen: Pen, person: Person, where: str) -> str:
    """The recipient's mail address as a person or a program may write it."""
    mail = person.mail
    local, domain = mail.split("@")
    tagged = f"{local}+{pen.rng.choice(('shop', 'ml'))}@{domain}"
    forms = [mail, mail.upper(), mail.translate(WIDE), f"{local}＠{domain}", f"{local} @ {domain}"]
    return pen.put("mail", mail, where, [*forms, mail, tagged])


def details(pen: Pen, person: Person) -> Iterator[str]:
    """Lines with a label and a value."""
    where = "html" if pen.markup else "text"
    makers: list[Callable[[], str]] = [
        lambda: f"お名前: {written_name(pen, person, where, scripts='漢')} 様",
        lambda: f"フリガナ：{written_name(pen, person, where, scripts='カ')}",
        lambda: f"ローマ字氏名: {written_name(pen, person, where, scripts='a')}",
        lambda: f"メールアドレス: {address_of(pen, person, where)}",
        lambda: f"ご登録の電話番号：{pen.put('phone', person.phone, where, phones(person.phone))}",
        lambda: f"カード番号: {pen.put('card', person.card, where, _cards(person.card))}",
        lambda: _home(pen, person, where),
        lambda: _account(pen, person, where),
        lambda: _customer(pen, person, where),
    ]
    for make in pen.rng.sample(makers, pen.rng.randrange(1, 6)):
        yield make()


def phones(phone: str) -> list[str]:
    """A telephone number in every way people write it."""
    a, b, c = phone.split("-")
    forms = [form.format(a=a, b=b, c=c, n=a[1:]) for form in PHONES.split("|")]
    forms += [phone.translate(WIDE), f"{a}（{b}）{c}".translate(WIDE), phone.translate(KANJI)]
    return forms + [phone.replace("-", dash) for dash in "‐–−ー―"]


def _cards(card: str) -> list[str]:
    groups = [card[:4], card[4:10], card[10:]] if len(card) == 15 else re.findall("....", card)
    spaced, dashed, last = " ".join(groups), "-".join(groups), card[-4:]
    masked = [f"{card[:4]}-{card[4:6]}**-****-{last}", f"**** **** **** {last}"]
    masked.append(f"●●●●-●●●●-●●●●-{last}")
    return [card, spaced, dashed, spaced.translate(WIDE), dashed.translate(WIDE), *masked]


def _home(pen: Pen, person: Person, where: str) -> str:
    a, b, c = person.numbers.split("-")
    ways = [form.format(a=a, b=b, c=c) for form in NUMBERS.split("|")]
    ways += [person.numbers.replace("-", dash) for dash in "‐–−ー－"]
    ways += [way.translate(table) for way in ways[:2] for table in (WIDE, KANJI)]
    city, town, house = person.city, person.town, person.house
    forms = [f"{city}{town}{way}{gap}{house}" for way in ways for gap in (" ", "　", "、")]
    forms += [f"{city}{town}{way} {house.translate(WIDE)}号室" for way in ways]
    code = person.postal
    codes = [code, code.translate(WIDE), code.replace("-", "−"), code.replace("-", "")]
    written = pen.put("postal", code, where, codes)
    mark = pen.rng.choice(("〒", "〒 ", "郵便番号: "))
    return f"お届け先: {mark}{written} {pen.put('address', person.address, where, forms)}"


def _account(pen: Pen, person: Person, where: str) -> str:
    number = person.account
    forms = [
        number,
        number.translate(WIDE),
        f"{number[:3]} {number[3:]}",
        f"{number[:3]}-{number[3:]}",
    ]
    label = pen.rng.choice(
        ("引落口座: みほん銀行 本店 普通 ", "口座番号：", "ご登録の振替口座 当座預金 ")
    )
    return label + pen.put("account", number, where, forms)


def _customer(pen: Pen, person: Person, where: str) -> str:
    value = person.customer
    forms = [
        value,
        f"{value[:4]}-{value[4:]}",
        value.translate(WIDE),
        f"{value[:-4]} {value[-4:]}",
    ]
    label = pen.rng.choice(
        ("会員番号: ", "お客様番号：", "ご注文番号 ", "お問合せ番号: ", "契約番号 No.")
    )
    return label + pen.put("customer", value, where, forms)
