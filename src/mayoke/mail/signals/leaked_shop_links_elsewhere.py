"""Names an organisation whose leak is known, but links elsewhere.

What it sees
    The mail names an organisation or a site that is in the user's ledger of data leaks, neither its
    sender nor any of its links belongs to that organisation's domains, and at least one link leads
    to a host that not any mail may link to.
Why it matters
    After a leak is announced, fake apologies go around: they name a true incident and lead the
    worried customers to a false page.
When it is wrong
    An operator that writes through a delivery service with domains of its own; a newspaper's letter
    about the case. Without a ledger it never fires.

Example
    「しおさい堂」よりお詫び … 確認はこちら https://shiosai-support.example.net/ (the shop's own
    domain is shiosai.example)
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.leaks import spoken_of
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="leaked_shop_links_elsewhere",
    speaks_for="scam",
    kinds=("phishing",),
    looks_at="links",
    ja="{name}の情報漏えいは実際に公表されていますが、このメールのリンク先 {host} は、そのサイトのものではありません。",
    en="A data leak of {name} was really announced, but this mail links to {host}, which is not its site.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal, on the first foreign link."""
    spoken = spoken_of(ctx)
    if spoken is None or spoken.own or not spoken.foreign:
        return
    if ctx.sender_registrable in spoken.leak.domains:
        return
    place = spoken.foreign[0]
    name = spoken.leak.organisation or spoken.leak.names[0]
    yield Signal(SIGNAL.id, place.evidence(), {"name": name, "host": place.host})
