"""An authority's name on an address that is no authority's.

What it sees
    The display name holds the name of a ministry, agency, the police, a court, a tax or pension
    office or a town hall, and the address is neither under .go.jp, .lg.jp nor another domain that
    Japanese authorities use.
Why it matters
    Japanese authorities have domains that nobody else can register; a summons does not come from
    elsewhere.
When it is wrong
    Some towns and semi-public bodies still use old domains; newspapers name offices in their names.

Example
    From: 国税庁 <info@secure-xyz.example.net>
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.sender_name import folded_name
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="government_name_without_government_domain",
    speaks_for="scam",
    kinds=("phishing", "fake_police"),
    ja="差出人は「{name}」と名乗っていますが、アドレスは {domain} で、役所や警察のものではありません。",
    en='The sender calls itself "{name}", but {domain} is not a domain of a Japanese authority.',
)

_OFFICE = re2.compile(
    r"総務省|財務省|法務省|外務省|厚生労働省|厚労省|経済産業省|国土交通省|環境省|防衛省|文部科学省"
    r"|国税庁|国税局|税務署|e-tax|デジタル庁|マイナポータル|マイナポイント|金融庁|消費者庁|警察庁"
    r"|警視庁|警察|捜査[一二三四0-9]課|サイバー犯罪|検察|裁判所|年金機構|年金事務所|入国管理|入管"
    r"|税関|公正取引委員会|証券取引等監視委員会|国民生活センター|消費生活センター|給付金"
    r"|(?:市|区)役所|町村役場|役場|[都道府県]庁|電波監理|内閣府|内閣官房|大使館|領事"
)
_ENDS = (".go.jp", ".lg.jp", ".nta.go.jp", ".metro.tokyo.jp", ".courts.go.jp", ".emb-japan.go.jp")
_LOCAL = re2.compile(r"(?:^|\.)(?:pref|city|town|vill|metro)\.[a-z0-9-]+(?:\.[a-z]+)?\.jp$")


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the display name."""
    sender = ctx.sender
    if sender is None or not sender.domain or sender.name.isascii():
        return
    if _OFFICE.search(folded_name(ctx)) is None:
        return
    domain = f".{sender.domain}"
    if domain.endswith(_ENDS) or _LOCAL.search(sender.domain) is not None:
        return
    owner = ctx.registry.owner(sender.domain)
    if owner is not None and owner.sector == "gov":
        return
    yield Signal(
        SIGNAL.id, ctx.name_evidence(sender), {"name": sender.name, "domain": sender.domain}
    )
