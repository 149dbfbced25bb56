"""Names and domains that a message mentions, in the forms a ledger is searched by."""

from collections.abc import Iterator

from mayoke.records.message import Message
from mayoke.text.fold import fold_plain
from mayoke.text.name_spans import find_names
from mayoke.text.names import plain_name
from mayoke.text.url import parse, registrable

_TEXT_MAX = 6000
_MOST = 200
_BRACKETS = {"「": "」", "『": "』", "【": "】", "[": "]"}
_NAME_MAX = 40


def mentioned(message: Message) -> frozenset[str]:
    """``name:…`` of whoever is named in sender, subject or text, ``domain:…`` of sender and links.

    At most 200 keys; names as ``text.names.plain_name`` writes them, domains registrable.
    """
    keys: dict[str, None] = {}
    for name in _names(message):
        plain = plain_name(name)
        if len(plain) > 1:
            keys.setdefault(f"name:{plain}")
    for domain in _domains(message):
        keys.setdefault(f"domain:{domain}")
    return frozenset(list(keys)[:_MOST])


def _names(message: Message) -> Iterator[str]:
    for address in message.from_:
        yield address.name
        yield from address.name.replace("　", " ").split()
    for text in (message.subject, *(body.text[:_TEXT_MAX] for body in message.bodies)):
        folded = fold_plain(text)
        yield from (folded[span.start : span.end] for span in find_names(folded))
        yield from _bracketed(folded)


def _bracketed(text: str) -> Iterator[str]:
    for at, opening in enumerate(text):
        closing = _BRACKETS.get(opening)
        if closing:
            end = text.find(closing, at, at + _NAME_MAX)
            if end > at + 1:
                yield text[at + 1 : end]


def _domains(message: Message) -> Iterator[str]:
    for address in message.from_:
        if address.domain:
            yield registrable(address.domain)
    for link in message.links:
        url = parse(link.target)
        if url and url.registrable:
            yield url.registrable
