"""Hostile mails are answered, with the limit named, within a small address space."""

import json

import pytest

from bench.hostile import MAILS, run

MEMORY_MB = 300


@pytest.mark.parametrize("name", MAILS)
def test_hostile_mail_is_answered(name: str) -> None:
    code, _, peak, out, err = run(MAILS[name]())
    assert code in (0, 1, 3, 4), err
    assert peak <= MEMORY_MB
    assert json.loads(out)["gaps"]
