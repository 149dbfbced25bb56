"""What the registry knows about a host, looked up once a host."""

from dataclasses import dataclass
from functools import lru_cache

from mayoke.mail.signals.per_registry import PerRegistry
from mayoke.records.brand import Brand
from mayoke.registry.load import Registry

_LISTS = (
    "neutral",
    "trackers",
    "free_hosting",
    "dynamic_dns",
    "shorteners",
    "translators",
    "cloud_storage",
    "cheap_tlds",
)


@dataclass(frozen=True, slots=True)
class HostFacts:
    """``lists``: the registry's lists the host is in; ``owner``: the brand whose site it is."""

    lists: frozenset[str]
    owner: Brand | None

    @property
    def ordinary(self) -> bool:
        """Any mail may link there (social networks, app shops …), or it is a known tracker."""
        return "neutral" in self.lists or "trackers" in self.lists


class _Facts:
    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self.of = lru_cache(maxsize=8192)(self._of)

    def _of(self, host: str) -> HostFacts:
        registry = self._registry
        lists = frozenset(name for name in _LISTS if registry.in_list(name, host))
        return HostFacts(lists, registry.link_owner(host))


_facts = PerRegistry(_Facts)


def facts(registry: Registry, host: str) -> HostFacts:
    """The facts about ``host`` (lower case, punycode)."""
    return _facts(registry).of(host)
