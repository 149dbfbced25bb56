"""The answer to one message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mayoke.records.evidence import Evidence
from mayoke.records.gap import Gap
from mayoke.records.message import Unwrapped
from mayoke.records.signal import SpeaksFor

VerdictWord = Literal["scam", "junk", "clean", "unsure"]
Family = Literal["phishing", "billing", "takeover", "solicitation"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The same words in both languages."""

    ja: str
    en: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A signal as it counted: ``weight`` is its share of the log-odds for what it speaks for."""

    id: str
    speaks_for: SpeaksFor
    weight: float
    evidence: Evidence
    says: Sentence


@dataclass(frozen=True, slots=True)
class Probabilities:
    """Calibrated; they sum to 1."""

    scam: float
    junk: float
    clean: float


@dataclass(frozen=True, slots=True)
class Versions:
    """What judged: the package, the rules and registry, the weights."""

    mayoke: str
    rules: str
    model: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """One message judged. ``brand`` is ``(slug, name_ja, name_en)`` of who is imitated."""

    verdict: VerdictWord
    kind: str
    family: Family | None
    brand: tuple[str, str, str] | None
    probabilities: Probabilities
    evidence: tuple[Weighed, ...]
    gaps: tuple[Gap, ...]
    advice: tuple[Sentence, ...]
    would_change: tuple[Sentence, ...]
    unwrapped: Unwrapped
    carrier: str
    message_id: str
    versions: Versions
    campaign: Mapping[str, object] | None = None
    incidents: tuple[Mapping[str, object], ...] = field(default=())
