"""Articles: every press as agreed, nothing live, nothing invented, nothing too long."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mayoke.breach.article import LONGEST, incident_article
from mayoke.publish.article.html import html
from mayoke.publish.article.length import length, squares
from mayoke.publish.article.post import MOST, post
from mayoke.publish.article.text import text
from mayoke.records.article import Article, Citation, Comment, Para, Points, Section
from mayoke.records.incident import Incident, Quote
from mayoke.records.verdict import Sentence
from tools.goldens import GOLDENS, LANGS, example, pressed

HOSTILE = '<script>x()</script> https://evil.example/ \u202egpj.exe {{7*7}} "on\x1b[31m'


def hostile() -> Article:
    words = Sentence(HOSTILE, HOSTILE)
    blocks = (Para(words), Points((words,)), Citation(HOSTILE, words))
    section = Section("a", words, blocks)
    return Article("x", words, words, None, (section,), (HOSTILE,), Comment(HOSTILE, HOSTILE))


@pytest.mark.parametrize("name", pressed())
def test_every_press_makes_what_was_agreed(name: str) -> None:
    stale = "run: python -m tools.goldens --accept, and read the difference"
    assert pressed()[name] == (GOLDENS / name).read_text(encoding="utf-8"), stale


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_of_a_stranger_is_live_in_the_page(lang: str) -> None:
    page = html(hostile(), "ja" if lang == "ja" else "en")
    tree = LexborHTMLParser(page)
    assert tree.css("script, img, iframe, link, form, object") == []
    assert all(str(a.attributes["href"]).startswith("#") for a in tree.css("a"))
    assert not any(name.startswith("on") for node in tree.css("*") for name in node.attributes)
    assert "\u202e" not in page and "\x1b" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_of_a_stranger_steers_the_manuscript(lang: str) -> None:
    made = text(hostile(), "ja" if lang == "ja" else "en")
    assert "\u202e" not in made and "\x1b" not in made


def test_the_contents_name_every_section_and_lead_there() -> None:
    tree = LexborHTMLParser(html(example(), "ja"))
    links = [str(a.attributes["href"]) for a in tree.css("nav a")]
    assert links == [f"#{one.slug}" for one in example().sections]
    assert all(tree.css(f'section[id="{link[1:]}"]') for link in links)
    assert len(tree.css("h1")) == 1


def test_an_empty_incident_says_that_nothing_is_stated() -> None:
    made = text(incident_article(Incident(), id="x", advice=()), "ja")
    assert made.count("記載がありません") >= 5


def test_a_citation_is_no_longer_than_it_needs() -> None:
    long = Quote("長い" * 400, 0, 800)
    article = incident_article(replace(Incident(), delay_reason=long), id="x", advice=())
    (cited,) = [
        block for one in article.sections for block in one.blocks if isinstance(block, Citation)
    ]
    assert len(cited.words) == LONGEST and cited.words.endswith("…")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("あいう", 3),
        ("あいう\nえ\n\n", 4),
        ("ab", 1),
        ("abc", 2),
        ("2026年", 3),
        ("ｱｲ", 1),
        ("", 0),
        ("あ  \n", 1),
        ("が", 1),
        ("か\u3099", 1),
    ],
)
def test_a_manuscript_is_counted_as_editors_count(words: str, count: int) -> None:
    assert length(words).characters == count


def test_the_fee_is_in_proportion() -> None:
    assert length("あ" * 200).fee == 3000
    assert length("あ" * 401).sheets == 2
    assert length("あ" * 100, rate=1000, per=400).fee == 250


@given(st.text(max_size=600), st.text(max_size=600))
def test_a_post_never_is_too_long(title: str, fact: str) -> None:
    section = Section("a", Sentence("件数", "How many"), (Para(Sentence(fact, fact)),))
    article = Article("x", Sentence(title, title), Sentence("", ""), None, (section,), ())
    for lang in LANGS:
        made = post(article, lang)
        assert squares(made) <= MOST
        assert "\n" not in made


def test_a_post_holds_no_address() -> None:
    assert "http" not in post(example(), "ja")
