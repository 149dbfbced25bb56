"""What a registry file must keep; every rule broken is one sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from mayoke.records.errors import BadRegistry
from mayoke.records.incident import Cause, EventKind
from mayoke.records.purchase import ROLES
from mayoke.registry.files import (
    BrandFile,
    File,
    GapFile,
    KindFile,
    LawFile,
    ListFile,
    PhraseFile,
    StatementFile,
)
from mayoke.registry.lexicon import expand, match
from mayoke.text.fold import fold_plain

LISTS = frozenset({
    "freemail", "free_hosting", "dynamic_dns", "shorteners", "redirectors", "translators",
    "trackers", "neutral", "cheap_tlds", "authserv_hosts", "cloud_storage",
})  # fmt: skip

TOPICS = frozenset({
    "phish_common", "phish_ec", "phish_card", "phish_bank", "phish_delivery", "phish_telecom",
    "phish_gov", "phish_utility", "phish_sec_crypto", "kakuu", "malware", "account_takeover",
    "sidejob", "sextortion", "prize", "romance419", "bec", "line_president", "recovery",
    "fake_invoice", "fake_police",
})  # fmt: skip

KINDS = frozenset({
    "phishing", "fictitious_billing", "takeover_malware", "solicitation", "sextortion",
    "prize_aid", "romance_advance_fee", "bec", "recovery", "fake_invoice", "fake_police",
    "advertising", "none", "unsure",
})  # fmt: skip

_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_HOST_AND_PATH = re.compile(rf"{_LABEL}(?:\.{_LABEL})+(?:/[!-~]{{1,79}})?")
_PROMISE = re.compile(r"安全|(?i:\bsafe\b)")
_JAPANESE = re.compile(r"[぀-ヿ一-鿿]")
_NAMED_PHONE = re.compile(r"(?<![0-9A-Za-z.])(#[0-9]{4}|1[0-9]{2})(?![0-9A-Za-z%,時円])")


def common(slug: str, named: str, file: File) -> Iterator[str]:
    """Rules for every file that has a slug."""
    if named != slug:
        yield f"is named {named!r} inside, must be {slug!r}"
    if not _SLUG.fullmatch(slug):
        yield "the file name must be lower-case ASCII words"
    if not file.sources or not all(file.sources):
        yield "needs at least one source"


def brand(slug: str, file: BrandFile) -> Iterator[str]:
    """Rules for one brand file."""
    yield from common(slug, file.slug, file)
    yield from _brand_domains(file)
    names = set(written(file))
    yield from (
        f"a weak name is no name of the brand: {w}" for w in file.weak_names if w not in names
    )
    yield from (f"a name of a single character: {n}" for n in names if len(fold_plain(n)) < 2)
    if file.notice_url and not file.notice_url.startswith("https://"):
        yield "notice_url must begin with https://"


def _brand_domains(file: BrandFile) -> Iterator[str]:
    sending = [entry.domain for entry in file.sending_domains]
    boxes = [domain.removeprefix("*.") for domain in file.mailbox_domains]
    for use in (file.login_domains, file.hosting_domains, sending, boxes):
        yield from (f"no domain in lower case: {d!r}" for d in use if not _DOMAIN.fullmatch(d))
        yield from (f"twice in one list: {d}" for d in _twice(use))
    for both in sorted(set(file.login_domains) & set(file.hosting_domains)):
        yield f"both a login and a hosting domain: {both}"
    if not file.login_domains and not sending:
        yield "needs a login or a sending domain"
    for entry in file.sending_domains:
        if not entry.source:
            yield f"a sending domain needs a source: {entry.domain}"
    own = {*file.login_domains, *file.hosting_domains, *sending}
    yield from (f"shared, but not used: {d}" for d in file.shared_domains if d not in own)


def written(file: BrandFile) -> tuple[str, ...]:
    """Every written form of a brand's name, each once."""
    names = (file.name_ja, file.name_en, file.kana, *file.aliases)
    return tuple(dict.fromkeys(name for name in names if name))


def domain_list(slug: str, file: ListFile) -> Iterator[str]:
    """Rules for one list."""
    yield from common(slug, file.slug, file)
    if slug not in LISTS:
        yield "no such list"
    both = (*file.entries, *file.exact)
    if not both:
        yield "is empty"
    yield from (f"twice: {entry}" for entry in _twice(both))
    yield from _below(both, frozenset(file.entries))
    form = {"cheap_tlds": re.compile(_LABEL), "redirectors": _HOST_AND_PATH}.get(slug, _DOMAIN)
    yield from (f"not in the list's form: {entry!r}" for entry in both if not form.fullmatch(entry))


def _below(entries: Iterable[str], whole: frozenset[str]) -> Iterator[str]:
    for entry in entries:
        host, _, path = entry.partition("/")
        labels = host.split(".")
        above = {".".join(labels[n:]) for n in range(0 if path else 1, len(labels))}
        yield from (f"{entry} is covered by {found}" for found in sorted(above & whole))


def kind(slug: str, file: KindFile) -> Iterator[str]:
    """Rules for one kind of answer."""
    yield from common(slug, file.slug, file)
    if slug not in KINDS:
        yield "no such kind"
    yield from (f"no such topic: {t}" for t in file.topics if t not in TOPICS)
    if (file.verdict == "scam") != bool(file.family):
        yield "a scam, and only a scam, belongs to a family"
    if not 4 <= len(file.advice) <= 6:
        yield "needs 4 to 6 pieces of advice"
    for sentence in (file.what, *file.advice):
        yield from two_languages(sentence.ja, sentence.en)


def gap(slug: str, file: GapFile) -> Iterator[str]:
    """Rules for one gap."""
    if not _SLUG.fullmatch(slug):
        yield "the file name must be lower-case ASCII words"
    yield from two_languages(file.ja, file.en)


def law(slug: str, file: LawFile) -> Iterator[str]:
    """Rules for one law file."""
    yield from common(slug, file.slug, file)
    if not (_JAPANESE.search(file.ja) and file.en.isascii()):
        yield "needs a Japanese and an English name"
    if file.valid_to and file.valid_to < file.valid_from:
        yield "ends before it begins"
    if file.days is not None and not 0 < file.days < 400:
        yield "days must lie between 1 and 399"
    if file.event not in get_args(EventKind):
        yield f"no such event: {file.event!r}"
    yield from (
        f"no such cause: {cause!r}"
        for cause in file.uncertain_causes
        if cause not in get_args(Cause)
    )


def statement(slug: str, file: StatementFile) -> Iterator[str]:
    """Rules for one statement file."""
    yield from common(slug, file.slug, file)
    if not (_JAPANESE.search(file.ja) and file.en.isascii()):
        yield "needs a Japanese and an English name"
    yield from (f"no such column: {role!r}" for role in file.columns if role not in ROLES)
    if not {"date", "merchant"} <= file.columns.keys():
        yield "needs the columns date and merchant"
    for role, column in file.columns.items():
        if not (column.isdigit() or column in file.header):
            yield f"the column of {role} is no number and not in the header: {column!r}"


def phrases(slug: str, file: PhraseFile) -> Iterator[str]:
    """Rules for one phrase signal: each specimen matches its phrase, no ``nearly`` matches any."""
    yield from common(slug, file.id, file)
    yield from (f"no such kind: {k}" for k in file.kinds if k not in KINDS)
    yield from (f"no such topic: {t}" for t in file.topics if t not in TOPICS)
    for sentence in (file.ja, file.en):
        if set(re.findall(r"\{[^}]*\}?", sentence)) - {"{quote}"}:
            yield f"only {{quote}} may stand in braces: {sentence}"
    yield from two_languages(file.ja, file.en)
    if not file.phrase:
        yield "needs a phrase"
    if not file.nearly:
        yield "needs a sentence that nearly fires"
    yield from _matches(file)


def _matches(file: PhraseFile) -> Iterator[str]:
    """Texts and examples test each other."""
    nearly = [(text, fold_plain(text)) for text in file.nearly]
    seen: set[tuple[str, ...]] = set()
    for entry in file.phrase:
        try:
            sequences = expand(entry.text)
        except BadRegistry as error:
            yield str(error)
            continue
        if not seen.isdisjoint(sequences):
            yield f"expands to what an earlier phrase has: {entry.text}"
        seen.update(sequences)
        specimen = fold_plain(entry.specimen)
        if not any(match(sequence, specimen) for sequence in sequences):
            yield f"the specimen does not match: {entry.text}"
        for text, folded in nearly:
            if any(match(sequence, folded) for sequence in sequences):
                yield f"{entry.text!r} matches the nearly sentence {text!r}"


def phones_named(file: KindFile) -> frozenset[str]:
    """Short numbers that the advice of a kind names."""
    text = " ".join(f"{sentence.ja} {sentence.en}" for sentence in file.advice)
    return frozenset(_NAMED_PHONE.findall(text))


def two_languages(ja: str, en: str) -> Iterator[str]:
    """Both are there, each in its language, and neither promises that something is safe."""
    if not _JAPANESE.search(ja):
        yield f"no Japanese: {ja!r}"
    if not en or _JAPANESE.search(en):
        yield f"no English, or Japanese in it: {en!r}"
    for sentence in (ja, en):
        if _PROMISE.search(sentence):
            yield f"promises that something is safe: {sentence}"


def _twice(entries: Iterable[str]) -> list[str]:
    return [entry for entry, count in Counter(entries).items() if count > 1]
