"""What a notice says of an incident. Field names and codes are those of ``mayoke.notice/1``.

Not stated is None or empty, never zero and never a guess. Dates are ISO 8601 to the precision that
is known: ``2024-03-05``, ``2024-03``, ``XXXX-03-05`` (the year stands nowhere).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Precision = Literal["minute", "hour", "day", "month", "year", "fuzzy", "mixed"]
DateBasis = Literal["absolute", "inherited", "relative", "from_url", "weekday"]
ExposureBasis = Literal["purchase", "input", "attack", "public_access"]
SubjectBasis = Literal[
    "registration", "treatment", "contract", "inquiry", "service_use", "application", "stay"
]
DocumentKind = Literal[
    "operator_notice",
    "second_report",
    "processor_client_notice",
    "operator_faq",
    "news_article",
    "third_party_alert",
    "not_a_breach",
]
NegativeKind = Literal[
    "recall",
    "maintenance",
    "phishing_alert",
    "template",
    "tampering_no_leak",
    "roundup",
    "payment_stop_on_suspicion",
]
Qualifier = Literal["exact", "about", "max", "max_about", "min", "cumulative"]
Cause = Literal[
    "site_vulnerability",
    "web_skimming",
    "credential_stuffing",
    "malware_ransomware",
    "misdelivery",
    "misconfiguration",
    "lost_device",
    "insider",
    "processor_breach",
    "unauthorised_access",
    "phishing_account_takeover",
    "improper_disposal",
    "inadvertent_publication",
    "unknown",
]
LeakStatus = Literal["confirmed", "possible", "cannot_be_ruled_out", "undetermined"]
Misuse = Literal["reported", "possible", "none_seen"]
EventKind = Literal[
    "incident_occurred",
    "discovered",
    "suspicion_notified",
    "suspicion_notified_other",
    "leak_confirmed",
    "contained",
    "card_payment_stopped",
    "site_stopped",
    "investigation_started",
    "investigation_completed",
    "police_reported",
    "ppc_reported",
    "regulator_reported",
    "disclosed_first",
    "disclosed",
    "individuals_notified",
    "recovered",
    "service_resumed",
]
Actor = Literal[
    "operator",
    "parent",
    "processor",
    "payment_processor",
    "maintenance_company",
    "card_company",
    "card_brand",
    "forensics",
    "police",
    "customer",
    "third_party",
    "staff",
    "insider",
    "attacker",
    "monitoring",
]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the notice: ``text[start:end] == quote`` in code points of ``Notice.text``."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Located:
    """A value and the words it was read from."""

    value: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Exposure:
    """A period in which data entered, or lay open, so that it leaked."""

    start: str | None
    end: str | None
    basis: ExposureBasis
    precision: Precision
    quote: Quote
    group: str | None = None
    year_basis: Literal["relative", "from_url", "weekday"] | None = None


@dataclass(frozen=True, slots=True)
class SubjectPeriod:
    """A period that only tells whose data it is (treated, contracted, registered … then)."""

    start: str | None
    end: str | None
    basis: SubjectBasis
    precision: Precision
    quote: Quote
    group: str | None = None
    year_basis: Literal["relative", "from_url", "weekday"] | None = None


@dataclass(frozen=True, slots=True)
class AffectedCount:
    """A group of people or records whose data may have leaked.

    ``unit`` as written (件, 名 …); ``what`` a code of the schema (card, member …); ``parent`` the
    index, in the same list, of the group this one is part of; ``relation`` ``same`` when both are
    one group in two units. At most one is ``primary``, the headline number.
    """

    count: int
    unit: str
    qualifier: Qualifier
    what: str
    parent: int | None
    quote: Quote
    relation: Literal["part", "same"] | None = None
    primary: bool = False
    superseded: bool = False
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """People whose data differ from the others': their label, items, and cause if it differs."""

    label: str
    data_items: tuple[str, ...]
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, who did it, and how its date is known."""

    date: str
    precision: Precision
    event: EventKind
    actor: Actor
    basis: DateBasis
    quote: Quote
    detail: str | None = None
    damaged: bool = False
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contacts:
    """The desk for the people concerned. ``hours`` and ``name`` as written."""

    phone: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    hours: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A shop or service that was hit."""

    name: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Delays:
    """Days between two events, None where a date is missing. Named as in the schema."""

    suspicion_to_disclosure_days: int | None = None
    suspicion_to_full_report_days: int | None = None
    suspicion_to_card_stop_days: int | None = None
    suspicion_to_site_stop_days: int | None = None
    suspicion_to_police_days: int | None = None
    suspicion_to_ppc_days: int | None = None
    suspicion_to_individuals_days: int | None = None
    investigation_days: int | None = None
    investigation_completed_to_disclosure_days: int | None = None
    occurrence_to_discovery_days: int | None = None
    exposure_days: int | None = None
    exposure_end_to_disclosure_days: int | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """One leak as one document tells it."""

    organisation: str | None = None
    organisation_from: Literal["text", "page_title", "page_frame", "url"] | None = None
    publisher: str | None = None
    processor: str | None = None
    sites: tuple[Site, ...] = ()
    notice_date: str | None = None
    notice_date_basis: Literal["absolute", "inherited", "from_url", "weekday"] | None = None
    document_date: str | None = None
    exposure: tuple[Exposure, ...] = ()
    subject_periods: tuple[SubjectPeriod, ...] = ()
    affected_count: tuple[AffectedCount, ...] = ()
    groups: Mapping[str, Group] = field(default_factory=dict)
    data_items: tuple[str, ...] = ()
    data_items_negated: tuple[str, ...] = ()
    data_items_flags: Mapping[str, Literal["partial", "encrypted", "hashed"]] = field(
        default_factory=dict
    )
    cause: Cause | None = None
    cause_confirmed: bool | None = None
    leak_status: LeakStatus | None = None
    misuse: Misuse | None = None
    timeline: tuple[Event, ...] = ()
    contacts: Contacts = field(default_factory=Contacts)
    delays: Delays = field(default_factory=Delays)
    delay_reason: Quote | None = None
    reissue_fee: Literal["borne_by_operator", "borne_by_holder"] | None = None
    where: Mapping[str, tuple[Located, ...]] = field(default_factory=dict)
