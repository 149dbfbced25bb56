"""A short post that announces an article: at most 140 full-width characters, and no link."""

from typing import Final

from mayoke.publish.article.length import squares
from mayoke.publish.article.words import Lang, say
from mayoke.publish.show.visible import visible
from mayoke.records.article import Article, Para

MOST: Final = 140.0
_TAGS: Final = {"ja": "#情報漏えい", "en": "#dataleak"}


def post(article: Article, lang: Lang, *, most: float = MOST) -> str:
    """The title, then as many of the first facts as fit, each whole or not at all, then a tag."""
    stop = "。" if lang == "ja" else "."
    told = visible(say(article.title, lang)) + stop
    tag = _TAGS[lang]
    told = _cut(told, most - squares(tag) - 1)
    for section in article.sections:
        for block in section.blocks[:1]:
            if not isinstance(block, Para):
                continue
            colon = "：" if lang == "ja" else ": "
            more = f"{say(section.heading, lang)}{colon}{say(block.text, lang)}"
            longer = told + ("" if lang == "ja" else " ") + visible(more)
            if squares(longer) + squares(tag) + 1 <= most:
                told = longer
    return f"{told} {tag}"


def _cut(text: str, most: float) -> str:
    """At most ``most`` squares, with an ellipsis where something was cut."""
    if squares(text) <= most:
        return text
    while text and squares(text) + 1 > most:
        text = text[:-1]
    return text + "…"
