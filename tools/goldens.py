"""What every press makes of the example notice: ``python -m tools.goldens --accept`` writes it.

Read the difference before you commit it.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from mayoke import pipeline
from mayoke.breach.article import incident_article
from mayoke.help.leak_advice import leak_advice
from mayoke.publish.article.html import html
from mayoke.publish.article.post import post
from mayoke.publish.article.text import text
from mayoke.records.article import Article, Comment

ROOT = Path(__file__).resolve().parent.parent
GOLDENS = ROOT / "tests" / "publish" / "goldens"
LANGS: tuple[Literal["ja", "en"], ...] = ("ja", "en")


def example() -> Article:
    """The article on the example notice."""
    reading = pipeline.read_notice((ROOT / "examples" / "notice.txt").read_bytes())
    incident = reading.incidents[0]
    return incident_article(
        incident,
        id="2024-0001",
        advice=leak_advice(incident),
        sources=("https://www.example.co.jp/notice.html",),
        comment=Comment("青葉", "明細は、月に一度は見たいものです。"),
    )


def pressed() -> Mapping[str, str]:
    """File names and what they hold."""
    article = example()
    made = {}
    for lang in LANGS:
        made[f"article-{lang}.html"] = html(article, lang)
        made[f"manuscript-{lang}.txt"] = text(article, lang)
        made[f"post-{lang}.txt"] = post(article, lang) + "\n"
    return made


if __name__ == "__main__":
    if sys.argv[1:] != ["--accept"]:
        sys.exit(__doc__)
    GOLDENS.mkdir(exist_ok=True)
    for name, content in pressed().items():
        (GOLDENS / name).write_text(content, encoding="utf-8")
