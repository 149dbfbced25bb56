"""Who answers to the people concerned, who publishes, and at which processor it happened."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mayoke.breach.facts.parties.contractor import find_processor
from mayoke.breach.facts.parties.family import find_family
from mayoke.breach.facts.parties.names import (
    From,
    Told,
    beside,
    from_text,
    heading,
    in_full,
    in_news,
    run_by,
    signature,
    spoken,
)
from mayoke.breach.facts.parties.roles import (
    alias,
    is_contracted,
    is_helper,
    is_nobody,
    is_providing,
    is_self,
)
from mayoke.breach.facts.spacing import gaps
from mayoke.breach.reading import Reading
from mayoke.records.incident import Located
from mayoke.text.fold import fold_plain
from mayoke.text.name_spans import NameSpan, find_names

_NEWS = ("news_article", "third_party_alert")
_PLACEHOLDER = re.compile(
    r"[○〇●◯△□]{2,}|【(?:会社|貴社|サイト|団体|法人)名】|\[(?:会社|貴社)名\]|(?:会社|貴社)名(?:を"
    r"|が)入"
)


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a notice, spelled as there.

    ``organisation_from`` tells where the name stands. ``aliases`` are the names by which the text
    goes on about others (委託先, A社). ``where``: organisation, publisher, processor.
    """

    organisation: str | None
    organisation_from: From | None
    publisher: str | None
    processor: str | None
    where: Mapping[str, tuple[Located, ...]]
    aliases: tuple[str, ...] = field(default=())


def find(reading: Reading) -> Parties:
    """Read the parties off the notice, its title and its frame; None where nothing is sure."""
    text = reading.text
    gap = gaps(reading)
    first, last = reading.main
    names = [span for span in find_names(text, gap) if first <= span.start < max(last, 1)]
    processor = find_processor(reading, names)
    others = {text[span.start : span.end] for span in names if _is_others(reading, span)}
    if processor is not None:
        others.add("".join(fold_plain(processor.value).split()))
    own = [span for span in names if text[span.start : span.end] not in others]
    child, publisher = find_family(reading, own, others)
    told = None if _template(reading) else child or _best(reading, own, others)
    told = in_full(reading, told, own) if told else None
    where: dict[str, tuple[Located, ...]] = {}
    if told and told.quote:
        where["organisation"] = (told.quote,)
    if publisher and publisher.quote:
        where["publisher"] = (publisher.quote,)
    if processor is not None:
        where["processor"] = (processor,)
    return Parties(
        organisation=told.value if told else None,
        organisation_from=told.source if told else None,
        publisher=publisher.value if publisher else None,
        processor=processor.value if processor else None,
        where=where,
        aliases=tuple(_aliases(reading, names, others)),
    )


def _template(reading: Reading) -> bool:
    """Is it a text to be filled in?"""
    return (
        reading.kind == "not_a_breach"
        and len(_PLACEHOLDER.findall(reading.text[: reading.main[1]][:20000])) >= 3
    )


def _is_others(reading: Reading, span: NameSpan) -> bool:
    text = reading.text
    if is_self(text, span):
        return False
    name = text[span.start : span.end]
    if is_nobody(name) or is_contracted(text, span) or is_helper(text, span):
        return True
    return reading.kind == "processor_client_notice" and is_providing(text, span)


def _aliases(reading: Reading, names: list[NameSpan], others: set[str]) -> Iterator[str]:
    for span in names[:200]:
        if reading.text[span.start : span.end] in others:
            name = alias(reading.text, span)
            if name and len(name) >= 2:
                yield name


def _best(reading: Reading, own: list[NameSpan], others: set[str]) -> Told | None:
    """The first that any rule finds; the rules go from the surest to the weakest."""
    text = reading.text
    for span in own:
        if is_self(text, span):
            return from_text(reading, span.start, span.end)
    if reading.kind in _NEWS:
        return in_news(reading, own, others)
    return (
        signature(reading, own, others)
        or spoken(reading, own, others)
        or beside(reading, others)
        or heading(reading, others)
        or run_by(reading, own, others)
    )
