"""A complete business footer that agrees with the sender.

What it sees
    Near the end of a Japanese mail: a company's name with its legal form, a postal code, a
    telephone number, and a web or mail address of the sender's own domain.
Why it matters
    Business mail in Japan is signed so, and what is signed can be checked.
When it is wrong
    A swindler who owns a domain can write such a footer; it counts little.
Example
    株式会社みどり野 〒100-0000 … 03-0000-0000 https://midorino.example.jp/ from @midorino.example.jp
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import Text
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.personal import phones, postal_codes

SIGNAL = SignalInfo(
    id="business_details_complete",
    speaks_for="clean",
    ja="署名に会社名・住所・電話番号がそろい、差出人のドメイン {domain} とも合っています。",
    en="The footer gives company, address and telephone, and agrees with the sender's domain {domain}.",
)

_COMPANIES = Watch(
    "株式会社", "有限会社", "合同会社", "(株)", "(有)", "一般社団法人", "協同組合", "法人"
)
_FOOTER = 700


def find(ctx: Context) -> Iterator[Signal]:
    """The domain in the footer."""
    domain = ctx.sender_registrable
    hits = _COMPANIES.hits(ctx)
    if not domain or not hits or ctx.registry.in_list("freemail", domain):
        return
    for text in dict.fromkeys(text for text, _, _ in hits if text is not ctx.subject):
        at = _domain_in_footer(text, domain)
        if at is not None:
            evidence = text.evidence(at, at + len(domain))
            yield Signal(SIGNAL.id, evidence, {"domain": domain})
            return


def _domain_in_footer(text: Text, domain: str) -> int | None:
    folded = text.folded.text
    start = max(0, len(folded) - _FOOTER)
    footer = folded[start:]
    at = footer.find(domain)
    if at < 0 or not postal_codes(footer) or not phones(footer):
        return None
    return start + at
