"""What in a message was not looked into: attachments, and a missing text."""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import attachments, is_picture
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap

ENCRYPTED = Gap("attachment", "encrypted-attachment")
NOT_OPENED = Gap("attachment", "attachment-not-opened")
NO_TEXT = Gap("text", "no-body-text")


def find(ctx: Context) -> Iterator[Gap]:
    """Encrypted attachments, then others that stay closed, then an empty text.

    Pictures have a gap of their own, in ``picture_only_body``.
    """
    others = [attachment for attachment in attachments(ctx) if not is_picture(attachment)]
    if any(attachment.encrypted for attachment in others):
        yield ENCRYPTED
    if any(not attachment.encrypted for attachment in others):
        yield NOT_OPENED
    if all(not text.folded.text.strip() for text in ctx.bodies):
        yield NO_TEXT
