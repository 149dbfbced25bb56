"""A plan, a page of knowledge and the lists, for people at a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from mayoke.doors.cli.help import words as own
from mayoke.doors.cli.render_text import Page
from mayoke.doors.cli.terminal import plain, width
from mayoke.help import words
from mayoke.help.deadlines import ASK_DOCUMENT, ASK_EVENT
from mayoke.help.sheet_content import beside, checked_on, doubts
from mayoke.records.contact import Contact
from mayoke.records.knowledge import KnowledgePage
from mayoke.records.plan import Due, Plan, PlanStep, Reachable
from mayoke.records.verdict import Sentence
from mayoke.registry.help_forms import HelpRegistry


def render_plan(plan: Plan, page: Page, registry: HelpRegistry) -> str:
    """The whole plan, ending in a line break."""
    blocks = [
        page.style(_para(page, page.say(plan.first), ""), "green"),
        "",
        *_happened(plan, page),
        page.title(words.WARNINGS),
        *_points(page, plan.warnings),
    ]
    for within, steps in groupby(plan.steps, key=lambda step: step.within):
        blocks.append(page.title(words.WITHIN_TITLES[within]))
        for step in steps:
            blocks += _step(step, plan, page)
    if plan.notes:
        blocks += [page.title(words.NOTES), *_points(page, plan.notes)]
    blocks += _contacts(page, words.CONTACTS, plan.contacts)
    blocks += _deadlines(plan, page)
    blocks += _contacts(page, words.LISTENING, beside(plan))
    blocks += _also(plan, page, registry)
    last = (words.GENERAL, checked_on(plan), own.PRINT)
    blocks += ["", *(_para(page, page.say(sentence), "") for sentence in last)]
    return "\n".join(blocks) + "\n"


def render_topic(told: KnowledgePage, page: Page, registry: HelpRegistry) -> str:
    """One page of knowledge."""
    blocks = [page.style(page.say(told.title)), _para(page, page.say(told.summary), "")]
    for section in told.sections:
        blocks.append(page.title(section.heading))
        blocks += [_para(page, page.say(paragraph), "  ") for paragraph in section.paragraphs]
        blocks += _points(page, section.points)
    contacts = [registry.contacts[slug] for slug in told.contacts]
    if contacts:
        blocks.append(page.title(words.CONTACTS))
    for contact in contacts:
        blocks += ["  " + _named(contact, page), *_addresses(contact)]
    if told.see_also:
        pages = {slug: registry.knowledge[slug].title for slug in told.see_also}
        blocks += [page.title(own.SEE_ALSO), *_table(pages, page)]
    day = words.both(words.CHECKED, day=words.day_words(told.checked_on))
    return "\n".join([*blocks, "", page.say(day)]) + "\n"


def render_list(registry: HelpRegistry, page: Page) -> str:
    """Every situation and means of payment with the word for it."""
    situations = {slug: one.name for slug, one in registry.situations.items()}
    means = {slug: one.name for slug, one in registry.means.items()}
    blocks = [page.style(page.say(own.SITUATIONS)), *_table(situations, page)]
    return "\n".join([*blocks, page.title(own.MEANS), *_table(means, page)]) + "\n"


def render_topics(registry: HelpRegistry, page: Page) -> str:
    """Every page of knowledge with the word for it."""
    titles = {slug: one.title for slug, one in registry.knowledge.items()}
    return "\n".join([page.style(page.say(own.TOPICS)), *_table(titles, page)]) + "\n"


def _happened(plan: Plan, page: Page) -> Iterator[str]:
    happened, count = plan.happened, len(plan.happened.situations)
    yield _fact(page, words.HAPPENED, _joined(page, plan.names[:count]))
    if happened.when is not None:
        yield _fact(page, words.WHEN, page.say(words.when_words(happened.when)))
    if happened.amount is not None:
        yield _fact(page, words.AMOUNT, page.say(words.yen(happened.amount)))
    if happened.means:
        yield _fact(page, words.MEANS, _joined(page, plan.names[count:]))
    if happened.contract_document is not None:
        yield _fact(page, words.CONTRACT, page.say(words.day_words(happened.contract_document)))


def _step(step: PlanStep, plan: Plan, page: Page) -> Iterator[str]:
    head = f"{step.number:>3}. "
    yield page.style(_para(page, page.say(step.says), head))
    inner = " " * (len(head) + 1)
    yield from (_para(page, page.say(sentence), inner) for sentence in step.how)
    if step.have_ready:
        yield _fact(page, words.HAVE_READY, _joined(page, step.have_ready), inner)
    if step.contacts:
        known = {one.contact.slug: one.contact for one in plan.contacts}
        names = "、" if page.lang == "ja" else ", "
        text = names.join(_named(known[slug], page) for slug in step.contacts)
        yield _fact(page, words.CONTACT, text, inner)
    for due in plan.deadlines:
        if due.slug in step.deadlines and due.day is not None:
            text = f"{page.say(due.name)} {page.say(due.says)}"
            yield _fact(page, words.DEADLINE, text, inner)


def _contacts(page: Page, title: Sentence, contacts: Iterable[Reachable]) -> Iterator[str]:
    for number, one in enumerate(contacts):
        if number == 0:
            yield page.title(title)
        contact, inner = one.contact, "      "
        yield page.style(_para(page, _named(contact, page), "  "))
        for sentence in (contact.for_what, one.says, contact.hours_note):
            if sentence is not None:
                yield _para(page, page.say(sentence), inner)
        if one.reach == "closed" and contact.meanwhile is not None:
            yield _fact(page, words.MEANWHILE, page.say(contact.meanwhile), inner)
        yield from _addresses(contact)
        yield from _doubts(contact, page)


def _addresses(contact: Contact) -> Iterator[str]:
    """The registry's own, live: these are the ones to use."""
    for text in (contact.url, contact.mail):
        if text:
            yield f"      {plain(text)}"  # whole, however long


def _doubts(contact: Contact, page: Page) -> Iterator[str]:
    unsure = doubts(contact)
    if unsure:
        yield _fact(page, words.NOT_SURE, _joined(page, unsure), "      ")
    if len(contact.languages) > 1:
        named = (words.LANGUAGE_NAMES.get(code, Sentence(code, code)) for code in contact.languages)
        yield _fact(page, words.LANGUAGES, _joined(page, named), "      ")


def _deadlines(plan: Plan, page: Page) -> Iterator[str]:
    for number, due in enumerate(plan.deadlines):
        if number == 0:
            yield page.title(words.DEADLINES)
        yield from _due(due, page)
    if any(due.says in (ASK_EVENT, ASK_DOCUMENT) for due in plan.deadlines):
        yield _para(page, page.say(own.ADD_WHEN), "  ")


def _due(due: Due, page: Page) -> Iterator[str]:
    yield page.style(_para(page, page.say(due.name), "  "))
    inner = "      "
    yield _para(page, page.say(due.says), inner)
    yield _para(page, page.say(due.rule), inner)
    yield _fact(page, words.PERIOD, page.say(due.starts), inner)
    if due.caveat is not None:
        yield _para(page, page.say(due.caveat), inner)


def _also(plan: Plan, page: Page, registry: HelpRegistry) -> Iterator[str]:
    if plan.also:
        yield page.title(words.ALSO)
        yield from _table({slug: registry.situations[slug].name for slug in plan.also}, page)


def _named(contact: Contact, page: Page) -> str:
    return f"{page.say(contact.name)} {plain(contact.phone)}".strip()


def _joined(page: Page, sentences: Iterable[Sentence]) -> str:
    return ("、" if page.lang == "ja" else "; ").join(page.say(one) for one in sentences)


def _fact(page: Page, label: Sentence, text: str, inner: str = "  ") -> str:
    colon = "：" if page.lang == "ja" else ": "
    return _para(page, f"{page.say(label)}{colon}{text}", inner, inner + "  ")


def _points(page: Page, sentences: Iterable[Sentence]) -> Iterator[str]:
    dot = "  ・" if page.lang == "ja" else "  - "
    yield from (_para(page, page.say(sentence), dot) for sentence in sentences)


def _table(names: Mapping[str, Sentence], page: Page) -> Iterator[str]:
    first = max(map(width, names), default=0)
    for slug, name in names.items():
        yield _para(page, page.say(name), f"  {slug}{' ' * (first - width(slug))}  ")


def _para(page: Page, text: str, first: str, rest: str = "") -> str:
    """A paragraph; in English with typewriter quotes, which take one column and do not break."""
    return page.para(text.translate(_STRAIGHT) if page.lang == "en" else text, first, rest)


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
