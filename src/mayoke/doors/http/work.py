"""Work that takes a processor: small pieces at once, larger ones beside the loop, all bounded."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import anyio
import anyio.to_thread

from mayoke.doors.http import refusal
from mayoke.doors.http.refusal import Refused

Result = TypeVar("Result")

_AT_ONCE = 16 * 1024
"""Bytes that are judged within milliseconds: handing them to a thread would cost more."""
_THREADS = 3
_WAITING = 64


@dataclass(slots=True)
class Workbench:
    """Runs pure functions for requests. ``seconds``: how long one may take before it is given up.

    A piece of work that was given up keeps its place until it ends, so that no more than three
    ever run at once; when too many wait, further ones are refused.
    """

    seconds: float
    _places: anyio.CapacityLimiter | None = field(default=None, repr=False)
    _waiting: int = field(default=0, repr=False)

    async def do(self, size: int, work: Callable[[], Result]) -> Result:
        """The result of ``work`` on about ``size`` bytes. Raises Refused (503), and what it raises."""
        if size <= _AT_ONCE:
            return work()
        if self._waiting >= _WAITING:
            raise Refused(refusal.BUSY)
        if self._places is None:  # made within the loop that it belongs to
            self._places = anyio.CapacityLimiter(_THREADS)
        self._waiting += 1
        begun: list[bool] = []

        def begin() -> Result:
            begun.append(True)
            return work()

        limit = asyncio.timeout(self.seconds)
        try:
            async with limit:
                return await anyio.to_thread.run_sync(
                    begin, limiter=self._places, abandon_on_cancel=True
                )
        except TimeoutError as error:
            if not limit.expired():  # the work's own, of a socket perhaps
                raise
            raise Refused(refusal.TOOK_TOO_LONG if begun else refusal.BUSY) from error
        finally:
            self._waiting -= 1
