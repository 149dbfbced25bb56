"""Mails made to hurt the reader, and what they cost.

    python -m bench.hostile

Each is judged by the command in a process of its own; printed are seconds, peak memory and the
gaps with which the answer names the limit.
"""

import base64
import io
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable

_HEAD = b"From: a@example.com\nTo: b@example.jp\nSubject: test\nMIME-Version: 1.0\n"
_HTML = _HEAD + b"Content-Type: text/html; charset=utf-8\n\n"


def deep_nesting() -> bytes:
    """200,000 nested elements."""
    return _HTML + b"<div>" * 200_000 + "パスワードを入力".encode()


def huge_attributes() -> bytes:
    """One element with 200,000 attributes."""
    return _HTML + b"<a " + b" ".join(b"x%d=1" % n for n in range(200_000)) + b">x</a>"


def many_links() -> bytes:
    """50,000 links to as many hosts."""
    return _HTML + b"".join(
        b'<a href="https://h%d.example/">https://example.com/</a>\n' % n for n in range(50_000)
    )


def many_links_in_text() -> bytes:
    """50,000 links in plain text."""
    links = b"".join(b"https://h%d.example/a\n" % n for n in range(50_000))
    return _HEAD + b"Content-Type: text/plain\n\n" + links


def zip_bomb() -> bytes:
    """A zip of a few kilobytes that unpacks to 150 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30):
            archive.writestr(f"{number}.txt", b"\0" * 5_000_000)
    body = base64.encodebytes(packed.getvalue())
    head = b"Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"
    return _HEAD + head + body


def huge_headers() -> bytes:
    """Headers of 5 MB, and an address list of 100,000 mailboxes."""
    to = b",\n ".join(b'"n%d" <u%d@example.com>' % (n, n) for n in range(100_000))
    return b"Cc: " + to + b"\nX-Long: " + b"x" * 2_000_000 + b"\n" + _HEAD + b"\nhello\n"


def many_parts() -> bytes:
    """Ten thousand parts."""
    part = b"--b\nContent-Type: text/plain\n\nhello\n"
    return _HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + part * 10_000 + b"--b--\n"


def nested_parts() -> bytes:
    """Multiparts 1,000 deep."""
    head = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1_000)
    )
    return _HEAD + head + b"Content-Type: text/plain\n\nhello\n"


def nested_messages() -> bytes:
    """Attached messages 200 deep."""
    return (_HEAD + b"Content-Type: message/rfc822\n\n") * 200 + _HEAD + b"\nhello\n"


def big_text() -> bytes:
    """24 MB of Japanese text."""
    return _HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + "あいう、".encode() * 2_000_000


def fifty_megabytes() -> bytes:
    """A mail of 50 MB."""
    return _HEAD + b"Content-Type: text/plain\n\n" + b"hello world\n" * 4_200_000


def encoded_word_flood() -> bytes:
    """A subject of 100,000 encoded words."""
    return b"Subject: " + b"=?utf-8?b?44GC?= " * 100_000 + b"\n" + _HEAD[:40] + b"\n\nhello\n"


def zero_width_flood() -> bytes:
    """A million invisible characters inside a word."""
    text = "パス" + "\u200b" * 1_000_000 + "ワード"
    return _HEAD + b"Content-Type: text/plain; charset=utf-8\n\n" + text.encode()


def one_long_word() -> bytes:
    """Eight million characters that look like the beginning of a URL or an address."""
    return _HEAD + b"Content-Type: text/plain\n\nhttp://" + b"a.b@" * 2_000_000


def style_flood() -> bytes:
    """Fifty thousand elements with long styles and hidden text."""
    piece = b'<span style="display:none;color:#fff;font-size:0">x</span><b style="a:b">y</b>'
    return _HTML + piece * 50_000


def open_brackets() -> bytes:
    """Two million tag openings that never end."""
    return _HTML + b"<a href=" * 2_000_000


# The command, which tells at its end how much memory it had at most (Linux); what wait4 tells of a
# child counts the memory of its parent too.
_CHILD = """
import sys
from pathlib import Path
from mayoke.doors.cli.main import status
code = status(sys.argv[1:])
lines = Path("/proc/self/status").read_text().splitlines()
peak = next(line.split()[1] for line in lines if line.startswith("VmHWM"))
print("peak", peak, file=sys.stderr)
sys.exit(code)
"""

MAILS: dict[str, Callable[[], bytes]] = {
    make.__name__: make
    for make in (
        deep_nesting,
        huge_attributes,
        many_links,
        many_links_in_text,
        zip_bomb,
        huge_headers,
        many_parts,
        nested_parts,
        nested_messages,
        big_text,
        fifty_megabytes,
        encoded_word_flood,
        zero_width_flood,
        one_long_word,
        style_flood,
        open_brackets,
    )
}


def run(data: bytes) -> tuple[int, float, float, str, str]:
    """Exit status, seconds, peak MB, standard output and error of ``mayoke check`` on ``data``."""
    with tempfile.NamedTemporaryFile(suffix=".eml") as file:
        file.write(data)
        file.flush()
        command = [sys.executable, "-c", _CHILD, "check", "--format", "json", file.name]
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=False)
        taken = time.perf_counter() - start
    told, _, peak = done.stderr.decode().rpartition("peak ")
    return done.returncode, taken, int(peak or 0) / 1024, done.stdout.decode(), told


def main() -> None:
    """The command."""
    print("| mail | MB | seconds | peak MB | answer | limits named |\n|---|---|---|---|---|---|")
    for name, make in MAILS.items():
        data = make()
        code, taken, peak, out, err = run(data)
        if out:
            answer = json.loads(out)
            word = answer["verdict"]
            limits = ", ".join(sorted({gap["what"] for gap in answer["gaps"]}))
        else:
            word, limits = f"exit {code}", err.strip().splitlines()[-1] if err.strip() else ""
        size = len(data) / 1e6
        print(f"| {name} | {size:.1f} | {taken:.2f} | {peak:.0f} | {word} | {limits} |", flush=True)


if __name__ == "__main__":
    main()
