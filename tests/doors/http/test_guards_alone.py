"""The parts that the guards are made of, each by itself."""

from urllib.parse import quote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from mayoke.doors.http.app import PAGES, build
from mayoke.doors.http.links import relative
from mayoke.doors.http.rate import Buckets
from mayoke.doors.http.security import host_of, right_host, same_site
from mayoke.doors.http.settings import Settings

steps = st.text(st.characters(codec="utf-8", exclude_characters="/?#\0"), min_size=1, max_size=8)
paths = st.lists(steps.filter(lambda step: step not in {".", ".."}), max_size=4).map(
    lambda found: "/" + "/".join(found)
)


@given(here=paths, target=paths, slash=st.booleans(), query=st.sampled_from(["", "?a=b/../c"]))
def test_a_relative_link_joined_with_its_page_is_the_target(
    here: str, target: str, slash: bool, query: str
) -> None:
    target += "/" if slash and target != "/" else ""
    found = relative(here, target + query)
    assert not found.startswith("/")
    below = "https://example.org/any/prefix"
    assert urljoin(below + quote(here), found) == below + quote(target, safe="/._~-") + query


@given(here=paths, target=paths)
def test_a_relative_link_has_no_scheme_and_no_host(here: str, target: str) -> None:
    assert relative(here, target).startswith(("./", "../")) or relative(here, target) == "."


def test_a_bucket_empties_and_fills_with_time() -> None:
    buckets = Buckets(60)
    assert [buckets.take("192.0.2.1", 0.0) for _ in range(60)] == [0] * 60
    assert buckets.take("192.0.2.1", 0.0) == 1
    assert buckets.take("192.0.2.2", 0.0) == 0
    assert buckets.take("192.0.2.1", 1.0) == 0
    assert buckets.take("192.0.2.1", 1.0) == 1


@given(rate=st.integers(1, 500), moments=st.lists(st.floats(0, 5), max_size=40))
def test_whoever_waits_as_long_as_told_is_answered(rate: int, moments: list[float]) -> None:
    buckets, now = Buckets(rate), 0.0
    for moment in moments:
        now += moment / rate
        wait = buckets.take("192.0.2.1", now)
        if wait:
            now += wait
            assert buckets.take("192.0.2.1", now) == 0


def test_no_rate_is_no_limit() -> None:
    assert {Buckets(0).take("192.0.2.1", 0.0) for _ in range(1000)} == {0}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8::1", "2001:db8::ffff:2", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        ("", "unix", False),
    ],
)
def test_one_client_is_an_address_or_a_network_of_one_person(
    one: str, other: str, same: bool
) -> None:
    buckets = Buckets(1)
    assert buckets.take(one, 0.0) == 0
    assert (buckets.take(other, 0.0) > 0) == same


def test_clients_are_forgotten_before_they_are_too_many() -> None:
    buckets = Buckets(1)
    for number in range(25_000):
        buckets.take(f"client-{number}", 0.0)
    assert buckets.take("client-24999", 0.0) > 0
    assert buckets.take("client-0", 0.0) == 0
    assert len(buckets._left) <= 20_000


@pytest.mark.parametrize(
    ("host", "right"),
    [
        ("example.org", True),
        ("EXAMPLE.org.:443", True),
        ("example.org:", True),
        ("[::1]:8080", True),
        ("example.org:x", False),
        ("example.org:1:2", False),
        ("a@example.org", False),
        ("example.org@a", False),
        ("example.org/", False),
        ("[::1]a", False),
        ("[::1", False),
        ("", False),
        ("example.org\n", False),
    ],
)
def test_a_host_is_one_of_the_names_with_or_without_a_port(host: str, right: bool) -> None:
    assert right_host(host, ("example.org", "[::1]")) == right
    assert right_host(host, ("*",))


def test_two_hosts_are_no_host() -> None:
    assert host_of(Headers(raw=[(b"host", b"a"), (b"host", b"a")])) is None
    assert host_of(Headers({})) is None


@pytest.mark.parametrize(
    ("fields", "ours"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin", "origin": "https://evil.example"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": ""}, False),
        ({"origin": "http://example.org:8080"}, True),
        ({"origin": "https://EXAMPLE.org:8080"}, True),
        ({"origin": "http://example.org"}, False),
        ({"origin": "http://example.org:8080.evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": ""}, False),
        ({"origin": "http://["}, False),
    ],
)
def test_a_post_comes_from_our_own_page_or_from_no_page(fields: dict[str, str], ours: bool) -> None:
    headers = Headers({"host": "example.org:8080", **fields})
    assert same_site("POST", headers) == ours
    assert same_site("GET", headers)


GUARDS = {
    "content-security-policy": "frame-ancestors 'none'",
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


def test_every_answer_bears_the_guards_and_no_cookie() -> None:
    paths = [page.path for page in PAGES if "GET" in page.methods and "{" not in page.path]
    paths += [
        "/nothing",
        "/v1/nothing",
        "/v1/check",
        "/healthz",
        "/robots.txt",
        "/static/style.css",
    ]
    with TestClient(build(Settings(hosts=("testserver",)))) as client:
        for path in [*paths, *("/en" + path for path in paths if not path.startswith("/v1"))]:
            for method in ("GET", "HEAD", "POST", "OPTIONS"):
                answer = client.request(method, path, headers={"sec-fetch-site": "cross-site"})
                assert answer.status_code < 500, path
                assert "set-cookie" not in answer.headers, path
                for name, part in GUARDS.items():
                    assert part in answer.headers[name], (path, name)


def test_answers_are_not_stored_and_our_own_files_are() -> None:
    with TestClient(build(Settings(hosts=("testserver",)))) as client:
        judged = client.post("/v1/check", json={"text": "a"})
        assert judged.headers["cache-control"] == "no-store"
        assert client.post("/check", data={"text": "a"}).headers["cache-control"] == "no-store"
        assert "immutable" in client.get("/static/style.css").headers["cache-control"]
        assert "public" not in client.get("/").headers["cache-control"]
