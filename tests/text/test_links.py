import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.links import find_urls
from mayoke.text.url import parse


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see https://example.com/a?b=c#d now", ["https://example.com/a?b=c#d"]),
        ("詳細はhttps://example.com/abcをクリック", ["https://example.com/abc"]),
        ("「https://example.com/」。", ["https://example.com/"]),
        ("<https://example.com/a>", ["https://example.com/a"]),
        ("(https://example.com/a_(b)).", ["https://example.com/a_(b)"]),
        ("https://example.com/a, https://example.org!", ["https://example.com/a", "https://example.org"]),
        ("HTTPS://EXAMPLE.COM/A", ["HTTPS://EXAMPLE.COM/A"]),
        ("ftp://example.com/x", ["ftp://example.com/x"]),
        ("https:\\\\example.com\\a", ["https:\\\\example.com\\a"]),
        ("https:/example.com/a", ["https:/example.com/a"]),
        ("https://user:pw@example.com:8080/a", ["https://user:pw@example.com:8080/a"]),
        ("http://[2001:db8::1]/a", ["http://[2001:db8::1]/a"]),
        ("http://192.0.2.1/a", ["http://192.0.2.1/a"]),
        ("https://日本語.example/ です", ["https://日本語.example/"]),
        ("https://login楽天.example/ です", ["https://login楽天.example/"]),
        ("https://ex\u0430mple.com/", ["https://ex\u0430mple.com/"]),
        ("https://example.com", ["https://example.com"]),
        ("https://example.com　次", ["https://example.com"]),
        ("https://example.comへ", ["https://example.com"]),
        ("https://", []),
        ("http:// example.com", []),
        ("www.example.com", []),
    ],
)  # fmt: skip
def test_urls_are_found_as_mail_programs_find_them(text: str, urls: list[str]) -> None:
    assert [text[a:b] for a, b in find_urls(text, bare=False)] == urls


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("www.example.com/a を", ["www.example.com/a"]),
        ("example.co.jpです", ["example.co.jp"]),
        ("example.com:8080/x, and example.org.", ["example.com:8080/x", "example.org"]),
        ("taro@example.com", []),
        ("taro.yamada@example.com and first.last@example.co.jp", []),
        ("readme.md v1.2 e.g. 10.5 a..b", []),
        ("https://a.example.com/x.example.org/y", ["https://a.example.com/x.example.org/y"]),
        ("a.example.com https://b.example.com c.example.com", ["a.example.com", "https://b.example.com", "c.example.com"]),
    ],
)  # fmt: skip
def test_bare_hosts_are_found_when_asked_for(text: str, urls: list[str]) -> None:
    assert [text[a:b] for a, b in find_urls(text, bare=True)] == urls


@given(st.text(max_size=80), st.booleans())
def test_spans_are_in_order_and_in_range(text: str, bare: bool) -> None:
    last = 0
    for start, end in find_urls(text, bare=bare):
        assert last <= start < end <= len(text)
        last = end


@given(
    st.from_regex(r"[a-z]{1,8}(/[a-z0-9]{0,6}){0,3}", fullmatch=True), st.sampled_from("」 、。\n>")
)
def test_what_is_found_can_be_opened(path: str, after: str) -> None:
    text = f"こちらhttps://example.com/{path}{after}まで"
    ((start, end),) = find_urls(text, bare=True)
    assert text[start:end] == f"https://example.com/{path}"
    assert parse(text[start:end]) is not None
