"""A verdict as JSON: schema ``mayoke.verdict/1`` (``doors/verdict.schema.json``)."""

import json
import re
from collections.abc import Mapping
from typing import Any

from mayoke.records.verdict import Sentence, Verdict, Weighed

SCHEMA = "mayoke.verdict/1"

# DEL, C1, invisible and direction-turning characters, lone surrogates: JSON may write them as
# numbers, so that the text stays exact and a terminal that shows it stays unmoved.
_UNFIT = re.compile(
    "[\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def verdict_object(
    verdict: Verdict, source: str, lang: str, parts: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The object, exactly as the schema has it. ``parts`` is added when given."""
    brand = verdict.brand
    found: dict[str, Any] = {
        "schema": SCHEMA,
        "source": source,
        "message_id": verdict.message_id,
        "verdict": verdict.verdict,
        "kind": verdict.kind,
        "family": verdict.family,
        "brand": {"slug": brand[0], "name": brand[1 if lang == "ja" else 2]} if brand else None,
        "probabilities": {
            "scam": round(verdict.probabilities.scam, 4),
            "junk": round(verdict.probabilities.junk, 4),
            "clean": round(verdict.probabilities.clean, 4),
        },
        "evidence": [_evidence(weighed) for weighed in verdict.evidence],
        "gaps": [{"what": gap.what, "why": gap.why} for gap in verdict.gaps],
        "advice": _sentences(verdict.advice),
        "would_change": _sentences(verdict.would_change),
        "related": {"campaign": verdict.campaign, "incidents": list(verdict.incidents)},
        "unwrapped": verdict.unwrapped,
        "carrier": verdict.carrier,
        "versions": {
            "mayoke": verdict.versions.mayoke,
            "rules": verdict.versions.rules,
            "model": verdict.versions.model,
        },
    }
    if parts is not None:
        found["parts"] = dict(parts)
    return found


def dumps(value: object, *, indent: int | None = None) -> bytes:
    """UTF-8 JSON without a final line break; readable Japanese, nothing a terminal obeys."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", text).encode("utf-8")


def _evidence(weighed: Weighed) -> dict[str, Any]:
    place = weighed.evidence
    return {
        "id": weighed.id,
        "speaks_for": weighed.speaks_for,
        "weight": round(weighed.weight, 4),
        "part": place.part,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        "ja": weighed.says.ja,
        "en": weighed.says.en,
    }


def _sentences(sentences: tuple[Sentence, ...]) -> list[dict[str, str]]:
    return [{"ja": sentence.ja, "en": sentence.en} for sentence in sentences]
