"""The forms of the TOML files below ``data``, as they are written."""

from datetime import date
from typing import Literal

import msgspec

from mayoke.records.brand import Grade, MatchMode
from mayoke.records.contact import Quality
from mayoke.records.law import Trigger
from mayoke.records.signal import SpeaksFor
from mayoke.records.verdict import Family, Sentence, VerdictWord

Sector = Literal[
    "bank", "bank-foreign", "card", "card-brand", "crypto", "delivery", "ec", "game", "gov",
    "gov-foreign", "airline", "hosting", "isp", "it", "loan", "media", "payment", "portal",
    "retail", "securities", "service", "sns", "streaming", "telecom", "transport", "travel",
    "utility",
]  # fmt: skip


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every file says about itself; ``checked_on`` is the day someone last looked."""

    sources: tuple[str, ...]
    checked_on: date
    quality: Quality
    notes: str = ""


class SendingEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[sending_domains]]``."""

    domain: str
    grade: Grade
    source: str


class BrandFile(File, frozen=True, kw_only=True):
    """``brands/<slug>.toml``.

    ``weak_names`` are names that are ordinary words as well. ``mailbox_domains``: strangers have
    mailboxes there (``*.`` before it: and below). ``shared_domains``: in another brand's file too, and that brand's own.
    ``group``: brands of one house write for one another.
    """

    slug: str
    name_ja: str
    name_en: str
    kana: str
    aliases: tuple[str, ...]
    sector: Sector
    scope: Literal["jp", "foreign"]
    match: MatchMode
    login_domains: tuple[str, ...]
    hosting_domains: tuple[str, ...] = ()
    sending_domains: tuple[SendingEntry, ...] = ()
    mailbox_domains: tuple[str, ...] = ()
    shared_domains: tuple[str, ...] = ()
    weak_names: tuple[str, ...] = ()
    group: str = ""
    notice_url: str = ""


class ListFile(File, frozen=True, kw_only=True):
    """``lists/<slug>.toml``: ``exact`` entries do not stand for the domains below them."""

    slug: str
    what: str
    when_wrong: str
    entries: tuple[str, ...]
    exact: tuple[str, ...] = ()


class KindFile(File, frozen=True, kw_only=True):
    """``kinds/<slug>.toml``. ``family`` is empty for kinds that are no scam."""

    slug: str
    family: Family | Literal[""]
    verdict: VerdictWord
    ja: str
    en: str
    what: Sentence
    topics: tuple[str, ...]
    advice: tuple[Sentence, ...]


class GapFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``gaps/<slug>.toml``: why something was not checked."""

    ja: str
    en: str


class LawFile(File, frozen=True, kw_only=True):
    """``laws/<slug>.toml``: a duty with a clock; see ``records.law.Duty``."""

    slug: str
    ja: str
    en: str
    law: str
    valid_from: date
    valid_to: date | None = None
    days: int | None = None
    approximate: bool = False
    event: str
    details: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...]
    unless: tuple[Trigger, ...] = ()
    uncertain_causes: tuple[str, ...] = ()
    bodies: Literal["business", "local"]


class StatementFile(File, frozen=True, kw_only=True):
    """``statements/<slug>.toml``: a card company's CSV; see ``records.purchase.Statement``."""

    slug: str
    ja: str
    en: str
    header: tuple[str, ...] = ()
    columns: dict[str, str]
    posted: bool = False


class PhraseEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[phrase]]``: the specimen must match the text."""

    text: str
    specimen: str


class PhraseFile(File, frozen=True, kw_only=True):
    """``lexicon/<id>.toml``."""

    id: str
    speaks_for: SpeaksFor
    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    ja: str
    en: str
    nearly: tuple[str, ...]
    phrase: tuple[PhraseEntry, ...]
