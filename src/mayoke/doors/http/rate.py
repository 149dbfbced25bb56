"""How often one client may ask for work: a token bucket each, bounded in number."""

import ipaddress
import math
from collections import OrderedDict
from dataclasses import dataclass, field

_MOST = 20_000
_WHOLE = 1 - 1e-6
"""A token, but for rounding: whoever waited as long as told must not be told again."""


@dataclass(slots=True)
class Buckets:
    """``rate`` tokens a minute for each client, as many at once; 0 for no limit.

    The least recently seen of more than 20,000 clients is forgotten.
    """

    rate: int
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict, repr=False)

    def take(self, client: str, now: float) -> int:
        """Take one token at ``now`` (seconds of a monotonic clock): 0, or the seconds to wait."""
        if self.rate <= 0:
            return 0
        key = _network(client)
        left, since = self._left.pop(key, (float(self.rate), now))
        left = min(float(self.rate), left + (now - since) * self.rate / 60)
        wait = 0 if left >= _WHOLE else max(1, math.ceil((1 - left) * 60 / self.rate))
        self._left[key] = (left - 1 if wait == 0 else left, now)
        if len(self._left) > _MOST:
            self._left.popitem(last=False)
        return wait


def _network(client: str) -> str:
    """One client is an IPv4 address or an IPv6 /64, which one person has whole (RFC 6177)."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client[:64]
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:  # an IPv4 client of a socket for both (RFC 4291 §2.5.5.2)
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)
