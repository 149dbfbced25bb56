"""mayoke: see through a strange mail in one step, know why, know what to do."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mayoke.version import __version__

if TYPE_CHECKING:
    from mayoke.pipeline import check
    from mayoke.records.errors import BadInput
    from mayoke.records.known import Known
    from mayoke.records.verdict import Verdict

__all__ = ["BadInput", "Known", "Verdict", "__version__", "check"]

_HOMES = {
    "check": "mayoke.pipeline",
    "BadInput": "mayoke.records.errors",
    "Known": "mayoke.records.known",
    "Verdict": "mayoke.records.verdict",
}


def __getattr__(name: str) -> Any:
    # Loaded when asked for: importing one module of the package must not load the whole house.
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
