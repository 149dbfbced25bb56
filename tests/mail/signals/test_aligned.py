"""DMARC alignment (RFC 7489 §3.1) and what may be believed."""

import pytest

from mayoke.mail.read.read import read
from mayoke.mail.signals.aligned import aligned_pass, dmarc_failure, sending_brand
from mayoke.mail.signals.context import Context
from mayoke.records.auth import AuthMethod, AuthResults, AuthSource
from mayoke.records.evidence import Evidence
from mayoke.records.known import Known
from mayoke.registry.load import load


def ctx(
    *methods: tuple[str, str, str],
    source: AuthSource = "named",
    sender: str = "info@news.tsubame.co.jp",
) -> Context:
    evidence = Evidence("header:Authentication-Results", 0, 0, "")
    results = AuthResults("mx.example.jp", source, tuple(AuthMethod(*m) for m in methods), evidence)
    return Context(read(f"From: {sender}\n\nx".encode()), load(), Known(), results)


@pytest.mark.parametrize(
    "method",
    [
        ("dmarc", "pass", "news.tsubame.co.jp"),
        ("dkim", "pass", "tsubame.co.jp"),  # relaxed: the organisational domain
        ("dkim", "pass", "mail.tsubame.co.jp"),
        ("spf", "pass", "bounce@tsubame.co.jp"),
    ],
)
def test_aligned(method: tuple[str, str, str]) -> None:
    assert aligned_pass(ctx(method)) is not None


@pytest.mark.parametrize(
    "method",
    [
        ("dkim", "pass", "other.co.jp"),
        ("dkim", "pass", "co.jp"),
        ("dkim", "fail", "tsubame.co.jp"),
        ("spf", "pass", ""),
        ("arc", "pass", "tsubame.co.jp"),
    ],
)
def test_not_aligned(method: tuple[str, str, str]) -> None:
    assert aligned_pass(ctx(method)) is None


def test_an_untrusted_pass_is_not_believed_but_a_failure_is() -> None:
    assert aligned_pass(ctx(("dmarc", "pass", "tsubame.co.jp"), source="untrusted")) is None
    assert dmarc_failure(ctx(("dmarc", "fail", "tsubame.co.jp"), source="untrusted")) is not None


def test_a_failure_outweighs_a_pass() -> None:
    both = ctx(("dmarc", "fail", "tsubame.co.jp"), ("dkim", "pass", "tsubame.co.jp"))
    assert aligned_pass(both) is None


def test_a_failure_of_another_domain_is_not_the_senders() -> None:
    assert dmarc_failure(ctx(("dmarc", "fail", "other.co.jp"))) is None


@pytest.mark.parametrize(
    ("sender", "slug"),
    [
        ("taro.yamada@docomo.ne.jp", None),
        ("info@docomo.ne.jp", "docomo"),
        ("auto-confirm@amazon.co.jp", "amazon"),
        ("someone@gmail.com", None),
        ("someone@amazon.co.jp.example", None),
    ],
)
def test_sending_brand(sender: str, slug: str | None) -> None:
    brand = sending_brand(ctx(sender=sender))
    assert (brand.slug if brand else None) == slug
