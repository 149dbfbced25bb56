"""Notices, tables, calls and bare requests made to run, load, read or break something."""

import json
from pathlib import Path

from tests.hostile.hostile_mails import MARKUP, RUN, TEMPLATES, Hostile

LEAK = "当社が運営する通販サイトへの不正アクセスにより、お客様のクレジットカード情報1,204件が漏えいした可能性があります。"
FORMULAS = (
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://evil.example/","x")',
    "+1+cmd|' /C notepad'!A1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    f"<script>{RUN}</script>",
    f'"><img src=x onerror={RUN}>',
    "{{31337*31337}}",
    "しおさい堂\u202e本店",
)


def requests(canary: Path) -> list[Hostile]:
    """Everything that is no mail, about 90 of them."""
    found = [
        Hostile(f"notice {at}", "notice", f"お詫び\n\n{one}\n{LEAK}\n{one}".encode())
        for at, one in enumerate((*MARKUP[::6], *TEMPLATES[:3]))
    ]
    found += [
        Hostile(f"notice page {at}", "notice", _page(one))
        for at, one in enumerate((*MARKUP[3::7], f"<!ENTITY x SYSTEM 'file://{canary}'>"))
    ]
    found += [Hostile(f"notice pdf {at}", "notice", one) for at, one in enumerate(_pdfs(canary))]
    found += [Hostile(f"table {at}", "table", one) for at, one in enumerate(_tables())]
    found += [
        Hostile(f"story {at}", "consult", one.encode("utf-8", "replace"))
        for at, one in enumerate((*MARKUP[::12], TEMPLATES[0], "\u202e" * 30_000))
    ]
    return found + [Hostile(f"{call} {at}", call, one) for at, (call, one) in enumerate(_calls())]


def _page(markup: str) -> bytes:
    return f"<!doctype html><title>{markup}</title><h1>お詫び</h1><p>{LEAK}{markup}</p>".encode()


def _pdfs(canary: Path) -> list[bytes]:
    action = b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/%s>>>>"
    launch = b"Launch/F(%s)" % str(canary).encode()
    actions = (b"JavaScript/JS(app.alert\\(1\\))", b"URI/URI(http://evil.example/)", launch)
    pages = b"\n2 0 obj<</Type/Pages/Count 1000000000/Kids[2 0 R]>>endobj\n"
    return [
        *(b"%PDF-1.7\n1 0 obj" + action % one + b"endobj" + pages + b"trailer<</Root 1 0 R>>" for one in actions),
        b"%PDF-1.4\n" + b"[" * 100_000,
        b"%PDF-",
        f"%PDF-1.7\n<html><script>{RUN}</script></html>".encode(),
    ]  # fmt: skip


def _tables() -> list[bytes]:
    head = "利用日,利用店名,利用金額\n"
    rows = [f'{head}2023-05-01,"{one}",1000\n'.encode() for one in FORMULAS]
    return [
        *rows,
        b"",
        b"\0" * 1_000,
        (head + "2023-05-01,x,1\n" * 200_000).encode(),
        head.encode("utf-16"),
        head.encode() + b'"' * 1_000_000,
        b"," * 2_000_000,
        b"\xff\xfe" + b"\xd8\x00" * 5_000,
        ("利用日,利用店名,利用金額," + ",".join(f"c{n}" for n in range(50_000))).encode(),
        (head + "9999-99-99,x,1e400\n-1,y,NaN\n2023-05-01,z,٣٤\n").encode(),
        b"PK\x03\x04" + b"\0" * 1_000,
    ]


def _calls() -> list[tuple[str, bytes]]:
    deep = b"[" * 200_000 + b"]" * 200_000
    nested = b'{"text":' * 5_000 + b"1" + b"}" * 5_000
    wide = json.dumps({f"k{n}": n for n in range(100_000)}).encode()
    same = b'{"text":"a","text":"' + b"b" * 1_000 + b'"}'
    odd = (
        b"", b"null", b"0", b"[]", b'""', b"{}", b"{", deep, nested, wide, same,
        b'{"text":"\\ud800\\udfff\\u0000"}',
        b'{"text":1e999,"lang":["ja"]}',
        b'{"mail":"!!!not base64!!!"}',
        b'{"text":"\xff\xfe"}',
        b'{"text":"x","lang":"<script>window.__ran=1</script>","me":["' + b"a@" * 5_000 + b'"]}',
        b'{"__proto__":{"x":1},"constructor":1,"text":"x"}',
        b'{"text":' + b"9" * 100_000 + b"}",
    )  # fmt: skip
    plan = (
        b'{"situations":["<script>"],"when":"9999-99-99","amount":-1}',
        b'{"situations":' + json.dumps(["../../etc/passwd"] * 20_000).encode() + b"}",
        b'{"situations":["clicked"],"amount":1e308,"when":"0001-01-01T00:00:00+99:99"}',
    )
    return [
        *(("/v1/check", one) for one in odd),
        *(("/v1/notice", one) for one in odd[::4]),
        *(("/v1/plan", one) for one in (*plan, *odd[1::5])),
        *(("/v1/affected", one) for one in odd[2::6]),
    ]


def bare(port: int, canary: Path) -> dict[str, bytes]:
    """Requests as they go over the wire, that no client of good manners sends."""
    to = f"Host: 127.0.0.1:{port}\r\n".encode()
    form = b"POST /check HTTP/1.1\r\n" + to + b"Content-Type: "
    part = b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\nx\r\n'
    return {
        "too short": form + b"text/plain\r\nContent-Length: 10\r\n\r\nabc",
        "too long": form + b"application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\ntext=abcdef",
        "negative length": form + b"text/plain\r\nContent-Length: -1\r\n\r\nx",
        "two lengths": form + b"text/plain\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\nx",
        "huge length": form + b"text/plain\r\nContent-Length: 99999999999999999999\r\n\r\nx",
        "length and chunks": form
        + b"text/plain\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        "bad chunk": form + b"text/plain\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\nx\r\n0\r\n\r\n",
        "packed": form + b"text/plain\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\x1f\x8b",
        "no boundary": form + b"multipart/form-data\r\nContent-Length: 5\r\n\r\n--b--",
        "many parts": _whole(form + b"multipart/form-data; boundary=b", part % b"text" * 5_000 + b"--b--"),
        "line break in a name": _whole(
            form + b"multipart/form-data; boundary=b", part % b"a\r\nX-Injected: yes" + b"--b--"
        ),
        "line break in an address": b"GET /%0d%0aX-Injected:%20yes HTTP/1.1\r\n" + to + b"\r\n",
        "other host": b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "two hosts": b"GET / HTTP/1.1\r\nHost: evil.example\r\n" + to + b"\r\n",
        "whole address": b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "up and out": f"GET /static/..%2f..%2f..%2f..%2f..%2f..{canary} HTTP/1.1\r\n".encode() + to + b"\r\n",
        "up and out again": b"GET /static/../../../../../../etc/passwd HTTP/1.1\r\n" + to + b"\r\n",
        "long address": b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + to + b"\r\n",
        "script in an address": b"GET /breach?q=<script>window.__ran=1</script> HTTP/1.1\r\n" + to + b"\r\n",
        "script as a language": b"GET /en/%3Cscript%3E HTTP/1.1\r\n" + to + b"\r\n",
        "bytes": bytes(range(256)) * 8,
        "other protocol": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "a thousand fields": b"GET / HTTP/1.1\r\n" + to + b"X: y\r\n" * 1_000 + b"\r\n",
        "other site": b"POST /check HTTP/1.1\r\n" + to + b"Sec-Fetch-Site: cross-site\r\nContent-Length: 0\r\n\r\n",
        "odd method": b"TRACE / HTTP/1.1\r\n" + to + b"\r\n",
        "odd incident": b"GET /breach/..%2f..%2fetc HTTP/1.1\r\n" + to + b"\r\n",
    }  # fmt: skip


def _whole(head: bytes, body: bytes) -> bytes:
    return head + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body
