"""What the receiving host's results say about the From domain."""

from mayoke.mail.signals.context import Context
from mayoke.records.auth import AuthMethod
from mayoke.records.brand import Brand
from mayoke.text.url import registrable

_OFFICES_TEXT = """
    account accounts admin cs customer contact help info information mail member members news
    no-reply noreply no_reply notice notification order postmaster reply security service shop
    support system
"""
_OFFICES = frozenset(_OFFICES_TEXT.split())
_BELIEVED = frozenset({"official", "secondary", "code"})


def trusted(ctx: Context) -> bool:
    """Are there results that a "pass" may be believed of?"""
    return ctx.auth is not None and ctx.auth.source != "untrusted"


def aligned(ctx: Context, domain: str) -> bool:
    """Relaxed alignment with the From domain (RFC 7489 §3.1): the same registrable domain."""
    sender = ctx.sender_registrable
    domain = domain.rpartition("@")[2].lower().rstrip(".")
    return bool(sender and domain) and (domain == sender or registrable(domain) == sender)


def dmarc_failure(ctx: Context) -> AuthMethod | None:
    """The ``dmarc=fail`` for the From domain, of any receiving host: nobody plants a failure."""
    if ctx.auth is None or ctx.sender is None:
        return None
    for method in ctx.auth.methods:
        failed = method.method == "dmarc" and method.result == "fail"
        if failed and (not method.domain or aligned(ctx, method.domain)):
            return method
    return None


def aligned_pass(ctx: Context) -> AuthMethod | None:
    """A believed DMARC, DKIM or SPF pass that is aligned with the From domain, and no DMARC fail."""
    if ctx.auth is None or not trusted(ctx) or dmarc_failure(ctx) is not None:
        return None
    passes = [m for m in ctx.auth.methods if m.result == "pass" and aligned(ctx, m.domain)]
    for wanted in ("dmarc", "dkim", "spf"):
        for method in passes:
            if method.method == wanted:
                return method
    return None


def sending_brand(ctx: Context) -> Brand | None:
    """The brand whose own address stands in From.

    ``None`` for a stranger's mailbox at a brand (taro@docomo.ne.jp), but not for an office's there
    (info@docomo.ne.jp): such names are not given to customers.
    """
    if ctx.sender is None:
        return None
    domain = ctx.sender.domain
    if not is_mailbox(ctx, domain):
        return ctx.registry.owner(domain)
    slug = ctx.registry.mailboxes.get(domain)
    return ctx.registry.brands[slug] if slug and ctx.sender.local.lower() in _OFFICES else None


def is_mailbox(ctx: Context, domain: str) -> bool:
    """Does anybody get an address at this very domain (free mail, provider, carrier)?"""
    return domain in ctx.registry.mailboxes or domain in ctx.registry.lists["freemail"]


def well_known_sender(ctx: Context, brand: Brand) -> bool:
    """Is the From domain one the brand is known to send from, or its customers sign in at?"""
    if ctx.sender is None:
        return False
    domain = ctx.sender.domain
    if ctx.registry.sending_grade(brand, domain) in _BELIEVED:
        return True
    return any(domain == own or domain.endswith("." + own) for own in brand.login_domains)
