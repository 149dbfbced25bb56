"""Takes what is personal out of a mail, and what is live; the scammer's traces stay."""

from mayoke.mail.read.parts import texts
from mayoke.mail.read.read import read
from mayoke.mail.redact.detect import Detector
from mayoke.mail.redact.forms import needles
from mayoke.mail.redact.pseudonyms import Pseudonyms
from mayoke.mail.redact.recipient import Sides, sides
from mayoke.mail.redact.squeeze import Finder, squeeze
from mayoke.records.known import Known
from mayoke.records.message import Message
from mayoke.records.redacted import Cut, Redacted, RedactedPart, Removed, apply
from mayoke.text.language import is_japanese

_SHOWN = ("header:From", "header:Reply-To", "header:Subject", "header:Date")
_NOBODY = Known()


def redact(data: bytes | str, known: Known = _NOBODY) -> Redacted:
    """Redact a mail (bytes) or pasted text (str), as ``read`` decodes it.

    Raises:
        EmptyInput, TooLarge, UnsupportedInput: it cannot be read; the text says why.
    """
    message = read(data)
    originals = {name: _encodable(text) for name, text in texts(message).items()}
    both = sides(message, known)
    japanese = is_japanese("\n".join((message.subject, *(body.text for body in message.bodies))))
    detector = _detector(both, japanese=japanese)
    own = {name: detector.part(name, text) for name, text in originals.items()}
    wanted = needles(detector.removed)
    puts = {needle: detector.pseudonyms.of(item) for needle, item in wanted.items()}
    finder = Finder(wanted)
    parts = []
    for name, text in originals.items():
        again = [Cut(start, end, puts[needle]) for needle, start, end in finder.hits(squeeze(text))]
        cuts = _merged(own[name] + again)
        parts.append(RedactedPart(name, apply(text, cuts), cuts, text))
    return Redacted(
        parts=tuple(parts),
        headers=tuple(name for name in _SHOWN if originals.get(name)),
        bodies=tuple(body.part for body in message.bodies),
        links=_links(message),
        files=tuple(f"{file.part}:name" for file in message.attachments if file.name),
        to=tuple(detector.pseudonyms.of(Removed("mail", address)) for address in both.mine),
        kept=both.theirs | both.phones,
        pseudonyms=detector.pseudonyms.all(),
        removed=tuple(detector.removed),
    )


def _detector(both: Sides, *, japanese: bool) -> Detector:
    """A detector that knows the recipient, whose stand-ins are the first of each sort."""
    detector = Detector(both, Pseudonyms(japanese=japanese))
    for address in both.mine:
        detector.put("mail", address)
    for name in both.names:
        detector.put("name", name)
    return detector


def _links(message: Message) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.part for link in message.links))


def _merged(cuts: list[Cut]) -> tuple[Cut, ...]:
    """In order and apart: overlapping cuts become one, with the stand-in of the longest."""
    done: list[Cut] = []
    best = 0  # length of the cut whose stand-in the last of done has
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if done and cut.start < done[-1].end:
            last = done[-1]
            put = cut.put if cut.end - cut.start > best else last.put
            best = max(best, cut.end - cut.start)
            done[-1] = Cut(last.start, max(last.end, cut.end), put)
        elif cut.end > cut.start:
            done.append(cut)
            best = cut.end - cut.start
    return tuple(done)


def _encodable(text: str) -> str:
    """Without lone surrogates, which no output can hold; offsets stay."""
    return text.encode("utf-8", "replace").decode()
