"""What is known beside the message itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from mayoke.records.known_leak import KnownLeak


@dataclass(frozen=True, slots=True)
class Known:
    """The user's own data and what ``pipeline`` looked up; all of it optional.

    ``me``: the user's addresses, lower case. ``names``: the user's names as they may stand in a
    salutation. ``authserv_ids``: hosts whose Authentication-Results the user trusts.
    ``senders``: addresses the user knows. ``leaks``: incidents of the ledger that the mail may speak
    of. ``campaign``: filled when a store exists.
    """

    me: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    authserv_ids: frozenset[str] = frozenset()
    senders: frozenset[str] = frozenset()
    leaks: tuple[KnownLeak, ...] = ()
    campaign: Mapping[str, object] | None = None
