import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.hosters import SHARED
from mayoke.text.url import parse, registrable, unicode_host


@pytest.mark.parametrize(
    ("target", "host", "oddities"),
    [
        ("https://www.example.com/a", "www.example.com", ()),
        ("HTTPS://WWW.Example.COM./a", "www.example.com", ()),
        (" https://example\n.com/a\t", "example.com", ()),
        ("https:\\\\evil.example\\a", "evil.example", ("backslash",)),
        ("https://evil.example\\a", "evil.example", ("backslash",)),
        ("https:/evil.example/x", "evil.example", ("missing-slashes",)),
        ("https:evil.example/x", "evil.example", ("missing-slashes",)),
        ("https:////evil.example/x", "evil.example", ("missing-slashes",)),
        ("http://2130706433/", "127.0.0.1", ("numeric-ip",)),
        ("http://0x7f.1", "127.0.0.1", ("numeric-ip",)),
        ("http://0300.0250.1.1/", "192.168.1.1", ("numeric-ip",)),
        ("http://192.0.2.1/", "192.0.2.1", ()),
        ("http://exam\u00adple.com", "example.com", ("wide-host",)),
        ("http://a。b。example", "a.b.example", ("wide-host",)),
        ("http://ｅｘａｍｐｌｅ.com/", "example.com", ("wide-host",)),
        ("http://a%2Eb.example/", "a.b.example", ("encoded-host",)),
        ("http://ex%61mple.com/", "example.com", ("encoded-host",)),
        ("http://日本語.example/", "xn--wgv71a119e.example", ()),
        ("http://localhost/", "localhost", ("dotless",)),
        ("http://[2001:DB8::1]:8080/", "2001:db8::1", ()),
        ("https://www.example.com@evil.example/", "evil.example", ()),
        ("https://www.example.com%2F@evil.example/", "evil.example", ()),
        ("//example.com/a", "example.com", ()),
        ("www.example.com/a?b", "www.example.com", ()),
        ("mailto:taro@example.com", "", ()),
        ("javascript:alert(1)", "", ()),
    ],
)
def test_the_host_is_the_one_a_browser_goes_to(
    target: str, host: str, oddities: tuple[str, ...]
) -> None:
    url = parse(target)
    assert url is not None
    assert (url.host, url.oddities) == (host, oddities)


@pytest.mark.parametrize(
    "target",
    ["", " ", "#top", "page.html", "/a/b", "http://", "http://ex ample.com/", "http://a%zz.example/",
     "http://[::1", "http://example.com:99999/", "こちら"],
)  # fmt: skip
def test_what_no_browser_opens_is_none(target: str) -> None:
    assert parse(target) is None


def test_the_parts_of_a_url() -> None:
    url = parse("https://user:pw@www.example.co.jp:8443/a%20b?x=1&y#frag")
    assert url is not None
    assert (url.scheme, url.userinfo, url.port, url.path, url.query) == (
        "https", "user:pw", 8443, "/a%20b", "x=1&y",
    )  # fmt: skip
    assert (url.registrable, url.host_form) == ("example.co.jp", "name")
    plain = parse("http://[::1]:80/")
    assert plain is not None
    assert (plain.port, plain.host_form, plain.userinfo) == (None, "ip6", "")


def test_a_base_resolves_what_is_relative() -> None:
    url = parse("../x?y", "https://example.com/a/b/c")
    assert url is not None
    assert (url.host, url.path, url.query) == ("example.com", "/a/x", "y")
    other = parse("//example.org/z", "http://example.com/")
    assert other is not None
    assert (other.scheme, other.host) == ("http", "example.org")


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.example.co.jp", "example.co.jp"),
        ("WWW.Example.CO.JP.", "example.co.jp"),
        ("a.b.example.com", "example.com"),
        ("www.city.kobe.jp", "city.kobe.jp"),
        ("a.b.chiyoda.tokyo.jp", "b.chiyoda.tokyo.jp"),
        ("someone.github.io", "someone.github.io"),
        ("www.shop.shop-pro.jp", "shop.shop-pro.jp"),
        ("shop.shop-pro.jp", "shop.shop-pro.jp"),
        ("shop-pro.jp", "shop-pro.jp"),
        ("www.shop-pro.jp", "shop-pro.jp"),
        ("me.lolipop.jp", "me.lolipop.jp"),
        ("x.me.web.fc2.com", "me.web.fc2.com"),
        ("co.jp", "co.jp"),
        ("com", "com"),
        ("localhost", "localhost"),
        ("a.b.unknowntop", "b.unknowntop"),
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8::1", "2001:db8::1"),
        ("", ""),
    ],
)
def test_the_registrable_domain(host: str, domain: str) -> None:
    assert registrable(host) == domain


def test_no_hoster_of_the_overlay_has_more_labels_than_are_looked_at() -> None:
    assert {suffix.count(".") for suffix in SHARED} <= {1, 2}
    for suffix in SHARED:
        assert registrable(f"www.someone.{suffix}") == f"someone.{suffix}"


def test_a_host_can_be_shown_in_its_own_letters() -> None:
    assert unicode_host("www.xn--wgv71a119e.example") == "www.日本語.example"
    assert unicode_host("www.example.com") == "www.example.com"
    assert unicode_host("xn--999999999.example") == "xn--999999999.example"


@given(
    st.one_of(
        st.text(max_size=60),
        st.text("htps:/\\.@[]%0x1２。a-\u00ad\ud800?#&=\t ", max_size=40).map("http://".__add__),
    ),
    st.sampled_from(["", "https://example.com/a/", "nonsense", "//[", "http://[x"]),
)
def test_no_target_makes_it_raise(target: str, base: str) -> None:
    url = parse(target, base)
    if url is not None:
        assert url.host == url.host.lower()
        assert url.registrable in url.host
        registrable(url.host)
        unicode_host(url.host)
