"""A rule that fails becomes a gap and hides nothing."""

from collections.abc import Iterator

import pytest

from mayoke.mail.check import context
from mayoke.mail.read.read import read
from mayoke.mail.signals import find as find_module
from mayoke.mail.signals.catalogue import structural
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo


def broken(ctx: Context) -> Iterator[Signal | Gap]:
    yield Gap(str(1 // len(ctx.message.parts[:0])), "never")


def test_a_broken_rule_is_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    info = SignalInfo(id="broken_rule", speaks_for="scam", ja="―", en="-")
    rules = ((info.id, broken), *((rule.info.id, rule.find) for rule in structural()))
    text = (
        "カード番号とセキュリティコードを下記のページでご入力ください。https://secure.example.net/"
    )
    whole = find_module.find(context(read(text)))
    monkeypatch.setattr(find_module, "_structural", lambda *_: rules)
    found = find_module.find(context(read(text)))
    assert Gap("broken_rule", "check-failed") in found.gaps
    assert found.signals == whole.signals
    assert found.signals
