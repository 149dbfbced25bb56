"""How a mail is built, and where its links lead: what stays when the words are changed."""

from itertools import groupby

import re2

from mayoke.mail.campaigns.minhash import number
from mayoke.records.message import Body, Message
from mayoke.registry.load import load
from mayoke.text.url import Url, parse

_ADDED_ON_THE_WAY = (
    "received", "return-path", "delivered-to", "envelope-to", "authentication-results", "arc-",
    "dkim-", "x-spam", "x-original-to", "list-", "x-received", "received-spf", "domainkey-",
    "x-google", "x-mailman", "errors-to", "sender", "precedence", "x-beenthere",
)  # fmt: skip
"""Header fields that hosts between sender and reader write; they tell nothing of the sender."""
_LINKS_MAX = 200
_HOSTS_MAX = 8
_TOKEN = re2.compile(r"[0-9]+[a-z]?|[a-z0-9_\-=%]{20,}|[a-f0-9]{8,}")
_EVERYBODYS = (
    "free_hosting", "cloud_storage", "shorteners", "redirectors", "trackers", "translators",
    "freemail", "neutral",
)  # fmt: skip
"""Lists of hosts where strangers meet: a link there joins nobody."""
_COMMON_PATHS = frozenset(
    ("", "login", "signin", "index.html", "index.php", "home", "index", "en", "ja", "jp")
)


def structure(message: Message) -> tuple[int, int, int]:
    """Numbers for the MIME shape, the order of the sender's headers, the skeleton of the HTML.

    0 stands for "nothing to compare": a message without headers, or without HTML.
    """
    parts = ",".join(kind.lower() for _, kind in message.parts)
    names = ",".join(_own_headers(message))
    html = ";".join(_skeleton(body, message) for body in message.bodies if body.html)
    return _numbered(parts), _numbered(names), _numbered(html)


def _numbered(text: str) -> int:
    return number(text) or 1 if text else 0


def _own_headers(message: Message) -> list[str]:
    names = (header.name.lower() for header in message.headers)
    return [name for name in names if not name.startswith(_ADDED_ON_THE_WAY)]


def _skeleton(body: Body, message: Message) -> str:
    """Kinds of links in a row, pictures, forms, ways of hiding: the HTML without its words."""
    places = [link.place for link in message.links[:_LINKS_MAX] if link.part == body.part]
    runs = (f"{place}{sum(1 for _ in run)}" for place, run in groupby(places))
    fields = (kind for form in body.forms for _, kind in form.fields)
    ways = sorted({hidden.how for hidden in body.hidden})
    skeleton = (*runs, f"img{body.images}", *fields, *ways)
    # A bare page is no skeleton: half of all mails look like that.
    return " ".join(skeleton) if len(places) + body.images + len(ways) > 2 else ""


def infrastructure(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """``(registrable hosts, paths of the kit)`` of the links, each sorted, at most eight.

    Brands' own domains and hosts where strangers meet are left out; paths have their random steps
    masked, and only those of two steps or more count.
    """
    hosts: set[str] = set()
    paths: set[str] = set()
    for link in message.links[:_LINKS_MAX]:
        url = parse(link.target) if link.place != "image" else None
        if url is None or not url.registrable or _everybodys(url):
            continue
        hosts.add(url.registrable)
        path = kit_path(url)
        if path:
            paths.add(path)
    return tuple(sorted(hosts)[:_HOSTS_MAX]), tuple(sorted(paths)[:_HOSTS_MAX])


def kit_path(url: Url) -> str:
    """The path and the names of the query's fields without what is random; may be empty."""
    steps = [_TOKEN.sub("*", step.lower()) for step in url.path[:200].split("/") if step]
    named = [step for step in steps if step.strip("*") and step not in _COMMON_PATHS]
    fields = [pair.partition("=")[0][:20] for pair in url.query[:300].split("&") if "=" in pair]
    if len(named) + len(fields) < 2 or not named:
        return ""
    return "/".join(steps) + ("?" + "&".join(fields) if fields else "")


def _everybodys(url: Url) -> bool:
    registry = load()
    if registry.link_owner(url.host) is not None:
        return True
    return any(registry.in_list(name, url.host) for name in _EVERYBODYS)
