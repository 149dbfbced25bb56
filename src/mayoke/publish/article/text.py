"""An article as plain text: the manuscript that an editor gets."""

from collections.abc import Iterator

from mayoke.publish.article.words import CITED, COMMENT, CONTENTS, SOURCES, Lang, say
from mayoke.publish.show.visible import visible
from mayoke.publish.timeline_text import lines
from mayoke.records.article import Article, Block, Citation, Para, Points


def text(article: Article, lang: Lang) -> str:
    """The manuscript: title, contents, sections, sources, the author's words; one line a paragraph.

    What strangers wrote holds nothing that steers or hides; addresses stay as letters.
    """
    return "\n".join(visible(line) for line in _lines(article, lang)) + "\n"


def _lines(article: Article, lang: Lang) -> Iterator[str]:
    mark, dot = ("■", "・") if lang == "ja" else ("#", "- ")
    yield from (say(article.title, lang), "", say(article.summary, lang), "")
    yield f"【{say(CONTENTS, lang)}】" if lang == "ja" else say(CONTENTS, lang)
    yield from (f"{dot}{say(section.heading, lang)}" for section in article.sections)
    for section in article.sections:
        yield from ("", f"{mark} {say(section.heading, lang)}")
        for block in section.blocks:
            yield from _block(block, lang, dot)
    if article.sources:
        yield from ("", f"{mark} {say(SOURCES, lang)}")
        yield from (f"{dot}{source}" for source in article.sources)
    if article.comment:
        yield from ("", f"{mark} {say(COMMENT, lang).format(name=article.comment.name)}")
        yield from article.comment.words.splitlines()


def _block(block: Block, lang: Lang, dot: str) -> Iterator[str]:
    if isinstance(block, Para):
        yield say(block.text, lang)
    elif isinstance(block, Points):
        for number, item in enumerate(block.items, 1):
            yield f"{number}. {say(item, lang)}" if block.numbered else f"{dot}{say(item, lang)}"
    elif isinstance(block, Citation):
        left, right = ("「", "」") if lang == "ja" else ("“", "”")
        source = say(CITED, lang).format(source=say(block.source, lang))
        yield f"{left}{block.words}{right} {source}"
    else:
        yield from lines(block.ja if lang == "ja" else block.en)
