"""What follows from an incident's facts: columns to sort by, keys to know it by, words to find."""

import json
import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from mayoke.store.schema import DELAYS
from mayoke.text.fold import fold_plain
from mayoke.text.names import plain_name
from mayoke.text.url import parse

SEARCHED: Final = 50_000
"""So many characters of a document can be found; no notice is longer, and an index has limits."""
_UNKEPT: Final = re.compile("[\0\ud800-\udfff]")
_KEY_MOST: Final = 180
_QUOTED_MOST: Final = 20_000


def clean(text: str) -> str:
    """The text as a database can keep it: NUL and lone surrogates become U+FFFD, one for one."""
    return text if text.isascii() and "\0" not in text else _UNKEPT.sub("\ufffd", text)


def dump(value: Any) -> str:
    """Plain JSON as it is kept. Raises TypeError or ValueError for what is none."""
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False))


def load(text: str) -> Any:
    """What ``dump`` kept."""
    return msgspec.json.decode(text)


def told_between(facts: Mapping[str, Any]) -> tuple[str, str] | None:
    """The first and the last day on which the announcement can have been made; None if unknown."""
    days = [facts.get("notice_date"), *_days_of(facts, "disclosed"), facts.get("document_date")]
    return next((range_ for day in days if (range_ := day_range(day))), None)


def _days_of(facts: Mapping[str, Any], event: str) -> Iterable[Any]:
    timeline = facts.get("timeline") or ()
    return (e.get("date") for e in timeline if isinstance(e, Mapping) and e.get("event") == event)


def day_range(iso: Any) -> tuple[str, str] | None:
    """The days that ``2024``, ``2024-03`` or ``2024-03-05`` can mean; None without a year."""
    if not isinstance(iso, str) or not iso[:4].isdigit() or len(iso) > 10:
        return None
    year, month, day = (*iso.split("-"), "XX", "XX")[:3]
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return f"{year}-01-01", f"{year}-12-31"
    last = monthrange(int(year) or 1, int(month))[1]
    if not day.isdigit() or not 1 <= int(day) <= last:
        return f"{year}-{month}-01", f"{year}-{month}-{last:02}"
    return iso, iso


def names_of(facts: Mapping[str, Any]) -> list[str]:
    """The names of the organisation and its sites, as they stand in the documents."""
    names = [facts.get("organisation"), *(name for name, _ in sites_of(facts))]
    return list(dict.fromkeys(name for name in names if isinstance(name, str) and name))


def sites_of(facts: Mapping[str, Any]) -> list[tuple[str | None, str | None]]:
    """Name and address of every site."""
    sites = facts.get("sites")
    if isinstance(sites, list) and sites:
        return [(s.get("name"), s.get("url")) for s in sites if isinstance(s, Mapping)]
    names = (facts.get("site_name") or "").split("; ")
    urls = (facts.get("site_url") or "").split("; ")
    size = max(len(names), len(urls))
    padded = zip(names + [""] * (size - len(names)), urls + [""] * (size - len(urls)), strict=True)
    return [(name or None, url or None) for name, url in padded if name or url]


def keys_of(facts: Mapping[str, Any]) -> frozenset[str]:
    """What an incident is known by: ``name:``, a name in one form, and ``domain:``, registrable."""
    names = {plain_name(name)[:_KEY_MOST] for name in names_of(facts)}
    urls = (parse(url) for _, url in sites_of(facts) if url)
    domains = {url.registrable[:_KEY_MOST] for url in urls if url}
    keys = {f"name:{name}" for name in names if len(name) > 1}
    return frozenset(keys | {f"domain:{domain}" for domain in domains if domain})


def row_of(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The row of ``current_facts``, without its incident."""
    told = told_between(facts)
    names = names_of(facts)
    delays = facts.get("delays") or {}
    items = facts.get("data_items") or ()
    cause = facts.get("cause")
    row: dict[str, Any] = {
        "name": clean(names[0]) if names else "",
        "names_folded": clean("\n".join(fold_plain(name) for name in names)),
        "cause": clean(cause)[:_KEY_MOST] if isinstance(cause, str) else None,
        "card_data": int(any(str(item).startswith("card_") for item in items)),
        "year": int(told[0][:4]) if told else None,
        "told_from": told[0] if told else None,
        "told_to": told[1] if told else None,
    }
    for name in DELAYS:
        days = delays.get(name)
        row[name] = days if isinstance(days, int) and abs(days) < 1_000_000 else None
    return row


def search_text(facts: Mapping[str, Any], documents: Iterable[tuple[str | None, str]]) -> str:
    """Everything an incident can be found by, folded: names, addresses, titles and texts.

    ``documents``: title and text of each. Without any text the quotations serve.
    """
    parts = [*names_of(facts), *(url for _, url in sites_of(facts) if url)]
    parts += [str(facts[name]) for name in ("publisher", "processor") if facts.get(name)]
    texts: list[str] = []
    for title, text in documents:
        parts += [title] if title else []
        texts += [text[:SEARCHED]] if text else []
    if not texts:
        texts = list(dict.fromkeys(_quotes(facts)))
    folded = dict.fromkeys(fold_plain(part) for part in [*parts, *texts])
    return clean("\n".join(folded)[: 2 * SEARCHED])


def _quotes(facts: Mapping[str, Any]) -> Iterable[str]:
    """Every quotation in the facts; plain JSON, so that dict and list are all there is."""
    waiting, seen = list(facts.values()), 0
    while waiting and seen < _QUOTED_MOST:
        seen += 1
        one = waiting.pop()
        if isinstance(one, dict):
            quote = one.get("quote")
            if isinstance(quote, str):
                yield quote[:SEARCHED]
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
