"""Brands' words and domains inside other people's hosts."""

import pytest

from mayoke.mail.signals.brand_words import brand_words
from mayoke.registry.load import load


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("rakutan", "rakuten"),
        ("merccari", "mercari"),
        ("arnazon", "amazon"),
        ("softbankk-w270", "softbank"),
    ],
)
def test_one_slip_away(label: str, slug: str) -> None:
    brand = brand_words(load()).like(label)
    assert brand is not None
    assert brand.slug == slug


@pytest.mark.parametrize("label", ["amazon", "mizuno", "sakuragi", "mercury", "au", ""])
def test_not_like_a_brand(label: str) -> None:
    assert brand_words(load()).like(label) is None


def test_no_brand_is_like_another() -> None:
    words = brand_words(load())
    assert [label for label in words.labels if words.like(label)] == []


@pytest.mark.parametrize(
    ("host", "word"),
    [
        ("amazon-login.example", "amazon"),
        ("secure.jcb.example.net", "jcb"),
        ("www.smbc-card.xyz.example", "smbc-card"),
        ("mypaypay.example", "paypay"),
    ],
)
def test_word_in_host(host: str, word: str) -> None:
    hit = brand_words(load()).word_in(host)
    assert hit is not None
    assert hit[1] == word


@pytest.mark.parametrize("host", ["pineapple.example", "online.example", "tokyo.example.jp", ""])
def test_no_word_in_host(host: str) -> None:
    assert brand_words(load()).word_in(host) is None


@pytest.mark.parametrize(
    ("host", "own", "domain"),
    [
        ("www.amazon.co.jp.secure-xyz.example", "secure-xyz.example", "amazon.co.jp"),
        ("eki-net.com.secure-xyz.example", "secure-xyz.example", "eki-net.com"),
        ("amazon-co-jp.secure-xyz.example", "secure-xyz.example", "amazon.co.jp"),
    ],
)
def test_left_part(host: str, own: str, domain: str) -> None:
    hit = brand_words(load()).left_part(host, own)
    assert hit is not None
    assert hit[1] == domain


def test_no_left_part() -> None:
    words = brand_words(load())
    assert words.left_part("www.amazon.example", "amazon.example") is None
    assert words.left_part("amazon.example", "amazon.example") is None
