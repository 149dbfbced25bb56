"""A small help registry of invented records, to be changed by tests with ``replace``."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mayoke.help.words import JST
from mayoke.records.contact import Contact, Day, Opening
from mayoke.records.situation import (
    CountsFrom,
    Deadline,
    Means,
    Phase,
    Situation,
    Step,
    Taken,
    Within,
)
from mayoke.records.verdict import Sentence
from mayoke.registry.help_forms import HelpRegistry

DAY = date(2026, 11, 1)
WEEKDAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=JST)
"""A Tuesday."""


def say(word: str) -> Sentence:
    return Sentence(f"{word}です。", f"{word}.")


def contact(slug: str = "desk", **other: Any) -> Contact:
    made = Contact(
        slug=slug,
        name=Sentence(f"窓口{slug}", f"Desk {slug}"),
        role="police",
        for_what=Sentence("困ったとき", "when in trouble"),
        phone="#9110",
        url="https://desk.example.jp/",
        mail="",
        how=(),
        always=False,
        hours=(Opening(WEEKDAYS, "08:30", "17:15"),),
        year_end=True,
        hours_note=None,
        meanwhile=Sentence("急ぐときは110番へ。", "If it is urgent, call 110."),
        languages=("ja",),
        listening=False,
        uncertain=(),
        quality="high",
        sources=("invented",),
        checked_on=DAY,
    )
    return replace(made, **other)


def step(slug: str, phase: Phase = "stop", rank: int = 50, **other: Any) -> Step:
    made = Step(
        slug, phase, rank, say(slug), (), (), (), (), (), "high", ("invented",)
    )  # fmt: skip
    return replace(made, **other)


def situation(
    slug: str, steps: dict[str, Within], within: Within = "hours", **other: Any
) -> Situation:
    made = Situation(
        slug=slug,
        order=10,
        name=Sentence(f"{slug}のこと", f"The thing {slug}"),
        first=say(f"first-{slug}"),
        note=None,
        within=within,
        money_lost=False,
        steps=tuple(Taken(name, when) for name, when in steps.items()),
        also=(),
        aliases=(),
        quality="high",
        sources=("invented",),
        checked_on=DAY,
    )
    return replace(made, **other)


def deadline(
    slug: str = "term",
    counts_from: CountsFrom = "event",
    days: int | None = 60,
    *,
    first: bool = False,
) -> Deadline:
    return Deadline(
        slug=slug,
        name=Sentence(f"期限{slug}", f"Term {slug}"),
        rule=say("rule"),
        starts=say("starts"),
        counts_from=counts_from,
        days=days,
        first_day_counts=first,
        law="",
        caveat=None,
        quality="high",
        sources=("invented",),
        checked_on=DAY,
    )


STEPS = (
    step("stop-card", contacts=("always", "desk"), deadlines=("sixty",)),
    step("change-password", "lock"),
    step("keep", "evidence", have_ready=(say("mail"), say("receipt"))),
    step("tell-police", "report", contacts=("desk",), how=(say("how"),)),
    step("scan", "lock"),
    step("reset", "lock", 60, covers=("scan",)),
    step("watch", "watch", deadlines=("eight",)),
    step("beware", "watch"),
)
REGISTRY = HelpRegistry(
    version="0123456789abcdef",
    contacts={
        one.slug: one
        for one in (
            contact("desk"),
            contact("always", always=True, hours=(), phone="0120-000-000"),
            contact("ear", role="listening", listening=True),
        )
    },
    steps={one.slug: one for one in STEPS},
    situations={
        one.slug: one
        for one in (
            situation("card", {"watch": "days", "stop-card": "minutes", "keep": "hours"}, "minutes"),
            situation(
                "paid",
                {"tell-police": "hours", "keep": "minutes", "beware": "days"},
                "minutes",
                order=20,
                money_lost=True,
                also=("card", "app"),
                note=say("note-paid"),
            ),
            situation("app", {"scan": "minutes", "watch": "days"}, aliases=("ウイルス",), order=30),
            situation("wiped", {"reset": "days"}, "days", order=40),
        )
    },
    means={
        "transfer": Means("transfer", 10, Sentence("振込", "Transfer"), "paid", (), "high", ("x",)),
        "cash": Means(
            "cash", 20, Sentence("現金", "Cash"), "", (Taken("tell-police", "minutes"),), "high", ("x",)
        ),
    },
    deadlines={
        "sixty": deadline("sixty"),
        "eight": deadline("eight", "contract_document", 8, first=True),
    },
    knowledge={},
)  # fmt: skip
