"""Builds the small mails of these tests; every name and host in them is invented."""

from collections.abc import Sequence


def mail(body: bytes | str, *fields: bytes | str, newline: bytes = b"\r\n") -> bytes:
    """A mail of header ``fields`` (a From and a Subject when none is given) and a body."""
    lines = [_bytes(field) for field in fields or ("From: a@shop.example", "Subject: test")]
    return newline.join(lines) + newline * 2 + _bytes(body)


def part(content_type: str, body: bytes | str, *fields: bytes | str) -> bytes:
    """One MIME part; without a type it has no header at all."""
    head = [_bytes(f"Content-Type: {content_type}")] if content_type else []
    return (
        b"".join(line + b"\r\n" for line in [*head, *map(_bytes, fields)]) + b"\r\n" + _bytes(body)
    )


def multipart(
    parts: Sequence[bytes], kind: str = "mixed", boundary: str = "b"
) -> tuple[str, bytes]:
    """The Content-Type value and the body of a multipart."""
    mark = boundary.encode()
    body = b"".join(b"--" + mark + b"\r\n" + piece + b"\r\n" for piece in parts)
    return f'multipart/{kind}; boundary="{boundary}"', body + b"--" + mark + b"--\r\n"


def mixed(*parts: bytes, kind: str = "mixed", fields: Sequence[bytes | str] = ()) -> bytes:
    """A whole multipart mail."""
    content_type, body = multipart(parts, kind)
    given = fields or ("From: a@shop.example", "Subject: test")
    return mail(body, *given, f"Content-Type: {content_type}")


def _bytes(value: bytes | str) -> bytes:
    return value.encode() if isinstance(value, str) else value
