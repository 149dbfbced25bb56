"""The consultation pages where something is wrong: nothing typed is lost, and it is told plainly."""

import base64

import pytest

from mayoke.doors.http.pages.check.content import CARRIED
from mayoke.help.consultation import visitor as deeds
from mayoke.records.errors import StoreUnreachable
from tests.doors.http.checking import PHISHING, page, text, value, visitor
from tests.doors.http.test_consult_pages import NASTY, OTHER, STORY, code_of, hand_in, site


def test_a_mistyped_code_is_told_apart_and_stays_in_the_field(database: str) -> None:
    with site(database) as client:
        code = code_of(hand_in(client))
        wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
        answers = [
            client.post(f"/en/help/consult/{deed}", data={"code": wrong, "story": "x", "sure": "1"})
            for deed in ("open", "add", "erase")
        ]
    for answer in answers:
        assert answer.status_code == 422
        assert "look at it again" in text(page(answer), "[role=alert]")
        assert value(page(answer), "code") == wrong


def test_nothing_that_was_typed_is_lost_when_it_cannot_be_taken(database: str) -> None:
    long = NASTY + "あ" * 20_000
    with site(database) as client:
        answer = hand_in(client, story=long, contact="夜に", text="SMS", situations=["card"])
    tree = page(answer)
    assert answer.status_code == 422 and "長すぎます" in text(tree, "[role=alert]")
    field = tree.css_first("textarea#story")
    assert field is not None and field.text().startswith(NASTY) and len(field.text()) == 20_001
    assert (value(tree, "contact"), text(tree, "textarea#text")) == ("夜に", "SMS")
    assert [one.attributes["value"] for one in tree.css("input[checked]")] == ["card"]
    assert base64.b64decode(value(tree, "again")) == PHISHING


def test_a_large_mail_that_cannot_be_carried_is_asked_for_again(database: str) -> None:
    with site(database) as client:
        told = {"story": "あ" * 20_001, "deed": "hand_in"}
        large = {"mail": ("a.eml", b"x" * (CARRIED + 1))}
        tree = page(client.post("/help/consult", data=told, files=large))
    assert value(tree, "again") == "" and "もう一度選んで" in text(tree, "main")


def test_handing_in_nothing_says_what_is_missing(database: str) -> None:
    with site(database) as client:
        answer = client.post("/en/help/consult", data={"deed": "hand_in", "again": "%%%"})
    assert answer.status_code == 422
    assert "nothing to hand in yet" in text(page(answer), "[role=alert]")


@pytest.mark.parametrize("settings", [{}, {"database": "sqlite:////nowhere/x.db"}])
def test_without_a_desk_the_pages_say_so_and_name_the_official_contacts(
    settings: dict[str, str],
) -> None:
    with visitor(**settings) as client:
        answers = [
            client.get("/help/consult"),
            client.get("/help/consult/open"),
            client.post("/help/consult", data={"story": "x", "deed": "hand_in"}),
            client.post("/help/consult/open", data={"code": OTHER}),
            client.post("/help/consult/add", data={"code": OTHER, "story": "x"}),
        ]
    for answer in answers:
        assert answer.status_code == 200
        told = text(page(answer), "main")
        assert "相談をお預かりしていません" in told and "#9110" in told


def test_a_store_that_fails_is_told_and_what_was_typed_stays(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object, **__: object) -> None:
        raise StoreUnreachable("no")

    for verb in ("hand_in", "ask", "add", "erase"):
        monkeypatch.setattr(deeds, verb, down)
    with site(database) as client:
        answer = hand_in(client)
        others = [
            client.post(f"/help/consult/{deed}", data={"code": OTHER, "sure": "1"})
            for deed in ("open", "add", "erase")
        ]
    field = page(answer).css_first("textarea#story")
    assert answer.status_code == 503 and field is not None
    assert field.text().replace("\r", "") == STORY
    assert {one.status_code for one in others} == {503}
    assert all(value(page(one), "code") == OTHER for one in others)


def test_a_line_break_counts_as_one_character_as_it_does_in_the_browser(database: str) -> None:
    with site(database) as client:
        code_of(hand_in(client, story="あ\r\n" * 10_000))
