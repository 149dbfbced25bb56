"""Whom a message claims to come from.

A brand that is merely mentioned is no claim. A claim is made by the sender's display name or
address, by the subject's opening or bracket, by a signature, or by a body that speaks as the brand.
"""

from dataclasses import dataclass
from typing import Literal

import ahocorasick_rs

from mayoke.mail.signals.per_registry import PerRegistry
from mayoke.mail.signals.views import Text, address_evidence, name_evidence
from mayoke.records.brand import Brand
from mayoke.records.evidence import Evidence
from mayoke.records.message import Message
from mayoke.registry.load import Registry
from mayoke.text.fold import fold

Where = Literal["name", "address", "subject", "signature", "body"]
_STRENGTH: dict[Where, int] = {"name": 0, "address": 1, "subject": 2, "signature": 3, "body": 4}

_OPENING = "【[「『<〔《"  # round ones only add a remark
_CLOSING = "】]」』>〕》"
_BODY_LIMIT = 20_000
_NEAR = 24
_SPEAKS_AS = (
    "をご利用",
    "をご愛顧",
    "をお使い",
    "をご契約",
    "カスタマー",
    "サポートセンター",
    "サポート窓口",
    "会員の皆",
    "会員様",
    "からのお知らせ",
    "よりお知らせ",
    "からの重要",
    "のアカウント",
    "アカウント",
    "株式会社",
    "customer",
    "support",
    "team",
    "your account",
    "account",
    "security",
    "inc",
)
_SPEAKS_IN_SUBJECT = ("から", "より", "カスタマー", "サポート")
_INTRODUCES = (
    *("です", "でございます", "からのお知らせ", "よりお知らせ", "カスタマー", "サポート"),
    *("より:", "から:", "からのお願い", "よりお願い", "からのご案内", "よりご案内", "をご利用の"),
    *("ご利用の", "会員の", "窓口", "line窓口", "公式", "認証アプリ"),
)
_OPENING_PLACE = 20
# "Amazonで", "メルカリも": the brand is the place or the theme, not the speaker.
_MERELY = ("で", "も", "と", "や", "なら", "に", "へ", "用", "対応", "出店", "出品")
_SIGNS = (
    "©",
    "(c)",
    "copyright",
    "発行",
    "配信元",
    "運営",
    "株式会社",
    "all rights reserved",
    "送信元",
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claimed sender. ``whole``: the name, bracket or signature holds little besides the brand."""

    brand: Brand
    where: Where
    evidence: Evidence
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A brand's name at ``start:end`` of a folded text. ``weak``: it is an ordinary word too."""

    brand: Brand
    start: int
    end: int
    weak: bool


class BrandFinder:
    """Every written name of every brand, in one automaton over folded text."""

    def __init__(self, registry: Registry) -> None:
        self._names = [(n, registry.brands[slug], mode) for n, slug, mode in registry.brand_names]
        self._automaton = ahocorasick_rs.AhoCorasick(
            [name for name, _, _ in self._names],
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def mentions(self, folded: str) -> list[Mention]:
        """Brand names in order of their place; of overlapping ones only the longest."""
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            name, brand, mode = self._names[index]
            if _bounded(folded, start, end, name, mode):
                found.append(Mention(brand, start, end, mode == "weak"))
        found.sort(key=lambda m: (m.start, m.start - m.end))
        kept: list[Mention] = []
        for mention in found:
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept


def _bounded(text: str, start: int, end: int, name: str, mode: str) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mode == "sub":
        # Latin names never continue a Latin word (amazon in "amazonas"); Japanese ones may.
        return not (_latin(name[0]) and _latin(before)) and not (_latin(name[-1]) and _latin(after))
    return not _continues(before, name[0]) and not _continues(after, name[-1])


def _latin(ch: str) -> bool:
    return ch.isascii() and ch.isalnum()


def _continues(neighbour: str, edge: str) -> bool:
    """Would ``neighbour`` make one word with ``edge``? (same script, no separator between)"""
    if _latin(edge):
        return _latin(neighbour)
    if "゠" <= edge <= "ヿ":
        return "゠" <= neighbour <= "ヿ"
    return "一" <= edge <= "鿿" and "一" <= neighbour <= "鿿"


brand_finder = PerRegistry(BrandFinder)


def find_claims(
    message: Message, subject: Text, bodies: tuple[Text, ...], registry: Registry
) -> tuple[Claim, ...]:
    """All claims, one a brand (its strongest), strongest first."""
    finder = brand_finder(registry)
    best: dict[str, Claim] = {}
    claims = (
        *_from_sender(message, registry),
        *_from_subject(subject, finder),
        *_from_bodies(bodies, finder),
    )
    for claim in claims:
        best.setdefault(claim.brand.slug, claim)
    return tuple(sorted(best.values(), key=lambda c: (_STRENGTH[c.where], not c.whole)))


def _from_sender(message: Message, registry: Registry) -> list[Claim]:
    if not message.from_:
        return []
    sender = message.from_[0]
    claims = []
    folded = fold(sender.name)
    base = name_evidence(message, sender)
    for mention in brand_finder(registry).mentions(folded.text):
        start, end = folded.span(mention.start, mention.end)
        whole = _mostly(folded.text, mention)
        if mention.weak and not whole:
            continue
        at = base.start + start if base.quote == sender.name else base.start
        stop = base.start + end if base.quote == sender.name else base.end
        evidence = Evidence(base.part, at, stop, base.quote[at - base.start : stop - base.start])
        claims.append(Claim(mention.brand, "name", evidence, whole))
    owner = registry.owner(sender.domain)
    if owner is not None:
        claims.append(Claim(owner, "address", address_evidence(message, sender), whole=True))
    return claims


def _from_subject(subject: Text, finder: BrandFinder) -> list[Claim]:
    text = subject.folded.text
    claims = []
    for mention in finder.mentions(text):
        bracket = _bracket(text, mention)
        after = text[mention.end : mention.end + 8]
        if (mention.weak and not bracket) or after.startswith(_MERELY):
            continue
        if bracket or mention.start <= 1 or after.startswith(_SPEAKS_IN_SUBJECT):
            evidence = subject.evidence(mention.start, mention.end)
            claims.append(Claim(mention.brand, "subject", evidence, whole=bracket))
    return claims


def _bracket(text: str, mention: Mention) -> bool:
    """Does the brand stand in a bracket, with at most a few more characters inside it?"""
    opened = max(text.rfind(ch, max(0, mention.start - 6), mention.start) for ch in _OPENING)
    if opened < 0:
        return False
    ends = [text.find(ch, mention.end, mention.end + 10) for ch in _CLOSING]
    return any(end >= 0 for end in ends)


def _mostly(name: str, mention: Mention) -> bool:
    """Is the display name the brand's name, give or take words such as "support"?"""
    rest = name[: mention.start] + name[mention.end :]
    for word in (
        "株式会社",
        "(株)",
        "カスタマー",
        "サービス",
        "サポート",
        "センター",
        "事務局",
        "お知らせ",
    ):
        rest = rest.replace(word, "")
    letters = sum(ch.isalnum() for ch in rest)
    return letters <= 4


def _from_bodies(bodies: tuple[Text, ...], finder: BrandFinder) -> list[Claim]:
    signed: list[Claim] = []
    spoken: list[Claim] = []
    for text in bodies:
        folded = text.folded.text[:_BODY_LIMIT]
        counts: dict[str, int] = {}
        mentions = finder.mentions(folded)
        for mention in mentions:
            counts[mention.brand.slug] = counts.get(mention.brand.slug, 0) + 1
        for mention in mentions:
            if mention.weak or _in_address(folded, mention):
                continue
            evidence = text.evidence(mention.start, mention.end)
            if _signed(folded, mention) or _introduces(folded, mention):
                signed.append(Claim(mention.brand, "signature", evidence))
            elif _speaks(folded, mention, counts[mention.brand.slug]):
                spoken.append(Claim(mention.brand, "body", evidence))
    spoken.sort(key=lambda claim: claim.evidence.start)
    return [*signed, *spoken]


def _in_address(folded: str, mention: Mention) -> bool:
    """Is the name a part of a URL or of a mail address? There it claims nothing."""
    before, after = folded[: mention.start][-1:], folded[mention.end : mention.end + 2]
    return before in ("@", ".", "/", "-", "_") or (
        after[:1] in ("@", ".", "-", "_") and after[1:].isalnum() and after.isascii()
    )


def _introduces(folded: str, mention: Mention) -> bool:
    """Does a body begin by saying who writes: 「○○銀行です」, 「【○○】」? Short messages do."""
    if mention.start > _OPENING_PLACE:
        return False
    after = folded[mention.end : mention.end + 8]
    return _bracket(folded, mention) or after.startswith(_INTRODUCES)


def _signed(folded: str, mention: Mention) -> bool:
    """Does the brand sign: in the last third, beside ©, 発行, 株式会社 …?"""
    if mention.start < len(folded) * 2 // 3:
        return False
    around = folded[max(0, mention.start - _NEAR) : mention.end + _NEAR]
    return any(sign in around for sign in _SIGNS)


def _speaks(folded: str, mention: Mention, count: int) -> bool:
    """Does the body speak as the brand: named early, or often, beside words of service?"""
    if mention.start > 300 and count < 3:
        return False
    after = folded[mention.end : mention.end + _NEAR]
    return any(word in after for word in _SPEAKS_AS)
