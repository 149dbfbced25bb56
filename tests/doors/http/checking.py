"""What the tests of the Check page share: a client, what it was answered, and looking at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from httpx2 import Response
from selectolax.lexbor import LexborHTMLParser, LexborNode
from starlette.testclient import TestClient

from mayoke.doors.http.app import build
from mayoke.doors.http.settings import Settings

EXAMPLES = Path(__file__).parents[3] / "examples"
PHISHING = (EXAMPLES / "phishing.eml").read_bytes()
BASE = "http://testserver"
ATTRIBUTES_WITH_LINKS = ("href", "src", "action", "formaction", "data", "poster", "srcset", "ping")


@contextmanager
def visitor(**settings: Any) -> Iterator[TestClient]:
    """A client of a server with these settings, without a limit of requests."""
    told = Settings(hosts=("testserver",), rate=0, **settings)
    with TestClient(build(told), base_url=BASE) as client:
        yield client


def page(answer: Response) -> LexborHTMLParser:
    return LexborHTMLParser(answer.text)


def text(tree: LexborHTMLParser, wanted: str) -> str:
    found = tree.css_first(wanted)
    assert found is not None, wanted
    return " ".join(found.text().split())


def value(tree: LexborHTMLParser, name: str, within: str = "") -> str:
    found = tree.css_first(f'{within} input[name="{name}"]')
    return str(found.attributes.get("value") or "") if found is not None else ""


def check(
    client: TestClient, mail: bytes | str, lang: str = "ja", **fields: str
) -> LexborHTMLParser:
    prefix = "" if lang == "ja" else "/en"
    if isinstance(mail, str):
        answer = client.post(f"{prefix}/check", data={"text": mail, **fields})
    else:
        answer = client.post(f"{prefix}/check", data=fields, files={"file": ("a.eml", mail)})
    assert answer.status_code == 200
    return page(answer)


def nothing_live(tree: LexborHTMLParser, address: str) -> None:
    """Only our own script, pictures, styles and links; no attribute that does anything."""
    for node in tree.css("*"):
        at_home(node, address)
    assert not tree.css("iframe, object, embed, svg, math, base, video, audio, style, frame")
    assert [node.attributes.get("http-equiv") for node in tree.css("meta[http-equiv]")] == []
    assert len(tree.css("script")) == 1 and not text(tree, "script")
    assert len(tree.css("img")) == 1 and len(tree.css("h1")) == 1


def at_home(node: LexborNode, address: str) -> None:
    for name, target in node.attributes.items():
        assert not name.startswith("on") and name != "style"
        if name in ATTRIBUTES_WITH_LINKS:
            told = urlsplit(urljoin(BASE + address, target or ""))
            assert (told.scheme, told.netloc) == ("http", "testserver"), target
