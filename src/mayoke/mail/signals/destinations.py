"""Where a click leads: the hosts of a message's links, seen through trackers and redirectors."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.host_facts import facts
from mayoke.mail.signals.views import SeenLink
from mayoke.records.evidence import Evidence
from mayoke.text.url import Url, parse

_URL_LIMIT = 4096
_HOST_LIMIT = 200
_LINK_LIMIT = 2000
# Companies' filters rewrite every link, honest or not; the redirectors list has them as well.
_FILTERS = (
    "safelinks.protection.outlook.com",
    "urldefense.com",
    "urldefense.us",
    "urldefense.proofpoint.com",
    "linkprotect.cudasvc.com",
)
_TRANSLATE = ".translate.goog"


@dataclass(frozen=True, slots=True)
class Destination:
    """One host a reader can get to. ``via`` is the host that passes the reader on, if any."""

    seen: SeenLink
    url: Url
    via: str = ""

    @property
    def host(self) -> str:
        """The host, lower case, punycode."""
        return self.url.host

    @property
    def name(self) -> str:
        """The label somebody chose when they registered the domain: ``evil`` in ``a.evil.co.jp``."""
        return chosen_label(self.url.registrable)

    def evidence(self) -> Evidence:
        """The host where it stands in the target, else the whole target."""
        link = self.seen.link
        at = link.target.lower().rfind(self.host)
        if at < 0:
            return self.seen.evidence()
        end = at + len(self.host)
        return Evidence(link.part, at, end, link.target[at:end])


def chosen_label(registrable: str) -> str:
    """The first label of a registrable domain, lower case."""
    return registrable.partition(".")[0]


_kept: WeakKeyDictionary[Context, tuple[Destination, ...]] = WeakKeyDictionary()


def destinations(ctx: Context) -> tuple[Destination, ...]:
    """The hosts of all links a person can follow, one entry a host, in order; at most 200.

    A link that carries another full address inside (a tracker, an open redirector, a translator)
    stands for that address; the host in between is given only when it is no known tracker.
    """
    kept = _kept.get(ctx)
    if kept is None:
        kept = _kept[ctx] = _collect(ctx)
    return kept


def _collect(ctx: Context) -> tuple[Destination, ...]:
    found: dict[str, Destination] = {}
    for seen in ctx.links[:_LINK_LIMIT]:
        if seen.link.place == "image":
            continue
        inner = embedded(seen.url)
        if inner is not None and inner.host not in found:
            found[inner.host] = Destination(seen, inner, via=seen.url.host)
        host = seen.url.host
        if host not in found and not (inner and passes_on(ctx, host)):
            found[host] = Destination(seen, seen.url)
        if len(found) >= _HOST_LIMIT:
            break
    return tuple(found.values())


def embedded(url: Url) -> Url | None:
    """The full web address that a link carries in its path or query, of another site."""
    for text in _candidates(url):
        inner = parse(text)
        if inner is None or inner.scheme not in ("http", "https") or "." not in inner.host:
            continue
        if inner.registrable != url.registrable:
            return inner
    return None


def _candidates(url: Url) -> Iterator[str]:
    if url.host.endswith(_TRANSLATE):
        # Google's way to write a host as one label: "-" for ".", "--" for "-".
        label = url.host[: -len(_TRANSLATE)].rpartition(".")[2]
        yield "https://" + label.replace("--", "\0").replace("-", ".").replace("\0", "-")
    if url.host == "urldefense.proofpoint.com" and url.path == "/v2/url":
        coded = url.query.partition("u=")[2].partition("&")[0]
        yield unquote(coded[:_URL_LIMIT].replace("_", "/").replace("-", "%"))
    raw = url.raw[:_URL_LIMIT]
    low = raw.lower()
    at = low.find("http", 8)
    tries = 0
    while at > 0 and tries < 8:
        tries += 1
        after = low[at + 4 : at + 20].removeprefix("s")
        if after.startswith("://"):
            yield _until(raw[at:], "&\"'<> ")
        elif after.startswith((":%2f", "%3a", "%253a")):
            yield unquote(unquote(_until(raw[at:], "&/?#\"'<> ")))
        at = low.find("http", at + 4)


def _until(text: str, stops: str) -> str:
    ends = [at for at in (text.find(stop) for stop in stops) if at >= 0]
    return text[: min(ends)] if ends else text


def passes_on(ctx: Context, host: str) -> bool:
    """A mailing service's click counter, or the recipient's own mail filter: true mail has both."""
    return host.endswith(_FILTERS) or "trackers" in facts(ctx.registry, host).lists


def ordinary(ctx: Context, host: str) -> bool:
    """A host that any mail may link to (social networks, app shops, standards) or a known tracker."""
    return facts(ctx.registry, host).ordinary
