"""What the receiving host said about the sender (RFC 8601)."""

from dataclasses import dataclass
from typing import Literal

from mayoke.records.evidence import Evidence

AuthSource = Literal["named", "known-host", "untrusted"]


@dataclass(frozen=True, slots=True)
class AuthMethod:
    """One method's result: ``method`` is spf, dkim, dmarc …; ``domain`` the identity it is about."""

    method: str
    result: str
    domain: str


@dataclass(frozen=True, slots=True)
class AuthResults:
    """The Authentication-Results of the receiving host.

    ``source`` says why they are believed: the user named the authserv-id, or the host is known to
    write and to cleanse them. ``untrusted``: they stand in the right place but the host is unknown:
    a "fail" in them may be used (nobody plants one), a "pass" is a gap.
    """

    authserv_id: str
    source: AuthSource
    methods: tuple[AuthMethod, ...]
    evidence: Evidence
