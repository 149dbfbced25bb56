"""Invented mails with invented people."""

from base64 import b64encode


def mail(
    body: str,
    *,
    to: str = "hanako.sagara@example.jp",
    html: bool = False,
    subject: str = "【重要】お知らせ",
    more: str = "",
) -> bytes:
    """A mail in base64 from a scammer to ``to``; ``more``: header lines that end in a new line."""
    word = b64encode(subject.encode()).decode()
    return (
        f"From: Card <info@evil.example.net>\nTo: {to}\nSubject: =?UTF-8?B?{word}?=\n{more}"
        f"MIME-Version: 1.0\nContent-Type: text/{'html' if html else 'plain'}; charset=utf-8\n"
        f"Content-Transfer-Encoding: base64\n\n{b64encode(body.encode()).decode()}\n"
    ).encode()
