"""The consultation pages: handing in, reading, adding, erasing; nothing readable is kept."""

import asyncio
import base64
import logging
import re
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from mayoke.doors.http.pages.consult import pages as consult
from mayoke.doors.http.settings import Settings
from mayoke.doors.http.site import make_site, now
from mayoke.help.consultation import desk
from mayoke.records.consultation import Consultation
from mayoke.store.connect import Store
from mayoke.store.opening import open_store
from tests.apart import run_apart
from tests.doors.http.checking import PHISHING, page, text, value, visitor
from tests.help.desks import DAY, IDENTITY, KEY, NOON

STORY = "となりの人に勧められて\n3万円を払いました。"
NASTY = '</textarea><script>alert(1)</script><a href="https://bad.example/">x</a>{{7*7}}\u202e'
PUBLIC = KEY.public[0]


@contextmanager
def site(database: str, **other: Any) -> Iterator[TestClient]:
    with visitor(database=database, desk_key=PUBLIC, **other) as client:
        yield client


@contextmanager
def kept(database: str) -> Iterator[Store]:
    store = open_store(database)
    try:
        yield store
    finally:
        store.close()


def hand_in(client: TestClient, prefix: str = "", **fields: Any) -> Response:
    told = {"story": STORY, "deed": "hand_in", **fields}
    files = {"mail": ("a.eml", PHISHING)}
    return client.post(f"{prefix}/help/consult", data=told, files=files)


def code_of(answer: Response) -> str:
    assert answer.status_code == 200
    return text(page(answer), ".code").replace(" ", "")


def read(database: str, number: str) -> Consultation:
    with kept(database) as store:
        return desk.read(store, IDENTITY, number, who="ann", now=now())


def thread(client: TestClient, code: str, prefix: str = "") -> LexborHTMLParser:
    answer = client.post(f"{prefix}/help/consult/open", data={"code": code})
    assert answer.status_code == 200
    return page(answer)


def test_what_is_handed_in_reaches_the_desk_with_the_verdict(database: str) -> None:
    with site(database) as client:
        answer = hand_in(
            client, "/en", situations=["card", "paid_bank"], contact="a@example.jp", text="SMS"
        )
    tree = page(answer)
    assert re.fullmatch(r"([0-9A-Z]{5}-){5}[0-9A-Z]{5}", code_of(answer))
    number = text(tree, "li .nowrap")
    assert re.fullmatch(r"K-[0-9A-Z]{5}", number)
    said = read(database, number).said[0].content
    assert (said.story.replace("\r", ""), said.mail, said.text) == (STORY, PHISHING, "SMS")
    assert (said.situations, said.contact) == (("card", "paid_bank"), "a@example.jp")
    assert (said.verdict, said.lang) == ("scam phishing", "en")


def test_nothing_of_it_can_be_read_in_the_files_of_the_database(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/kept.db"
    with site(address) as client:
        code = code_of(hand_in(client, contact="0312345678"))
        thread(client, code)
        files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
        assert b"consultation" in files and len(files) > len(PHISHING)
        plain = code.replace("-", "")
        for secret in (STORY, STORY[:11], "0312345678", "三井住友", code, plain, plain[8:]):
            assert secret.encode() not in files
        assert PHISHING[:40] not in files and base64.b64encode(PHISHING)[:40] not in files


def test_the_code_is_in_no_address_and_no_log(
    database: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with site(database) as client:
        answer = hand_in(client)
        code = code_of(answer)
        answers = [
            answer,
            client.post("/help/consult/open", data={"code": code}),
            client.post("/help/consult/add", data={"code": code, "story": "もう一つ"}),
            client.post("/help/consult/erase", data={"code": code, "sure": "yes"}),
        ]
    for one in answers:
        assert one.status_code == 200 and one.headers["cache-control"] == "no-store"
        assert not {"location", "set-cookie", "refresh", "link"} & set(one.headers)
        links = page(one).css("[href], [src], [action]")
        assert links and not any(code[:5] in str(node.attributes) for node in links)
    assert code not in caplog.text and code[:11] not in caplog.text


def test_the_answer_of_the_desk_is_read_with_the_code_however_it_is_typed(database: str) -> None:
    with site(database) as client:
        code = code_of(hand_in(client))
        before = thread(client, code)
        assert "返事を待っています" in text(before, "main") and STORY[:11] in text(before, "main")
        number = text(before, "h1 .nowrap")
        with kept(database) as store:
            desk.answer(store, IDENTITY, number, f"銀行へ {NASTY}", who="ann", now=now())
        after = thread(client, f" {code.lower().replace('-', '−')} ", "/en")
    assert "The desk has answered" in text(after, "main")
    assert "銀行へ </textarea><script>" in text(after, ".entry.desk")
    assert len(after.css("script")) == 1 and not after.css('a[href^="http"]')
    assert "‹U+202E›" in text(after, ".entry.desk")


def test_a_word_and_a_mail_are_added(database: str) -> None:
    with site(database) as client:
        code = code_of(hand_in(client))
        told = {"code": code, "story": "あとで届きました"}
        files = {"mail": ("b.eml", b"From: a@example.com\r\n\r\nx")}
        answer = client.post("/help/consult/add", data=told, files=files)
        tree = page(answer)
        assert "書き足しました" in text(tree, "[role=status]")
        assert "あとで届きました" in text(tree, "main")
        assert text(tree, "#story") == ""
        number = text(tree, "h1 .nowrap")
    assert read(database, number).said[1].content.mail.startswith(b"From: a@")


def test_an_empty_word_is_not_added_and_the_consultation_stays_in_view(database: str) -> None:
    with site(database) as client:
        code = code_of(hand_in(client))
        answer = client.post("/help/consult/add", data={"code": code, "story": "  "})
    assert answer.status_code == 422
    assert "まだ何も書かれていません" in text(page(answer), "[role=alert]")
    assert STORY[:11] in text(page(answer), "main")


def test_erasing_asks_for_the_tick_and_then_nothing_is_left(database: str) -> None:
    with site(database) as client:
        code = code_of(hand_in(client))
        not_sure = client.post("/help/consult/erase", data={"code": code})
        assert not_sure.status_code == 422
        assert "印を付けて" in text(page(not_sure), "[role=alert]")
        assert STORY[:11] in text(thread(client, code), "main")
        gone = client.post("/help/consult/erase", data={"code": code, "sure": "yes"})
        assert "消しました" in text(page(gone), "h1")
        after = client.post("/help/consult/open", data={"code": code})
        unknown = client.post("/help/consult/open", data={"code": OTHER})
    with kept(database) as store:
        assert desk.listing(store, now()) == []
    assert after.status_code == unknown.status_code == 404
    told = [text(page(one), "[role=alert]") for one in (after, unknown)]
    assert told[0] == told[1] and "見つかりません" in told[0]
    assert value(page(after), "code") == code


OTHER = "00000-00000-00000-00000-00000-00000"


def test_a_mail_that_was_checked_is_carried_into_the_form_and_from_there_to_the_desk(
    database: str,
) -> None:
    with site(database) as client:
        carried = {"again": base64.b64encode(PHISHING).decode()}
        form = client.post("/help/consult", data=carried)
        tree = page(form)
        assert form.status_code == 200 and value(tree, "again") == carried["again"]
        with kept(database) as store:
            assert desk.listing(store, now()) == []
        told = {"story": "これです", "deed": "hand_in", **carried}
        code = code_of(client.post("/help/consult", data=told))
        number = text(thread(client, code), "h1 .nowrap")
        left = code_of(client.post("/help/consult", data=told | {"without_mail": "yes"}))
        without = text(thread(client, left), "h1 .nowrap")
    assert read(database, number).said[0].content.mail == PHISHING
    assert read(database, without).said[0].content.mail == b""


def test_words_that_were_checked_come_into_the_field_for_messages(database: str) -> None:
    with site(database) as client:
        told = {"again": base64.b64encode(NASTY.encode()).decode(), "pasted": "1"}
        tree = page(client.post("/help/consult", data=told))
    field = tree.css_first("textarea#text")
    assert field is not None and field.text() == NASTY
    assert len(tree.css("script")) == 1


def test_what_has_expired_is_purged_by_the_server_itself(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consult, "now", lambda: NOON)
    with site(database, retention_days=3) as client:
        code = code_of(hand_in(client))
        monkeypatch.setattr(consult, "now", lambda: NOON + 4 * DAY)
        assert client.post("/help/consult/open", data={"code": code}).status_code == 404
    running = make_site(Settings(database=database, desk_key=PUBLIC))

    async def an_hour_at_once() -> None:
        stopping = asyncio.Event()
        waits: list[float] = []

        async def waited(coming: Coroutine[object, object, bool], seconds: float) -> None:
            coming.close()
            waits.append(seconds)
            stopping.set()
            raise TimeoutError

        monkeypatch.setattr(asyncio, "wait_for", waited)
        await consult.purge_until(running, stopping)
        assert waits == [timedelta(hours=1).total_seconds()]

    run_apart(an_hour_at_once())
    running.close()
    with kept(database) as store:
        told = [line.deed for line in desk.access_log(store, NOON + 4 * DAY)]
    assert told.count("expired") == 1


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_form_says_what_is_kept_and_promises_nothing(database: str, prefix: str) -> None:
    with site(database, retention_days=31) as client:
        told = text(page(client.get(f"{prefix}/help/consult")), "main")
        loaded_again = client.get(f"{prefix}/help/consult/add")
    assert "31" in told and "110" in told
    assert ("お約束できません" if prefix == "" else "cannot be promised") in told
    assert page(loaded_again).css_first("input#code") is not None


def test_a_plan_brings_its_situations_into_the_form(database: str) -> None:
    with site(database) as client:
        tree = page(client.post("/help/consult", data={"situations": ["card", "sidejob"]}))
    assert [one.attributes["value"] for one in tree.css("input[checked]")] == ["card", "sidejob"]
    assert tree.css_first("form details[open]") is not None
