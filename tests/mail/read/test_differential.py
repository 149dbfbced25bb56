"""Our reader against two others, on well-formed mails."""

import email
import random
from collections.abc import Iterable, Iterator
from email.message import EmailMessage, Message

import fast_mail_parser
import pytest

from mayoke.mail.read.message import top_leaves
from mayoke.mail.read.mime import Part, parse
from mayoke.text import charset

WORDS = [
    "カード",
    "ご利用",
    "確認",
    "お知らせ",
    "order",
    "delivery",
    "account",
    "東京",
    "10,000円",
    "https://a.example/x",
    "naïve",
]
CHARSETS = ("utf-8", "iso-2022-jp", "shift_jis", "euc-jp")
ENCODINGS = ("base64", "quoted-printable", "8bit")


def generated(seed: int) -> EmailMessage:
    """A well-formed mail with one to six leaves, nested up to three deep."""
    rng = random.Random(seed)
    message = EmailMessage()
    message["From"] = f"Shop {seed} <a{seed}@shop.example>"
    message["Subject"] = " ".join(rng.choices(WORDS, k=5))
    fill(message, rng)
    if rng.random() < 0.7:
        message.add_alternative(
            "<p>" + text(rng, "utf-8") + "</p>", subtype="html", charset="utf-8"
        )
    for index in range(rng.randrange(3)):
        message.add_attachment(
            rng.randbytes(300), maintype="image", subtype="png", filename=f"{index}.png"
        )
    if rng.random() < 0.3:
        inner = EmailMessage()
        inner["Subject"] = "inner"
        fill(inner, rng)
        message.add_attachment(inner)
    return message


def fill(message: EmailMessage, rng: random.Random) -> None:
    name = rng.choice(CHARSETS)
    encoding = rng.choice(ENCODINGS)
    if name == "iso-2022-jp":
        encoding = rng.choice(("base64", "7bit"))
    message.set_content(text(rng, name), charset=name, cte=encoding)


def text(rng: random.Random, name: str) -> str:
    words = [word for word in WORDS if name == "utf-8" or word != "naïve"]
    lines = (
        " ".join(rng.choices(words, k=rng.randrange(1, 8))) for _ in range(rng.randrange(1, 12))
    )
    return "\n".join(lines) + "\n"


def ours(leaves: Iterable[Part]) -> Iterator[tuple[str, str]]:
    for leaf in leaves:
        decoded = charset.decode(leaf.content(), leaf.parameters.get("charset")).text
        yield leaf.content_type, shape(leaf.content_type, decoded, leaf.content())


def theirs(message: Message) -> Iterator[tuple[str, str]]:
    for leaf in message.walk():
        if leaf.is_multipart():
            continue
        raw = leaf.get_payload(decode=True)
        assert isinstance(raw, bytes)
        decoded = raw.decode(leaf.get_content_charset("ascii"), "replace")
        yield leaf.get_content_type(), shape(leaf.get_content_type(), decoded, raw)


def shape(kind: str, decoded: str, raw: bytes) -> str:
    if kind.startswith("text/"):
        return decoded.replace("\r\n", "\n").strip()
    return raw.hex()


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_standard_library_reads_the_same(seed: int, newline: str) -> None:
    data = generated(seed).as_bytes().replace(b"\n", newline.encode())
    assert list(ours(parse(data).root.leaves())) == list(theirs(email.message_from_bytes(data)))


@pytest.mark.parametrize("seed", range(40))
def test_fast_mail_parser_reads_the_same_texts(seed: int) -> None:
    data = generated(seed).as_bytes().replace(b"\n", b"\r\n")
    other = fast_mail_parser.parse_email(data)
    texts = [text.replace("\r\n", "\n").strip() for text in (*other.text_plain, *other.text_html)]
    leaves = top_leaves(parse(data).root)  # it does not look into attached messages
    found = [words for kind, words in ours(leaves) if kind in ("text/plain", "text/html")]
    assert sorted(texts) == sorted(found)
