"""Which Authentication-Results (RFC 8601) the receiving host wrote, and what they say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from mayoke.records.auth import AuthMethod, AuthResults, AuthSource
from mayoke.records.evidence import Evidence
from mayoke.records.message import Header, Message
from mayoke.text.url import registrable

MAX_METHODS = 50

_FIELD = "authentication-results"
_READ = 8_000
_BY = re.compile(r"(?:^|\s)by\s+([^\s;]{1,255})", re.IGNORECASE)
_RESULT = re.compile(r"\s*([\w-]{1,40})(?:/[0-9]{1,3})?\s*=\s*([\w-]{1,40})", re.ASCII)
_PROPERTY = re.compile(r"([\w-]{1,20}\.[\w-]{1,40})\s*=\s*([^\s;]{1,400})", re.ASCII)
# What hosts write beside their results; anything else (From, DKIM-Signature …) came with the mail.
_BESIDE = (
    "received-spf",
    "arc-",
    "x-",
    "return-path",
    "delivered-to",
    "envelope-to",
    "dkim-filter",
    "authentication-results-",
)
_MICROSOFT = "outlook.com"
_GOOGLE_INNER = "2002:a"
_ABOUT = {
    "spf": ("smtp.mailfrom", "smtp.mail", "smtp.helo"),
    "dkim": ("header.d", "header.i", "header.from"),
    "dmarc": ("header.from",),
}


@dataclass(frozen=True, slots=True)
class _Line:
    """One Authentication-Results field, split."""

    header: Header
    ident: str
    methods: tuple[AuthMethod, ...]


@dataclass(frozen=True, slots=True)
class _Border:
    """The Received lines that the receiving side wrote, as their ``by`` hosts."""

    hosts: tuple[str, ...]
    first: int
    end: int
    """Index behind the last header that may be the receiving side's."""

    def owns(self, ident: str) -> bool:
        """Does an authserv-id belong to one of the hosts?"""
        return any(_same_owner(ident, host) for host in self.hosts)


def receiving_host_results(
    message: Message, named: frozenset[str], hosts: frozenset[str]
) -> AuthResults | None:
    """The results that the host which took the mail in wrote itself, or ``None``.

    Believed are the fields beside that host's own topmost Received line, directly above or directly
    below it, under an id that belongs to the ``by`` of that line (RFC 8601 §5, §7.1). Neighbouring
    fields count together. ``source``: ``named`` when the id is one of ``named`` (then it
    need not match the line, but must not stand below a second Received line), ``known-host`` when
    the id or the host is in ``hosts`` or below one of them, else ``untrusted``. Whatever stands
    further down was planted or is history; ARC fields are not believed.

    Two hosts hand mail on inside their own network first: Google's outer line follows one whose
    ``by`` is an inner address, Microsoft's fields (which have no id) follow lines of its own.
    """
    names = frozenset(name.lower() for name in named)
    headers = message.headers
    if not any(header.name.lower() == _FIELD for header in headers):
        return None
    border = _border(headers, hosts)
    second = _second_received(headers)
    group: list[_Line] = []
    for index, header in enumerate(headers[: max(border.end, second)]):
        name = header.name.lower()
        if name == _FIELD:
            line = _read(header, border)
            ours = index < border.end and border.owns(line.ident)
            if ours or (line.ident in names and index < second):
                group.append(line)
        elif (group or (index > border.first and name != "received")) and not _beside(name):
            break
    if not group:
        return None
    found = _merge(group, names, hosts, border)
    if message.unwrapped == "attached" and found.source == "known-host":
        # Whoever wrote the carrying mail could have written these lines, too.
        return replace(found, source="untrusted")
    return found


def _beside(name: str) -> bool:
    return name.startswith(_BESIDE)


def _border(headers: tuple[Header, ...], hosts: frozenset[str]) -> _Border:
    """Find the receiving side's own Received lines."""
    at = [index for index, header in enumerate(headers) if header.name.lower() == "received"]
    if not at:
        return _Border((), -1, 0)
    by = [_by(headers[index].value) for index in at[:50]]
    count = 1
    if by[0].startswith(_GOOGLE_INNER) and len(by) > 1 and _below(by[1], "google.com"):
        count = 2
    elif by[0]:
        owner = registrable(by[0])
        run = len(list(takewhile(lambda host: registrable(host) == owner, by)))
        count = run if any(_listed(host, hosts) for host in by[:run]) else 1
    end = at[count] if count < len(at) else len(headers)
    return _Border(tuple(host for host in by[:count] if host), at[0], end)


def _second_received(headers: tuple[Header, ...]) -> int:
    """The index of the second Received line, or the number of headers."""
    at = [index for index, header in enumerate(headers) if header.name.lower() == "received"]
    return at[1] if len(at) > 1 else len(headers)


def _by(value: str) -> str:
    """The host of a Received line's ``by`` clause, lower case.

    The last one: what stands before it (the name the sender gave itself) is the sender's.
    """
    found = _BY.findall(_pieces(value[:_READ])[0])
    return found[-1].lower().rstrip(".,").strip("[]") if found else ""


def _read(header: Header, border: _Border) -> _Line:
    """Split a field; without an id (Microsoft) it takes that of Microsoft's own Received line."""
    pieces = _pieces(header.value[:_READ])
    ident = pieces[0].strip().lower().partition(" ")[0].rstrip(".")
    if "=" in ident:
        ident = next((host for host in border.hosts if _below(host, _MICROSOFT)), "")
    else:
        pieces = pieces[1:]
    return _Line(header, ident, tuple(_methods(pieces)))


def _methods(pieces: list[str]) -> Iterable[AuthMethod]:
    for piece in pieces[:MAX_METHODS]:
        found = _RESULT.match(piece)
        if not found:
            continue
        method = found[1].lower()
        given: dict[str, str] = {}
        for key, value in _PROPERTY.findall(piece):
            given.setdefault(key.lower(), value)
        about = next((given[key] for key in _ABOUT.get(method, ()) if given.get(key)), "")
        domain = about.strip("\"'<>,").rpartition("@")[2].lower().rstrip(".")
        yield AuthMethod(method, found[2].lower(), domain)


def _pieces(value: str) -> list[str]:
    """Split at semicolons, without comments (RFC 5322 §3.2.2, nested ones, too).

    Inside quotation marks nothing separates: a host copies the sender's local part there, and
    ``"a;dkim=pass header.d=…"@…`` must not turn into a result.
    """
    out = []
    depth = 0
    quoted = escaped = False
    for char in value:
        if escaped:
            escaped = False
            out.append("" if depth else "_")
        elif char == "\\":
            escaped = True
        elif quoted:
            quoted = char != '"'
            out.append("_" if char in " \t;=()" else char)
        elif char == "(":
            depth += 1
        elif depth:
            depth -= char == ")"
        elif char == '"':
            quoted = True
            out.append(char)
        else:
            out.append("\n" if char == ";" else char)
    return "".join(out).split("\n")


def _merge(
    group: list[_Line], names: frozenset[str], hosts: frozenset[str], border: _Border
) -> AuthResults:
    first = group[0]
    source: AuthSource = "untrusted"
    if first.ident in names:
        source = "named"
    elif _listed(first.ident, hosts) or any(_listed(host, hosts) for host in border.hosts):
        source = "known-host"
    methods = tuple(method for line in group for method in line.methods)
    value = first.header.value
    evidence = Evidence(first.header.part, 0, len(value), value)
    return AuthResults(first.ident, source, methods[:MAX_METHODS], evidence)


def _same_owner(ident: str, host: str) -> bool:
    """Is the id the host, below it or above it, or of the same registrable domain?"""
    if not ident or "." not in ident:
        return bool(ident) and ident == host
    return _below(ident, host) or registrable(ident) == registrable(host)


def _below(name: str, domain: str) -> bool:
    return name == domain or name.endswith(f".{domain}")


def _listed(host: str, hosts: frozenset[str]) -> bool:
    """Is the host, or a domain above it, in the list?"""
    while host:
        if host in hosts:
            return True
        host = host.partition(".")[2]
    return False
