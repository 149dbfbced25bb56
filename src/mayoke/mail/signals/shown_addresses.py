"""Links whose shown text is itself a web address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import embedded, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.mail.signals.views import SeenLink
from mayoke.records.evidence import Evidence
from mayoke.text.url import Url, parse

_LINKS = 300
_LONGEST = 300
# A host, its path and nothing else; without a scheme only under the endings people write so.
_SHOWN = re.compile(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?", re.IGNORECASE)
_BARE = re.compile(r"[a-z0-9.-]+\.(?:jp|com|net|org|info|biz)(?:/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A link, the address it shows, and the address it leads to."""

    seen: SeenLink
    shown: Url
    real: Url

    def evidence(self) -> Evidence:
        """The shown words, or the target when nothing is marked as shown."""
        link = self.seen.link
        if link.end > link.start:
            return Evidence(link.text_part, link.start, link.end, link.shown)
        return self.seen.evidence()


def misleading(ctx: Context) -> Iterator[Shown]:
    """Links that show an address of one registrable domain and lead to another.

    Known trackers, and addresses of one brand or house, are left out.
    """
    for seen in ctx.links[:_LINKS]:
        link = seen.link
        text = link.shown.strip()
        if link.place not in ("a", "area") or "." not in text or len(text) > _LONGEST:
            continue
        shown = _address(text)
        if shown is None:
            continue
        real = embedded(seen.url) or seen.url
        if shown.registrable in (real.registrable, seen.url.registrable):
            continue
        if real is seen.url and ordinary(ctx, real.host):
            continue
        owner = facts(ctx.registry, shown.host).owner
        if owner is not None and ctx.owns(owner, real.host):
            continue
        yield Shown(seen, shown, real)


def _address(text: str) -> Url | None:
    if _SHOWN.fullmatch(text):
        return parse(text)
    return parse(f"https://{text}") if _BARE.fullmatch(text) else None
