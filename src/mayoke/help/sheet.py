"""The plan as a sheet to print and to take to the police, the bank or the card desk."""

import json
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from mayoke.help.sheet_content import Lang, content
from mayoke.help.words import JST
from mayoke.records.errors import BadInput
from mayoke.records.plan import Plan

FAMILIES: Final = (
    "IPAexGothic", "Noto Sans CJK JP", "Noto Sans JP", "BIZ UDGothic", "BIZ UDPGothic",
    "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Hiragino Kaku Gothic Pro", "Yu Gothic", "Meiryo",
    "MS Gothic", "TakaoGothic", "VL Gothic", "IPAGothic", "Source Han Sans JP", "Source Han Sans",
)  # fmt: skip
"""Japanese type that the PDF may be set in, the better first."""

CALLS: Final = 5
"""Empty lines for calls and visits."""

_HERE = Path(__file__).parent


def style() -> str:
    """The style of the HTML sheet, for those who serve it as a file of its own."""
    return (_HERE / "sheet.css").read_text(encoding="utf-8")


def html(plan: Plan, lang: Lang, *, story: str = "", style_href: str | None = None) -> str:
    """One page of HTML that needs nothing else.

    ``style_href``: link that style sheet (the text of ``style()``) instead of writing it inline.
    """
    told = content(plan, lang, story)
    link = f'<link rel="stylesheet" href="{escape(style_href)}">' if style_href else ""
    head = link or f"<style>\n{style()}</style>"
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{lang}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="robots" content="noindex">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(told['title'])}</title>",
            head,
            "</head>",
            "<body>",
            body(told),
            "</body>",
            "</html>",
            "",
        )
    )


def body(told: dict[str, Any]) -> str:
    """The sheet alone, as one ``main`` element, out of ``sheet_content.content``."""
    return "\n".join(('<main class="sheet">', *_head(told), *_steps(told), *_tail(told), "</main>"))


def pdf(plan: Plan, lang: Lang, *, story: str = "", fonts: Sequence[Path]) -> bytes:
    """The sheet as a PDF (A4, PDF/UA-1). ``fonts``: folders in which Japanese type lies.

    Whatever a person wrote is handed over as data and never read as a program.

    Raises:
        ImportError: the package typst is not there (extra ``letters``).
        BadInput: no Japanese type in ``fonts``.
    """
    import typst  # noqa: PLC0415  an extra

    found = typst.Fonts(include_system_fonts=False, font_paths=list(fonts))
    known = set(found.families())
    family = next((name for name in FAMILIES if name in known), None)
    if family is None:
        raise BadInput("no Japanese type was found", ja="日本語の書体が見つかりません")
    compiler = typst.Compiler(
        (_HERE / "sheet.typ").read_bytes(),
        root=str(_HERE),
        font_paths=found,
        ignore_system_fonts=True,
        sys_inputs={
            "content": json.dumps(content(plan, lang, story), ensure_ascii=False),
            "font": family,
            "calls": str(CALLS),
        },
    )
    made = compiler.compile(
        format="pdf", timestamp=plan.asked_at.astimezone(JST).replace(microsecond=0)
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made


def _head(told: dict[str, Any]) -> Iterator[str]:
    yield f"<h1>{escape(told['title'])}</h1>"
    yield f'<p class="made">{escape(told["handing"])}<br>{escape(told["made"])}</p>'
    yield f"<h2>{escape(told['happened']['title'])}</h2>"
    yield "<table><tbody>"
    for fact in told["happened"]["facts"]:
        label, text = escape(fact["label"]), escape(fact["text"])
        yield f'<tr><th scope="row">{label}</th><td>{text}</td></tr>'
    yield "</tbody></table>"
    yield f"<h2>{escape(told['story']['title'])}</h2>"
    if told["story"]["text"]:
        yield f'<div class="story">{escape(told["story"]["text"])}</div>'
    else:
        yield f'<p class="hint">{escape(told["story"]["hint"])}</p><div class="rules"></div>'
    calls = told["calls"]
    yield f'<h2>{escape(calls["title"])}</h2><p class="hint">{escape(calls["hint"])}</p>'
    heads = "".join(f'<th scope="col">{escape(text)}</th>' for text in calls["columns"])
    rows = ("<tr>" + "<td></td>" * len(calls["columns"]) + "</tr>") * CALLS
    yield f'<table class="calls"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _steps(told: dict[str, Any]) -> Iterator[str]:
    steps = told["steps"]
    yield f'<h2 class="to-do">{escape(steps["title"])}</h2>'
    yield f'<p class="first">{escape(told["first"])}</p>'
    yield f'<section class="warnings"><h3>{escape(told["warnings"]["title"])}</h3>'
    yield from (f"<p>{escape(text)}</p>" for text in told["warnings"]["texts"])
    yield f'</section><p class="hint">{escape(steps["hint"])}</p>'
    for group in steps["groups"]:
        yield f'<h3>{escape(group["title"])}</h3><ol class="steps">'
        yield from (_step(step) for step in group["steps"])
        yield "</ol>"


def _step(step: dict[str, Any]) -> str:
    number = step["number"]
    how = "".join(f"<p>{escape(text)}</p>" for text in step["how"])
    lines = "".join(
        f"<p>■ {escape(line['label'])}: {escape(line['text'])}</p>" for line in step["lines"]
    )
    return (
        f'<li><input type="checkbox" id="step-{number}">'
        f'<label for="step-{number}">{number}. {escape(step["says"])}</label>{how}{lines}</li>'
    )


def _tail(told: dict[str, Any]) -> Iterator[str]:
    if told["deadlines"]["texts"]:
        yield f"<h2>{escape(told['deadlines']['title'])}</h2>"
    for one in told["deadlines"]["texts"]:
        rest = "".join(
            f"<p>{escape(text)}</p>" for text in (one["rule"], one["starts"], one["caveat"]) if text
        )
        yield f'<div class="contact"><h3>{escape(one["name"])}</h3><p><b>{escape(one["says"])}</b></p>{rest}</div>'
    for part in ("contacts", "listening"):
        if told[part]["texts"]:
            yield f"<h2>{escape(told[part]['title'])}</h2>"
            yield from (_contact(one) for one in told[part]["texts"])
    if told["good_to_know"]["texts"]:
        yield f"<h2>{escape(told['good_to_know']['title'])}</h2>"
        yield from (f"<p>{escape(text)}</p>" for text in told["good_to_know"]["texts"])
    yield f'<h2>{escape(told["notes"])}</h2><div class="rules"></div>'
    yield '<footer class="foot">'
    yield from (f"<p>{escape(text)}</p>" for text in told["foot"])
    yield "</footer>"


def _contact(one: dict[str, Any]) -> str:
    parts = [f"<h3>{escape(one['name'])}</h3>"]
    if one["other"]:
        parts.append(f'<p lang="ja">{escape(one["other"])}</p>')
    parts.append(f"<p>{escape(one['for_what'])}</p>")
    if one["phone"]:
        tel = quote(one["phone"], safe="")
        parts.append(f'<p><a class="phone" href="tel:{tel}">{escape(one["phone"])}</a></p>')
    if one["url"]:
        parts.append(
            f'<p><a href="{escape(one["url"])}" rel="noreferrer">{escape(one["url"])}</a></p>'
        )
    if one["mail"]:
        parts.append(f'<p><a href="mailto:{escape(one["mail"])}">{escape(one["mail"])}</a></p>')
    parts += [f"<p>{escape(text)}</p>" for text in (one["hours"], *one["notes"], *one["how"])]
    return f'<div class="contact">{"".join(parts)}</div>'
