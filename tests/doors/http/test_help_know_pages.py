"""The Help pages to look things up in: contacts with their hours, and pages of knowledge."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from mayoke.doors.http.pages.help import know as help_know
from mayoke.doors.http.pages.help import words as help_words
from mayoke.registry.help_load import load_help
from tests.doors.http.checking import page, text, visitor

REGISTRY = load_help()
NIGHT = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)  # Wednesday, 23:00 in Japan
DAY = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)  # Wednesday, 11:00 in Japan
LANGS = [("ja", ""), ("en", "/en")]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with visitor() as made:
        yield made


@pytest.fixture
def at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(help_know, "now", lambda: NIGHT)


def words_of(tree: LexborHTMLParser) -> str:
    return text(tree, "main")


@pytest.mark.usefixtures("at_night")
def test_at_night_a_closed_contact_says_so_and_when_it_opens(client: TestClient) -> None:
    ja = words_of(page(client.get("/help/contacts")))
    en = words_of(page(client.get("/en/help/contacts")))
    assert "2026年11月25日（水）23:00" in ja
    line = ja[ja.index("#9110") :]
    assert line.index("今は受付時間外です。次は11月26日（木）8:30から") < 60
    assert "Closed now. Opens Thu 26 Nov at 8:30" in en
    assert line.index("それまでは") < 200


def test_by_day_the_same_contact_is_open(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_know, "now", lambda: DAY)
    found = words_of(page(client.get("/help/contacts")))
    line = found[found.index("#9110") :]
    assert line.index("受付中（17:15まで）") < 60


def test_every_contact_stands_once_below_its_role(client: TestClient) -> None:
    tree = page(client.get("/help/contacts"))
    names = [one.text() for one in tree.css(".contact h3")]
    assert sorted(names) == sorted(c.name.ja for c in REGISTRY.contacts.values())
    live = {unescape(str(one.attributes["href"])) for one in tree.css(".contact a")}
    doubted = {c.url for c in REGISTRY.contacts.values() if "url" in c.uncertain}
    assert doubted and not live & doubted
    phones = {c.phone for c in REGISTRY.contacts.values() if c.phone}
    assert {one[4:].replace("%23", "#") for one in live if one.startswith("tel:")} == phones


@pytest.mark.parametrize(("lang", "prefix"), LANGS)
def test_every_page_of_knowledge_is_listed_and_opens(
    client: TestClient, lang: str, prefix: str
) -> None:
    listing = page(client.get(f"{prefix}/help/know"))
    links = [str(one.attributes["href"]) for one in listing.css(".topics a")]
    assert len(links) == len(REGISTRY.knowledge)
    for link, told in zip(links, REGISTRY.knowledge.values(), strict=True):
        answer = client.get(f"{prefix}/help/{link.removeprefix('./')}")
        tree = page(answer)
        assert text(tree, "h1") == getattr(told.title, lang)
        found = words_of(tree)
        for section in told.sections:
            sentences = (section.heading, *section.paragraphs, *section.points)
            assert all(getattr(one, lang) in found for one in sentences)
        assert "japan-facts" not in found and "study:" not in found


def test_an_unknown_page_of_knowledge_is_not_found(client: TestClient) -> None:
    assert client.get("/help/know/nothing").status_code == 404


def test_sources_are_named_without_the_way_they_were_found() -> None:
    found = help_words.sources_of(
        ("study: x §1 (Police; Bank)", "study: x §2", "study: x §3 (securities)", "Act 12")
    )
    assert found == ("Police; Bank", "Act 12")


@pytest.mark.parametrize("path", ["/help", "/help/contacts", "/help/know", "/help/know/passkeys"])
def test_pages_in_japanese_and_english_link_to_each_other_relatively(
    client: TestClient, path: str
) -> None:
    for shown, other in ((path, f"/en{path}"), (f"/en{path}", path)):
        answer = client.get(shown)
        switch = page(answer).css_first(".switch")
        assert switch is not None
        told = str(switch.attributes["href"])
        assert re.match(r"\.\.?/", told) or told.startswith("./")
        assert str(answer.url.copy_with(path=other)) == str(answer.url.join(told))
