"""Parameters of Content-Type and Content-Disposition."""

import pytest

from mayoke.mail.read.parameters import parse


@pytest.mark.parametrize(
    ("value", "word", "parameters"),
    [
        ("text/plain", "text/plain", {}),
        ("text/plain; charset=UTF-8", "text/plain", {"charset": "UTF-8"}),
        ('text/plain;charset="utf-8";', "text/plain", {"charset": "utf-8"}),
        ('x; name="a;b=c"; q=1', "x", {"name": "a;b=c", "q": "1"}),
        (r'x; name="a\"b"', "x", {"name": 'a"b'}),
        (r'x; name="C:\temp\a.txt"', "x", {"name": r"C:\temp\a.txt"}),
        ('x; name="open; charset=utf-8', "x", {"name": "open", "charset": "utf-8"}),
        ("x; NAME = a b.pdf ; ;=; k", "x", {"name": "a b.pdf"}),
        # RFC 2231 §3 and §4, and both together.
        ("x; filename*=UTF-8''%E8%AB%8B%E6%B1%82.pdf", "x", {"filename": "請求.pdf"}),
        ("x; filename*0=inv; filename*1=oice.pdf", "x", {"filename": "invoice.pdf"}),
        (
            "x; filename*1*=%82.pdf; filename*0*=utf-8'ja'%E8%AB%8B%E6%B1",
            "x",
            {"filename": "請求.pdf"},
        ),
        (
            "x; filename*0*=utf-8''%E8%AB%8B%E6; filename*1*=%B1%82; filename*2=.pdf",
            "x",
            {"filename": "請求.pdf"},
        ),
        (
            "x; filename*=iso-2022-jp''%1B%24B%40A5a%1B%28B.pdf",
            "x",
            {"filename": "請求.pdf"},
        ),
        ("x; filename=a.pdf; filename*=utf-8''b.exe", "x", {"filename": "b.exe"}),
        # Encoded words where RFC 2047 §5 forbids them: the usual form in Japan.
        ('x; filename="=?UTF-8?B?6KuL5rGCLnBkZg==?="', "x", {"filename": "請求.pdf"}),
        (
            'x; filename="=?ISO-2022-JP?B?GyRCQEE1YRsoQg==?= =?ISO-2022-JP?B?LnBkZg==?="',
            "x",
            {"filename": "請求.pdf"},
        ),
        ("x; filename*=broken%zz", "x", {"filename": "broken%zz"}),
        ("", "", {}),
        (";;;", "", {}),
    ],
)
def test_parameters(value: str, word: str, parameters: dict[str, str]) -> None:
    found, given = parse(value)
    assert found == word
    assert given == parameters


def test_right_to_left_override_in_a_file_name_is_kept() -> None:
    assert parse("x; filename*=utf-8''inv%E2%80%AEfdp.exe")[1]["filename"] == "inv\u202efdp.exe"


def test_escaped_quotes_without_end_are_read_in_one_pass() -> None:
    word, given = parse('x; a="' + '\\"' * 100_000)
    assert word == "x"
    assert set(given) == {"a"}
