"""Incidents of the ledger as the mail room needs them."""

from collections.abc import Collection, Iterator

from mayoke.records.known_leak import KnownLeak
from mayoke.records.ledger import Entry
from mayoke.store import listing
from mayoke.store.connect import Store
from mayoke.store.derived import names_of, sites_of
from mayoke.text.url import parse


def known_leaks(store: Store, keys: Collection[str]) -> tuple[KnownLeak, ...]:
    """Incidents that share a name or domain and were not withdrawn, last added first; at most 50."""
    found = listing.candidates(store, keys) if keys else ()
    return tuple(_leak(entry) for entry in found if entry.state != "withdrawn")


def _leak(entry: Entry) -> KnownLeak:
    facts = entry.data
    return KnownLeak(
        id=entry.id,
        state=entry.state,
        organisation=facts.get("organisation"),
        names=tuple(names_of(facts)),
        domains=frozenset(_domains(entry)),
        notice_date=facts.get("notice_date"),
    )


def _domains(entry: Entry) -> Iterator[str]:
    """Of the sites that were hit, and of where the operator's own notices stand."""
    addresses = [url for _, url in sites_of(entry.data)]
    addresses += [
        one.url
        for one in entry.documents
        if one.document_kind not in {"news_article", "third_party_alert"}
    ]
    for address in addresses:
        url = parse(address) if address else None
        if url and url.registrable:
            yield url.registrable
