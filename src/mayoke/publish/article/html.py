"""An article as one HTML page: nothing in it is live, nothing comes from elsewhere."""

from collections.abc import Iterator
from html import escape

from mayoke.publish.article.words import CITED, COMMENT, CONTENTS, DRAWN, SOURCES, Lang, say
from mayoke.publish.show.visible import visible
from mayoke.publish.timeline_svg import svg
from mayoke.records.article import Article, Block, Citation, Para, Points, Section

_STYLE = (
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;line-height:1.8;color:#1f2430;"
    "font-family:'Hiragino Sans','Noto Sans JP','Yu Gothic','IPAexGothic',system-ui,sans-serif}"
    "h1{font-size:1.6rem;line-height:1.4}h2{font-size:1.2rem;margin-top:2rem}"
    "blockquote{border-left:4px solid #8a90a0;margin:0;padding:.2rem 1rem}"
    "figure{margin:0;overflow-x:auto}small,footer{color:#4a5163}"
)


def html(article: Article, lang: Lang) -> str:
    """The whole page. Every word of it is escaped; addresses are letters, not links."""
    title = _safe(say(article.title, lang))
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<article>\n<h1>{title}</h1>\n{''.join(_parts(article, lang))}</article>\n</main>\n"
        f"</body>\n</html>\n"
    )


def _parts(article: Article, lang: Lang) -> Iterator[str]:
    yield f"<p>{_safe(say(article.summary, lang))}</p>\n"
    contents = _safe(say(CONTENTS, lang))
    items = "".join(
        f'<li><a href="#{_safe(one.slug)}">{_safe(say(one.heading, lang))}</a></li>'
        for one in article.sections
    )
    yield f'<nav aria-label="{contents}"><h2>{contents}</h2><ol>{items}</ol></nav>\n'
    for section in article.sections:
        yield from _section(section, lang)
    if article.sources:
        listed = "".join(f"<li>{_safe(one)}</li>" for one in article.sources)
        yield f"<section><h2>{_safe(say(SOURCES, lang))}</h2><ul>{listed}</ul></section>\n"
    if article.comment:
        heading = _safe(say(COMMENT, lang).format(name=article.comment.name))
        words = "".join(f"<p>{_safe(one)}</p>" for one in article.comment.words.splitlines() if one)
        yield f"<aside><h2>{heading}</h2>{words}</aside>\n"
    yield f"<footer><p><small>{_safe(say(DRAWN, lang))}</small></p></footer>\n"


def _section(section: Section, lang: Lang) -> Iterator[str]:
    yield f'<section id="{_safe(section.slug)}"><h2>{_safe(say(section.heading, lang))}</h2>\n'
    yield from (_block(block, lang) for block in section.blocks)
    yield "</section>\n"


def _block(block: Block, lang: Lang) -> str:
    if isinstance(block, Para):
        return f"<p>{_safe(say(block.text, lang))}</p>\n"
    if isinstance(block, Points):
        name = "ol" if block.numbered else "ul"
        items = "".join(f"<li>{_safe(say(item, lang))}</li>" for item in block.items)
        return f"<{name}>{items}</{name}>\n"
    if isinstance(block, Citation):
        source = _safe(say(CITED, lang).format(source=say(block.source, lang)))
        return (
            f"<blockquote><p>{_safe(block.words)}</p><p><small>{source}</small></p></blockquote>\n"
        )
    return f"<figure>{svg(block.ja if lang == 'ja' else block.en)}</figure>\n"


def _safe(words: str) -> str:
    return escape(visible(words))
