"""Asking the ledger for a program: what goes wrong is a refusal."""

from collections.abc import Callable
from typing import TypeVar

from starlette.requests import Request

from mayoke.doors.http.api import problems
from mayoke.doors.http.ledger import ask, trouble
from mayoke.doors.http.refusal import Refused
from mayoke.records.errors import StoreError
from mayoke.store.connect import Store

Result = TypeVar("Result")


async def asked_ledger(request: Request, question: Callable[[Store], Result]) -> Result:
    """The answer of the ledger. Raises Refused (404 without one, 503), UnknownIncident."""
    try:
        return await ask(request, question)
    except StoreError as error:
        none_there = trouble(error).status == 200
        raise Refused(problems.NO_LEDGER if none_there else problems.LEDGER_BUSY) from error
