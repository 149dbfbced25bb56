"""Forwards: the inner message is the one to judge."""

import pytest

from mayoke.mail.read.read import read
from mayoke.records.gap import Gap
from mayoke.records.message import Message
from tests.mail.read.build import mail, mixed, multipart, part

INNER = mail(
    "カードを止めました https://login.example/",
    "From: カード <card@shop.example>",
    "Subject: 重要なお知らせ",
    "Message-ID: <1@shop.example>",
    "Content-Type: text/plain; charset=utf-8",
)
ME = ("From: Aoki <aoki@home.example>", "To: help@desk.example")


def attached(*parts: bytes, subject: str = "Fwd: x", kind: str = "mixed") -> Message:
    return read(mixed(*parts, kind=kind, fields=(*ME, f"Subject: {subject}")))


def check_offsets(message: Message) -> None:
    texts = {body.part: body.text for body in message.bodies}
    assert len(texts) == len(message.bodies)
    for link in message.links:
        assert texts[link.text_part][link.start : link.end] == link.shown


@pytest.mark.parametrize(
    "subject", ["Fwd: x", "FW: x", "転送: x", "転送：x", "[list] Fw: x", "怪しいメール"]
)
def test_an_attached_message_is_opened(subject: str) -> None:
    message = attached(
        part("text/plain", "見てください"), part("message/rfc822", INNER), subject=subject
    )
    assert message.unwrapped == "attached"
    assert message.carrier == "aoki@home.example"
    assert message.subject == "重要なお知らせ"
    assert message.message_id == "1@shop.example"
    assert [body.part for body in message.bodies] == ["1:text"]
    assert message.links[0].part == "1:link:1"
    assert message.parts == (("1", "text/plain"),)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("application/octet-stream; name=a.eml", ("Content-Disposition: attachment",)),
        ("text/plain", ("Content-Disposition: attachment; filename=mail.EML",)),
        ("application/x-eml", ()),
    ],
)
def test_an_eml_file_is_opened(kind: str, fields: tuple[str, ...]) -> None:
    message = attached(part("text/plain", "FYI"), part(kind, INNER, *fields))
    assert (message.unwrapped, message.subject) == ("attached", "重要なお知らせ")


def test_a_message_that_is_nothing_but_an_attached_one() -> None:
    message = read(mail(INNER, *ME, "Content-Type: message/rfc822"))
    assert (message.unwrapped, message.subject) == ("attached", "重要なお知らせ")


def test_a_report_of_delivery_stays_as_it_is() -> None:
    parts = (part("text/plain", "not delivered"), part("message/rfc822", INNER))
    assert attached(*parts, kind="report").unwrapped == "none"
    system = ("From: MAILER-DAEMON@mx.example", "Subject: failed")
    assert read(mixed(*parts, fields=system)).unwrapped == "none"
    empty_path = ("Return-Path: <>", *ME, "Subject: failed")
    assert read(mixed(*parts, fields=empty_path)).unwrapped == "none"


def test_a_digest_stays_as_it_is() -> None:
    assert attached(part("", INNER), kind="digest").unwrapped == "none"


def test_much_own_text_without_a_subject_that_says_so_is_no_forward() -> None:
    parts = (part("text/plain", "word " * 400), part("message/rfc822", INNER))
    message = attached(*parts, subject="Report")
    assert message.unwrapped == "none"
    assert [(item.part, item.content_type) for item in message.attachments] == [
        ("2", "message/rfc822")
    ]


def test_of_several_messages_the_first_is_opened() -> None:
    second = mail("second", "From: b@x.example", "Subject: b")
    message = attached(part("message/rfc822", INNER), part("message/rfc822", second))
    assert message.subject == "重要なお知らせ"
    assert Gap("attached-message", "attachment-not-opened") in message.gaps


def test_a_forward_within_forwards_is_opened_up_to_five_levels() -> None:
    data = INNER
    for level in range(8):
        fields = (f"From: p{level}@home.example", f"Subject: Fwd: {level}")
        kind, body = multipart([part("message/rfc822", data)], boundary=f"b{level}x")
        data = mail(body, *fields, f"Content-Type: {kind}")
    message = read(data)
    assert message.subject == "Fwd: 2"
    assert message.carrier == "p7@home.example"


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        ("見てください", 0),
        ("こちらも見てください https://lure.example/", 1),
        ("長い前置き" * 50, 1),
    ],
)
def test_a_lure_beside_the_attached_message_is_kept(own: str, kept: int) -> None:
    message = attached(part("text/plain; charset=utf-8", own), part("message/rfc822", INNER))
    assert [body.part for body in message.bodies[1:]] == ["carrier:1:text"] * kept
    targets = [link.target for link in message.links if link.part.startswith("carrier:")]
    assert targets == (["https://lure.example/"] if "lure" in own else [])
    check_offsets(message)


GMAIL = "---------- Forwarded message ---------\nFrom: カード <card@shop.example>\nDate: Mon, 1 Jan 2026 at 10:00\nSubject: 重要なお知らせ\nTo: <aoki@home.example>\n\n\n"
INLINE = {
    "gmail": GMAIL,
    "gmail, japanese": GMAIL.replace("From:", "差出人:"),
    "gmail, all japanese": "---------- 転送メッセージ ----------\nFrom: カード <card@shop.example>\n日付: 2026年1月1日\n件名: 重要なお知らせ\nTo: aoki@home.example\n\n",
    "apple": "Begin forwarded message:\n\nFrom: カード <card@shop.example>\nSubject: 重要なお知らせ\nDate: January 1, 2026\nTo: aoki@home.example\n\n",
    "apple, japanese": "転送されたメッセージ:\n\n差出人: カード <card@shop.example>\n件名: 重要なお知らせ\n日付: 2026年1月1日 10:00:00 JST\n宛先: aoki@home.example\n\n",
    "iphone, japanese": "転送されたメッセージ：\n\n> 送信元: カード <card@shop.example>\n> 日時: 2026年1月1日 10:00:00 JST\n> 宛先: aoki@home.example\n> 件名: 重要なお知らせ\n> \n",
    "thunderbird": "-------- Forwarded Message --------\nSubject: 重要なお知らせ\nDate: Mon, 1 Jan 2026\nFrom: カード <card@shop.example>\nTo: aoki@home.example\n\n",
    "thunderbird, japanese": "-------- 転送メッセージ --------\n件名: \t重要なお知らせ\n日付: \tMon, 1 Jan 2026\n差出人: \tカード <card@shop.example>\n宛先: \taoki@home.example\n\n",
    "yahoo": "----- Forwarded Message -----\n> From: カード <card@shop.example>\n> To: aoki@home.example\n> Date: 2026/1/1\n> Subject: 重要なお知らせ\n> \n",
    "markers of stars": "******** Forwarded message ********\n*From:* カード <card@shop.example>\n*Subject:* 重要なお知らせ\n\n",
    "wrapped": "---------- Forwarded message ---------\nFrom: カード <card@shop.example>\nTo: aoki@home.example, b@home.example,\n c@home.example\nSubject: 重要なお知らせ\n\n",
    "value on its own line": "Begin forwarded message:\n\nFrom:\nカード <card@shop.example>\nSubject:\n重要なお知らせ\n\n",
}
ONLY_WITH_SUBJECT = {
    "outlook": "-----Original Message-----\nFrom: カード <card@shop.example>\nSent: Monday, January 1, 2026 10:00\nTo: Aoki\nSubject: 重要なお知らせ\n\n",
    "outlook, japanese": "-----元のメッセージ-----\n差出人: カード <card@shop.example>\n送信日時: 2026年1月1日 10:00\n宛先: Aoki\n件名: 重要なお知らせ\n\n",
    "outlook, mixed": "-----Original Message-----\n差出人: カード <card@shop.example>\n送信日時: 2026年1月1日 10:00\n宛先: Aoki\n件名: 重要なお知らせ\n\n",
    "outlook, no marker": "________________________________\n差出人: カード <card@shop.example>\n送信日時: 2026年1月1日 10:00\n宛先: Aoki <aoki@home.example>\n件名: 重要なお知らせ\n\n",
    "outlook, mailto": "From: カード [mailto:card@shop.example]\nSent: Monday\nTo: Aoki\nSubject: 重要なお知らせ\n\n",
    "docomo": "---- Original Message ----\n>From: カード <card@shop.example>\n>Date: 2026/01/01\n>Subject: 重要なお知らせ\n\n",
}
BODY = "カードを止めました https://login.example/ まで"


def inline(block: str, subject: str = "Fwd: x", front: str = "見てください\n\n") -> Message:
    return read(
        mail(
            front + block + BODY,
            *ME,
            f"Subject: {subject}",
            "Content-Type: text/plain; charset=utf-8",
        )
    )


def check_inner(message: Message) -> None:
    assert message.unwrapped == "inline"
    assert message.carrier == "aoki@home.example"
    assert message.subject == "重要なお知らせ"
    assert [(box.name, box.address, box.part) for box in message.from_] == [
        ("カード", "card@shop.example", "header:From")
    ]
    assert [(body.part, body.text) for body in message.bodies] == [("1:forwarded", BODY)]
    assert [link.target for link in message.links] == ["https://login.example/"]
    assert message.message_id == ""
    assert message.header("Received") is None
    check_offsets(message)


@pytest.mark.parametrize("block", INLINE.values(), ids=INLINE.keys())
@pytest.mark.parametrize("subject", ["Fwd: x", "これは本物ですか"])
def test_a_marked_forward_is_opened(block: str, subject: str) -> None:
    check_inner(inline(block, subject))


@pytest.mark.parametrize("block", ONLY_WITH_SUBJECT.values(), ids=ONLY_WITH_SUBJECT.keys())
def test_a_copied_header_counts_when_the_subject_says_forward(block: str) -> None:
    check_inner(inline(block))
    for subject in ("Re: x", "x", "RE: 転送の件"):
        assert inline(block, subject).unwrapped == "none"


def test_an_answer_with_a_quoted_forward_is_no_forward() -> None:
    quoted = "".join(f"> {line}\n" for line in GMAIL.splitlines())
    assert inline(quoted, "Re: Fwd: x").unwrapped == "none"
    assert inline(GMAIL, "Re: x").unwrapped == "inline"


@pytest.mark.parametrize(
    "text",
    [
        "転送します。\n",
        "Please see the forwarded message below.\n",
        "---------- Forwarded message ---------\nno header follows\n",
        "---------- Forwarded message ---------\nSubject: no sender\nDate: now\n",
    ],
)
def test_words_alone_are_no_forward(text: str) -> None:
    assert inline(text).unwrapped == "none"


def test_much_own_text_is_no_forward() -> None:
    assert inline(GMAIL, front="前置き。" * 400 + "\n").unwrapped == "none"


def test_a_lure_before_the_copied_header_is_kept() -> None:
    front = "まずこちら https://lure.example/ を開いてください\n"
    message = inline(GMAIL, front=front)
    assert [(body.part, body.text) for body in message.bodies] == [
        ("1:forwarded", BODY),
        ("1:carrying", front),
    ]
    assert [(link.part, link.text_part) for link in message.links] == [
        ("1:link:2", "1:forwarded"),
        ("1:link:1", "1:carrying"),
    ]
    check_offsets(message)


def test_a_page_is_cut_at_the_copied_header_and_its_links_keep_their_places() -> None:
    page = (
        "<div>見て <a href='mailto:aoki@home.example'>aoki</a></div><br>"
        "<div>---------- Forwarded message ---------<br>差出人: <b>カード</b>"
        " &lt;<a href='mailto:card@shop.example'>card@shop.example</a>&gt;<br>Date: 2026年1月1日<br>"
        "Subject: 重要なお知らせ<br>To: &lt;aoki@home.example&gt;<br></div><br><br>"
        "<p>カードを止めました</p><a href='https://login.example/'>手続き</a>"
    )
    message = read(mail(page, *ME, "Subject: Fwd: x", "Content-Type: text/html; charset=utf-8"))
    assert message.unwrapped == "inline"
    assert message.from_[0].address == "card@shop.example"
    assert message.subject == "重要なお知らせ"
    assert message.bodies[0].part == "1:forwarded"
    assert message.bodies[0].text.startswith("カードを止めました")
    assert [(link.target, link.shown) for link in message.links] == [
        ("https://login.example/", "手続き")
    ]
    check_offsets(message)


def test_a_forward_inside_a_forward_is_opened() -> None:
    block = GMAIL.replace("Subject: 重要なお知らせ", "Subject: Fwd: 中身").replace(
        "card@", "friend@"
    )
    message = inline(block + GMAIL)
    assert message.from_[0].address == "card@shop.example"
    assert message.carrier == "aoki@home.example"
    assert [body.part for body in message.bodies] == ["1:forwarded"]
    check_offsets(message)
