"""Mails as the model sees them: findings, text and truth."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from mayoke.mail.check import context
from mayoke.mail.model.text_model import mask
from mayoke.mail.read.read import read
from mayoke.mail.signals.catalogue import all_signals
from mayoke.mail.signals.find import find
from mayoke.records.errors import BadInput
from mayoke.records.known import Known
from mayoke.records.signal import SpeaksFor
from tools.corpora import Labelled, without_headers

_BY = re.compile(r"\bby ([A-Za-z0-9.-]+)")
FOLDS = 5

# The corpora have every recipient, and some senders, replaced by one address: relations between the
# two are made by the collector there, not by the sender.
_MADE_BY_COLLECTOR = frozenset(
    {
        "own_address_as_sender",
        "sender_claims_recipient_domain",
        "links_differ_from_sender",
        "all_links_on_sender_domain",
    }
)
_REPLACED = "recipient.example"


@dataclass(frozen=True, slots=True)
class Example:
    """One view of one mail.

    ``share`` is its part of the mail's weight; ``view`` says how it was seen: as it is, with the
    receiving host trusted, or without headers.
    """

    mail: Labelled
    view: str
    share: float
    language: str
    signals: tuple[tuple[str, SpeaksFor], ...]
    text: str
    sender: str

    @property
    def fold(self) -> int:
        """The fold of its cluster, the same in every run."""
        return hashlib.sha256(self.mail.cluster.encode()).digest()[0] % FOLDS


def examples(mails: Iterable[Labelled], views: dict[str, float]) -> Iterator[Example]:
    """Each mail in each view (``as-is``, ``trusted``, ``no-headers``) with that view's share."""
    for mail in mails:
        # A message as a phone shows it has no header that could be trusted or removed.
        wanted = {"as-is": 1.0} if mail.corpus == "messages" else views
        for view, share in wanted.items():
            example = see(mail, view, share)
            if example is not None:
                yield example


def see(mail: Labelled, view: str, share: float = 1.0) -> Example | None:
    """A mail in one view; ``None`` when it cannot be read."""
    data = without_headers(mail.data) if view == "no-headers" else mail.data
    try:
        message = read(data)
    except BadInput:
        return None
    known = Known()
    if view == "trusted":
        received = message.header("Received")
        host = _BY.search(received.value) if received else None
        if host is None:
            return None
        known = replace(known, authserv_ids=frozenset({host[1].lower()}))
    ctx = context(message, known)
    catalogue = all_signals()
    names = dict.fromkeys(signal.id for signal in find(ctx).signals)
    if mail.corpus != "ja_mail" and (ctx.sender is None or ctx.sender.domain == _REPLACED):
        names = {name: None for name in names if name not in _MADE_BY_COLLECTOR}
    sender = ctx.message.reply_to[0] if ctx.message.reply_to else ctx.sender
    return Example(
        mail=replace(mail, data=b""),
        view=view,
        share=share,
        language="ja" if ctx.japanese else "other",
        signals=tuple((name, catalogue[name].speaks_for) for name in names),
        text=mask(ctx.reading),
        sender=sender.address.lower() if sender else "",
    )
