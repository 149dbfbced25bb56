"""The forms of the help room's TOML files below ``data``, as they are written."""

from typing import Literal

import msgspec

from mayoke.records.contact import ContactRole, Day, Doubt
from mayoke.records.situation import CountsFrom, Phase, Within
from mayoke.records.verdict import Sentence
from mayoke.registry.files import File


class HoursEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[hours]]``: days, and the times between which somebody answers (Japan time)."""

    days: tuple[Day, ...]
    opens: str
    closes: str


class ContactFile(File, frozen=True, kw_only=True):
    """``contacts/<slug>.toml``: a place that helps; see ``records.contact.Contact``."""

    slug: str
    ja: str
    en: str
    role: ContactRole
    for_what: Sentence
    phone: str = ""
    url: str = ""
    mail: str = ""
    how: tuple[Sentence, ...] = ()
    always: bool = False
    hours: tuple[HoursEntry, ...] = ()
    year_end: bool = False
    hours_note: Sentence | None = None
    meanwhile: Sentence | None = None
    languages: tuple[str, ...] = ("ja",)
    listening: bool = False
    uncertain: tuple[Doubt, ...] = ()


class TakenEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[step]]`` of a situation or a means of payment."""

    id: str
    within: Within


class StepFile(File, frozen=True, kw_only=True):
    """``steps/<slug>.toml``: one thing to do; see ``records.situation.Step``."""

    slug: str
    phase: Phase
    rank: int = 50
    says: Sentence
    how: tuple[Sentence, ...] = ()
    have_ready: tuple[Sentence, ...] = ()
    contacts: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


class SituationFile(File, frozen=True, kw_only=True):
    """``situations/<slug>.toml``: what happened; see ``records.situation.Situation``."""

    slug: str
    order: int
    ja: str
    en: str
    first: Sentence
    note: Sentence | None = None
    within: Within
    money_lost: bool = False
    also: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    step: tuple[TakenEntry, ...]


class MeansFile(File, frozen=True, kw_only=True):
    """``means/<slug>.toml``: a means of payment; see ``records.situation.Means``."""

    slug: str
    order: int
    ja: str
    en: str
    situation: str = ""
    step: tuple[TakenEntry, ...] = ()


class DeadlineFile(File, frozen=True, kw_only=True):
    """``deadlines/<slug>.toml``: see ``records.situation.Deadline``."""

    slug: str
    ja: str
    en: str
    rule: Sentence
    starts: Sentence
    counts_from: CountsFrom
    days: int | None = None
    first_day_counts: bool = False
    law: str = ""
    caveat: Sentence | None = None


class SectionEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[section]]`` of a page of knowledge."""

    heading: Sentence
    paragraphs: tuple[Sentence, ...] = ()
    points: tuple[Sentence, ...] = ()


class KnowledgeFile(File, frozen=True, kw_only=True):
    """``knowledge/<slug>.toml``: a page; see ``records.knowledge.KnowledgePage``."""

    slug: str
    order: int
    title: Sentence
    summary: Sentence
    section: tuple[SectionEntry, ...]
    see_also: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


HelpFolder = Literal["contacts", "steps", "situations", "means", "deadlines", "knowledge"]
