"""Addresses inside addresses, and the hosts a click leads to."""

import pytest

from mayoke.mail.read.read import read
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations, embedded
from mayoke.records.known import Known
from mayoke.registry.load import load
from mayoke.text.url import parse


def hosts(body: str) -> list[str]:
    mail = f"From: a@example.com\nContent-Type: text/html; charset=UTF-8\n\n{body}"
    ctx = Context(read(mail.encode()), load(), Known(), None)
    return [place.host for place in destinations(ctx)]


@pytest.mark.parametrize(
    ("target", "host"),
    [
        ("https://a.example.com/r?url=https%3A%2F%2Fb.example.net%2Fx&c=1", "b.example.net"),
        ("https://a.example.com/r?url=https://b.example.net/x&c=1", "b.example.net"),
        ("https://a.example.com/L0/https:%2F%2Fb.example.net%2Fx/1/2", "b.example.net"),
        ("https://a.example.com/r?u=https%253A%252F%252Fb.example.net", "b.example.net"),
        ("https://b--c-example-net.translate.goog/", "b-c.example.net"),
    ],
)
def test_embedded_address(target: str, host: str) -> None:
    url = parse(target)
    assert url is not None
    inner = embedded(url)
    assert inner is not None
    assert inner.host == host


@pytest.mark.parametrize(
    "target",
    [
        "https://a.example.com/?back=https%3A%2F%2Fwww.example.com%2F",  # the same site
        "https://a.example.com/http-and-https",
        "https://a.example.com/" + "http" * 2000,
    ],
)
def test_no_embedded_address(target: str) -> None:
    url = parse(target)
    assert url is not None
    assert embedded(url) is None


def test_a_tracker_stands_for_what_it_passes_on() -> None:
    link = '<a href="https://abc.r.us-west-2.awstrack.me/L0/https:%2F%2Fb.example.net%2F">x</a>'
    assert hosts(link) == ["b.example.net"]


def test_one_entry_a_host_and_no_pictures() -> None:
    link = '<a href="https://b.example.net/{}">x</a>'
    picture = '<img src="https://c.example.net/x.gif">'
    assert hosts(link.format(1) + picture + link.format(2)) == ["b.example.net"]


def test_many_hosts_are_bounded() -> None:
    body = "".join(f'<a href="https://h{n}.example.net/">x</a>' for n in range(1000))
    assert len(hosts(body)) == 200


def test_evidence_quotes_the_host() -> None:
    mail = "From: a@example.com\n\nhttps://B.example.net/path"
    ctx = Context(read(mail.encode()), load(), Known(), None)
    evidence = destinations(ctx)[0].evidence()
    assert evidence.quote == "B.example.net"
    target = ctx.message.links[0].target
    assert target[evidence.start : evidence.end] == evidence.quote
