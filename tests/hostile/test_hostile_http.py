"""200 hostile mails and requests against a real server: nothing runs, nothing is read, nobody dies."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.canary import Canary
from tests.hostile.hostile_mails import FILE_NAMES, PRODUCT, Hostile, mails
from tests.hostile.hostile_requests import bare, requests
from tests.hostile.live_html import live, unseen, words
from tests.hostile.sending import PAGES, Answer, Sender
from tools.serving import Serving, desk_key, ledger, serving

MEMORY_MB = 700
"""Of the larger worker, after everything; it judges mails of 25 MB, three at once."""
NOWHERE = Path("/srv/mayoke/canary")
POLICE = "a href='tel:110'"
"""The one number that the page for consultations itself offers to call."""
ORDINARY = b"From: a@example.com\nTo: b@example.jp\nSubject: hello\n\nSee you at noon.\n"


def families() -> dict[str, list[int]]:
    """Places in ``mails`` + ``requests``, by the first word of the name."""
    found = defaultdict(list)
    for at, item in enumerate([*mails(NOWHERE), *requests(NOWHERE)]):
        found[item.name.split()[0]].append(at)
    return dict(found)


FAMILIES = families()


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canary]:
    watched = Canary(tmp_path_factory.mktemp("canary"))
    yield watched
    watched.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    database = ledger(tmp_path_factory.mktemp("ledger") / "mayoke.db")
    with serving(database=database, desk=desk_key(), workers=2) as running:
        yield running


@pytest.fixture(scope="module")
def items(canary: Canary) -> list[Hostile]:
    return [*mails(canary.path), *requests(canary.path)]


def faults(answer: Answer) -> Iterator[str]:
    """What is wrong with an answer, whatever it answers."""
    if answer.status >= 500 and answer.status != 503:
        yield f"status {answer.status}"
    if "x-injected" in answer.headers or "set-cookie" in answer.headers:
        yield "a header that is none of ours"
    if "default-src 'none'" not in answer.headers.get("content-security-policy", ""):
        yield "no policy"
    if answer.headers.get("x-content-type-options") != "nosniff":
        yield "its type may be guessed"
    text = answer.body.decode()  # strictly: malformed UTF-8 is a fault
    if Canary.WORDS in text or "root:x:0" in text:
        yield "a file was read"
    if PRODUCT in text:
        yield "a template was worked out"
    if answer.kind == "text/html":
        yield from live(text)
        yield from unseen(words(text))
    elif answer.kind in {"application/json", "application/problem+json"}:
        json.loads(text)
    else:
        yield f"a {answer.kind}"


def test_there_are_two_hundred_of_them_and_they_are_always_the_same(items: list[Hostile]) -> None:
    assert len(items) + len(bare(1, NOWHERE)) >= 200
    assert len({item.name for item in items}) == len(items)
    again = {item.name: item.content for item in mails(NOWHERE) if "zip" not in item.name}
    once_more = {item.name: item.content for item in mails(NOWHERE)}
    assert again.items() <= once_more.items()  # a zip has the time in it


@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_family_comes_to_nothing(
    family: str, server: Serving, canary: Canary, items: list[Hostile]
) -> None:
    sender, workers = Sender(server.port), server.workers()
    wrong, stopped = [], 0
    for at in FAMILIES[family]:
        for answer, how in _put(sender, items[at], at):
            wrong += [
                f"{items[at].name} ({how}): {fault}"
                for fault in faults(answer)
                if fault != POLICE or items[at].kind != "consult"
            ]
            stopped += answer.status == 503
    assert not wrong, "\n".join(sorted(set(wrong))[:40])
    assert stopped <= (len(FAMILIES[family]) if family in {"heavy", "shape"} else 0)
    assert server.workers() == workers, "a worker died"
    assert server.resident() < MEMORY_MB
    assert not canary.opened()
    assert sender.post("/v1/check", ORDINARY, "message/rfc822").status == 200


def _put(sender: Sender, item: Hostile, at: int) -> Iterator[tuple[Answer, str]]:
    if item.kind in PAGES:
        name = FILE_NAMES[at % len(FILE_NAMES)] if at % 2 else "a.eml"
        yield sender.page(item, "en" if at % 3 == 0 else "ja", name), "page"
    if item.kind == "mail":
        yield sender.post("/v1/check", item.content, "message/rfc822"), "call"
    elif item.kind == "text":
        body = json.dumps({"text": item.content.decode("utf-8", "replace")}).encode()
        yield sender.post("/v1/check", body, "application/json"), "call"
    elif item.kind == "notice":
        yield sender.post("/v1/notice", item.content, "text/html"), "call"
    elif item.kind == "table":
        yield sender.post("/v1/affected", item.content, "text/csv"), "call"
    elif item.kind.startswith("/v1/"):
        yield sender.post(item.kind, item.content, "application/json"), "call"


@pytest.mark.parametrize("name", bare(1, NOWHERE))
def test_a_request_of_bad_manners_is_refused_or_answered(
    name: str, server: Serving, canary: Canary
) -> None:
    sender, workers = Sender(server.port), server.workers()
    got = sender.bare(bare(server.port, canary.path)[name])
    head = got.split(b"\r\n\r\n", 1)[0].decode("latin-1")
    assert not got or re.match(
        r"HTTP/1\.[01] (?:200|400|403|404|405|408|413|414|415|421|422|431) ", got.decode("latin-1")
    ), head
    assert "x-injected:" not in head.lower()
    assert b"<script>window" not in got
    assert "evil.example" not in head
    assert Canary.WORDS.encode() not in got
    assert b"root:x:0" not in got
    assert server.workers() == workers
    assert not canary.opened()
    assert sender.get("/healthz").status == 200


def test_the_canary_sings_when_it_is_touched(canary: Canary) -> None:
    canary.path.read_text(encoding="utf-8")
    assert canary.opened()
    assert not canary.opened()


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>", "<script src='//evil.example/a.js'></script>", "<p onclick=a>", "<p style=a>",
        "<a href='javascript:1'>", "<a href='//evil.example'>", "<a href='https://evil.example'>",
        "<img src=x>", "<img src='data:image/png,x'>", "<iframe>", "<svg>", "<base href=a>",
        "<meta http-equiv=refresh content=1>", "<form action='http://evil.example/'>",
        "<link rel=stylesheet href='http://evil.example/a.css'>", "<button formaction='//a'>",
        "<a href='./\\evil.example'>", "<template><b></b></template>",
    ],
)  # fmt: skip
def test_a_living_thing_in_a_page_is_seen(html: str) -> None:
    assert list(live("<!doctype html><p>x</p>" + html))
