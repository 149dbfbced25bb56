"""Something expensive that is built once for a registry."""

from collections.abc import Callable
from typing import Generic, TypeVar

from mayoke.registry.load import Registry

T = TypeVar("T")


class PerRegistry(Generic[T]):
    """Builds on first use and keeps the result for the last registry it was asked about."""

    def __init__(self, build: Callable[[Registry], T]) -> None:
        self._build = build
        self._kept: tuple[Registry, T] | None = None

    def __call__(self, registry: Registry) -> T:
        """What was built for ``registry``."""
        if self._kept is None or self._kept[0] is not registry:
            self._kept = (registry, self._build(registry))
        return self._kept[1]
