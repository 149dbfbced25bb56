"""What may be handed in, and its form as bytes."""

from dataclasses import replace
from typing import Final

import msgspec

from mayoke.help.consultation.seal import broken
from mayoke.records.consultation import Content
from mayoke.records.errors import BadInput, EmptyInput, TooLarge
from mayoke.store.derived import clean

MAIL_MOST: Final = 25 * 1024 * 1024
"""Bytes of a mail."""
TEXT_MOST: Final = 20_000
"""Characters of the story, of a message's text, of the verdict."""
LINE_MOST: Final = 500
"""Characters of the contact wish, and of a slug."""
SLUGS_MOST: Final = 50
_AMOUNT_MOST: Final = 10**15
_DECODER: Final = msgspec.msgpack.Decoder(Content)


def encode(content: Content) -> bytes:
    """The bytes to seal. Raises EmptyInput when there is nothing to say, TooLarge, BadInput."""
    whole = _checked(content)
    return msgspec.msgpack.encode(whole)


def decode(data: bytes) -> Content:
    """The content again. Raises SealBroken: only sealed bytes come here."""
    try:
        return _DECODER.decode(data)
    except msgspec.MsgspecError:
        raise broken() from None


def _checked(content: Content) -> Content:
    if not (content.story.strip() or content.mail or content.text.strip() or content.situations):
        raise EmptyInput(
            "there is nothing to hand in yet; please write what happened, or add the mail",
            "まだ何も書かれていません。何があったかをお書きになるか、メールを添えてください",
        )
    if len(content.mail) > MAIL_MOST:
        raise TooLarge(
            f"the mail is larger than {MAIL_MOST // 2**20} MB; please hand in its text instead",
            f"メールが{MAIL_MOST // 2**20}MBを超えています。代わりに本文をお送りください",
        )
    texts = (content.story, content.text, content.verdict)
    if any(len(text) > TEXT_MOST for text in texts) or len(content.contact) > LINE_MOST:
        raise TooLarge(
            f"the text is too long; at most {TEXT_MOST:,} characters, {LINE_MOST} for the contact",
            f"文章が長すぎます。{TEXT_MOST:,}文字まで、連絡先は{LINE_MOST}文字まででお願いします",
        )
    _check_slugs(content)
    return replace(  # half a character cannot be kept, and the error would show the text around it
        content,
        story=clean(content.story),
        text=clean(content.text),
        contact=clean(content.contact),
        verdict=clean(content.verdict),
    )


def _check_slugs(content: Content) -> None:
    slugs = (*content.situations, *content.means)
    amount = content.amount or 0
    if (
        len(slugs) > SLUGS_MOST
        or any(len(slug) > LINE_MOST or not slug.isascii() for slug in slugs)
        or not 0 <= amount <= _AMOUNT_MOST
    ):
        raise BadInput(
            "the situations or the amount are none; please choose them again",
            "選ばれた項目か金額を読み取れません。もう一度お選びください",
        )
