"""Words that people type for what happened, as slugs; what is none is a usage error."""

import difflib
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from mayoke.doors.cli.failure import usage
from mayoke.doors.cli.help import words
from mayoke.doors.cli.options import Plain
from mayoke.doors.cli.terminal import plain
from mayoke.doors.say.shapes import shorten
from mayoke.doors.typed import moment
from mayoke.records.verdict import Sentence
from mayoke.registry.help_forms import HelpRegistry
from mayoke.text.fold import fold_plain


def day_or_time(wishes: Plain, option: str, word: str, now: datetime) -> date | datetime:
    """As ``moment``; what cannot be read is a usage error."""
    told = moment(word, now)
    if told is None:
        shown = shorten(plain(word), 40)
        raise usage(wishes.say(words.BAD_DAY, option=option, word=shown))
    return told


def situation(wishes: Plain, word: str, registry: HelpRegistry) -> str:
    """The slug of a situation by its slug, name or another word for it."""
    named: dict[str, str] = {}
    for slug, one in registry.situations.items():
        for name in (slug, one.name.ja, one.name.en, *one.aliases):
            named.setdefault(fold_plain(name), slug)
    names = {slug: one.name for slug, one in registry.situations.items()}
    return _found(wishes, word, named, names, (words.UNKNOWN_SITUATION, "mayoke help --list"))


def means(wishes: Plain, word: str, registry: HelpRegistry) -> str:
    """The slug of a means of payment by its slug or name."""
    named: dict[str, str] = {}
    for slug, one in registry.means.items():
        for name in (slug, one.name.ja, one.name.en):
            named.setdefault(fold_plain(name), slug)
    names = {slug: one.name for slug, one in registry.means.items()}
    return _found(wishes, word, named, names, (words.UNKNOWN_MEANS, "mayoke help --list"))


def topic(wishes: Plain, word: str, registry: HelpRegistry) -> str:
    """The slug of a page of knowledge by its slug or title."""
    named: dict[str, str] = {}
    for slug, page in registry.knowledge.items():
        for name in (slug, page.title.ja, page.title.en):
            named.setdefault(fold_plain(name), slug)
    names = {slug: page.title for slug, page in registry.knowledge.items()}
    return _found(wishes, word, named, names, (words.UNKNOWN_TOPIC, "mayoke help --topic list"))


def _found(
    wishes: Plain,
    word: str,
    named: Mapping[str, str],
    names: Mapping[str, Sentence],
    unknown: tuple[Sentence, str],
) -> str:
    folded = fold_plain(word[:200]).strip()
    for form in (folded, folded.replace("-", "_"), folded.replace("_", "-")):
        if form in named:
            return named[form]
    says = wishes.say(unknown[0], word=shorten(plain(word), 40))
    near = _near(folded, named)
    if not near:
        raise usage(wishes.say(words.SEE_LIST, says=says, command=unknown[1]))
    shown = (f"{slug} ({wishes.say(names[slug])})" for slug in near)
    raise usage(wishes.say(words.NEAR, says=says, near=", ".join(shown)))


def _near(folded: str, named: Mapping[str, str]) -> Iterable[str]:
    """Slugs whose words look like it, or hold it."""
    alike = difflib.get_close_matches(folded, named, n=3, cutoff=0.5)
    holding = [name for name in named if len(folded) > 1 and folded in name]
    return list(dict.fromkeys(named[name] for name in (*alike, *holding)))[:3]
