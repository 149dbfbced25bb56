"""The message stands in a picture.

What it sees
    One or more pictures and fewer than 40 letters of visible text.
Why it matters
    What a picture says cannot be searched by a filter, and a click anywhere on it follows the
    link.
When it is wrong
    Leaflets and greeting cards of honest shops; photographs sent without a word.
Example
    An e-mail that consists of one picture with a button painted into it.
"""

from collections.abc import Iterator

from mayoke.mail.signals.attached_files import attachments, is_picture, name_evidence
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import whole
from mayoke.records.evidence import Evidence
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="picture_only_body",
    speaks_for="scam",
    kinds=(),
    ja="文字がほとんどなく、画像だけで書かれています。検査を避けるために文章を画像にすることがあります。",
    en="There is hardly any text: the message stands in a picture, where filters cannot read it.",
)

NOT_READ = Gap("pictures", "picture-not-read")

_LITTLE = 40


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A gap whenever a picture was sent along; the signal when there is little else."""
    pictures = [attachment for attachment in attachments(ctx) if is_picture(attachment)]
    shown = any(body.images for body in ctx.message.bodies)
    if not pictures and not shown:
        return
    if pictures:
        yield NOT_READ
    letters = max((len(text.folded.text) for text in ctx.bodies), default=0)
    if letters >= _LITTLE:
        return
    if not pictures:
        yield NOT_READ
    evidence = _evidence(ctx)
    if evidence is not None:
        yield Signal(SIGNAL.id, evidence)


def _evidence(ctx: Context) -> Evidence | None:
    """The first picture's address or file name."""
    image = next((link for link in ctx.message.links if link.place == "image"), None)
    if image is not None:
        return whole(image.part, image.target)
    named = next((a for a in attachments(ctx) if is_picture(a)), None)
    if named is not None:
        return name_evidence(named)
    return whole(ctx.bodies[0].part, ctx.bodies[0].raw) if ctx.bodies else None
