"""Names an organisation whose leak is known, and links only to it.

What it sees
    The mail names an organisation or a site that is in the user's ledger of data leaks, and every
    link that counts leads to that organisation's own domains, at least one of them.
Why it matters
    Shops do write to their customers after a leak. Such a mail looks alarming and is true.
When it is wrong
    A copied mail whose danger is not in its links (an attachment, a telephone number). A weak sign.

Example
    「しおさい堂」よりお詫び … 経緯は https://shop.shiosai.example/news/ に掲載しています。
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.leaks import spoken_of
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="leaked_shop_links_to_itself",
    speaks_for="clean",
    looks_at="links",
    ja="{name}の情報漏えいは実際に公表されていて、このメールのリンク先もそのサイトのもの（{host}）です。",
    en="A data leak of {name} was really announced, and this mail links to its own site ({host}).",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal, on the first own link."""
    spoken = spoken_of(ctx)
    if spoken is None or spoken.foreign or not spoken.own:
        return
    place = spoken.own[0]
    name = spoken.leak.organisation or spoken.leak.names[0]
    yield Signal(SIGNAL.id, place.evidence(), {"name": name, "host": place.host})
