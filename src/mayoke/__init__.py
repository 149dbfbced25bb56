"""mayoke: see through a strange mail in one step, know why, know what to do."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mayoke.version import __version__

if TYPE_CHECKING:
    from mayoke.pipeline import check, plan, read_notice
    from mayoke.records.errors import BadInput
    from mayoke.records.known import Known
    from mayoke.records.notice import NoticeContext
    from mayoke.records.plan import Happened
    from mayoke.records.reading import NoticeReading
    from mayoke.records.verdict import Verdict

__all__ = [
    "BadInput",
    "Happened",
    "Known",
    "NoticeContext",
    "NoticeReading",
    "Verdict",
    "__version__",
    "check",
    "plan",
    "read_notice",
]

_HOMES = {
    "check": "mayoke.pipeline",
    "plan": "mayoke.pipeline",
    "read_notice": "mayoke.pipeline",
    "BadInput": "mayoke.records.errors",
    "Happened": "mayoke.records.plan",
    "Known": "mayoke.records.known",
    "NoticeContext": "mayoke.records.notice",
    "NoticeReading": "mayoke.records.reading",
    "Verdict": "mayoke.records.verdict",
}


def __getattr__(name: str) -> Any:
    # Loaded when asked for: importing one module of the package must not load the whole house.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
