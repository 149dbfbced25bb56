import hashlib
from base64 import urlsafe_b64encode
from urllib.parse import quote

import pytest

from mayoke.mail.check import verdict
from mayoke.mail.redact.redact import redact
from mayoke.mail.redact.render import as_text
from mayoke.records.known import Known
from tests.mail.redact.specimens import mail

ME = "hanako.sagara@example.jp"


def redacted(body: str, **more: object) -> str:
    return as_text(redact(mail(body, **more)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("相良 花子 様", "花子"),
        ("相良花子様、本日もありがとうございます。", "相良"),
        ("Dear Hanako Sagara,", "Sagara"),
        ("ＨＡＮＡＫＯ ＳＡＧＡＲＡ 様", "ＳＡＧＡＲＡ"),
        ("やまだ たろう 様", "たろう"),
        ("やまだ たろうさま", "たろう"),
        ("鷺沼\u200b 梅子殿", "梅子"),
        ("鷺沼 修一様", "修一"),
        ("サギヌマ・ウメコさま", "サギヌマ"),
        ("https://login.example.net/c/S99szydgigez/index.php", "S99szydgigez"),
        ("口座名義：ｻｻｸﾗ ﾐﾉﾘ", "ﾐﾉﾘ"),
        ("お届け先は山田太郎と承りました。", "山田太郎"),
        ("ご登録の電話番号：０９０－１２３４－５６７８", "１２３４"),
        ("電話番号 +81 90 1234 5678", "1234"),
        ("ご住所：東京都千代田区丸の内1-2-3 ハイツ桜201", "丸の内"),
        ("横浜市中区本町四丁目五番六号にお届けします。", "本町"),
        ("1-2-3 Marunouchi, Chiyoda-ku, Tokyo", "Marunouchi"),
        ("カード 4111 1111 1111 1111 のご利用", "1111"),
        ("お客様番号\n77120438", "77120438"),
        ("会員番号は KY-4471 です。", "4471"),
        ("口座番号：普通 7654321", "7654321"),
    ],
)
def test_what_is_personal_goes(line: str, gone: str) -> None:
    assert gone not in redacted(f"{line}\nカードのご利用を制限しました。")


@pytest.mark.parametrize(
    "line",
    [
        "お客様のカードのご利用を一時的に制限しました。",
        "皆様、会員様、お得意様へのお知らせです。",
        "合計 1,234,567円を2026年11月19日までにお支払いください。",
        "お問い合わせ: 0120-000-000",
        "ビットコイン 1BoatSLRHtKNngkdXEeobR76b53LETtpyT へ送金してください。",
        "24時間以内に手続きしてください。",
    ],
)
def test_the_words_of_the_scam_stay(line: str) -> None:
    assert line in redacted(line)


@pytest.mark.parametrize(
    "token",
    [
        hashlib.md5(ME.encode()).hexdigest(),
        hashlib.sha256(ME.encode()).hexdigest(),
        urlsafe_b64encode(ME.encode()).decode(),
        quote(ME, safe=""),
        ME.encode().hex(),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "https://evil.example.net/a/{}",
        "https://evil.example.net/?x={}",
        "https://evil.example.net/login#{}",
    ],
)
def test_a_link_keeps_its_host_and_loses_the_reader(form: str, token: str) -> None:
    text = redacted(form.format(token))
    assert "hxxps://evil[.]example[.]net/" in text
    assert token not in text
    assert "https://" not in text


def test_letters_of_a_name_in_tags_of_their_own_are_still_a_name() -> None:
    text = redacted(
        "<p><b>佐</b><i>々倉</i> 実乃里 様</p><p>佐<b>々</b>倉実乃里さま</p>", html=True
    )
    assert "倉" not in text
    assert "実乃里" not in text


def test_one_person_has_one_stand_in_in_subject_and_text() -> None:
    text = redacted("佐々倉実乃里 様\nこんにちは。", subject="佐々倉 実乃里様へ")
    assert "Subject: ●●様へ" in text
    assert "●● 様" in text


def test_the_address_has_one_stand_in_in_every_case_of_letters() -> None:
    text = redacted(f"{ME} 様\n{ME.upper()} へ送りました。")
    assert text.count("recipient-1@example.jp") == 3


def test_a_name_that_only_the_user_told_goes_too() -> None:
    known = Known(names=frozenset({"桐ヶ崎 ましろ"}))
    text = as_text(redact(mail("本日、桐ヶ崎ましろの件で連絡します。"), known))
    assert "ましろ" not in text


def test_traces_in_headers_and_message_ids_are_not_shown() -> None:
    more = (
        "Message-ID: <8f3a77120438@evil.example.net>\nX-Campaign: 77120438\n"
        "Received: from a by mx.example.jp for <hanako.sagara@example.jp>; Thu, 19 Nov 2026 07:42:11 +0900\n"
    )
    result = redact(mail("こんにちは。", more=more))
    for part in result.parts:
        assert "77120438" not in part.text
        assert "hanako" not in part.text


def test_the_senders_own_address_stays_defanged() -> None:
    assert "info@evil[.]example[.]net" in redacted("こんにちは。")


def test_an_address_of_the_recipient_as_sender_is_the_recipients() -> None:
    data = mail("こんにちは。").replace(b"info@evil.example.net", ME.encode())
    assert "From: Card <recipient-1@example.jp>" in as_text(redact(data))


def test_the_evidence_can_be_quoted_after_redaction() -> None:
    data = mail(
        f"{ME} 様\nカードのご利用を一時的に制限しました。24時間以内に下記のリンクよりログインしてください。\n"
        f"https://evil.example.net/login?e={ME}"
    )
    result = redact(data)
    quotes = [result.requote(item.evidence) for item in verdict(data, Known()).evidence]
    assert quotes
    assert all(quotes)
    assert not any("hanako" in quote or "https:" in quote for quote in quotes)
    assert "recipient-1@example.jp 様" in quotes


def test_a_quotation_of_an_unknown_part_is_empty() -> None:
    result = redact(mail("こんにちは。"))
    evidence = verdict(mail(ME + " 様"), Known()).evidence[0].evidence
    assert result.requote(type(evidence)("9:text", 0, 4, "こんに")) == ""


def test_what_was_removed_is_not_in_the_repr() -> None:
    result = redact(mail("佐々倉実乃里 様"))
    assert result.removed
    assert "実乃里" not in repr(result)
    assert "hanako" not in repr(result)


def test_the_name_in_a_signature_goes() -> None:
    text = redacted("ご確認をお願いします。\n敬具\n桐ヶ崎 ましろ\nTEL 075-123-4567")
    assert "ましろ" not in text
    assert "4567" not in text


def test_a_word_without_end_is_one_token() -> None:
    assert "a-a-a" not in redacted("a-" * 60_000)


def test_a_folder_below_the_users_is_the_user() -> None:
    assert "hxxps://evil[.]example[.]net/u/token-" in redacted("https://evil.example.net/u/minori/")


def test_a_line_break_after_a_value_stays() -> None:
    assert "］\nカード" in redacted("住所 東京都千代田区丸の内1-2-3\nカードを止めました。")


@pytest.mark.parametrize("line", ["先着50名様限定です", "お客様へ", "取引先様へ", "お子様にも"])
def test_what_calls_nobody_by_name_stays(line: str) -> None:
    assert line in redacted(line)


def test_hosts_of_the_sender_stay_though_identifiers_and_hops_name_them() -> None:
    data = (
        b"Received: from mx90.eb49e.example.net by mx.example.jp; Mon, 6 Apr 2026 09:12:00 +0900\r\n"
        b"From: info@mx90.eb49e.example.net\r\nTo: " + ME.encode() + b"\r\nSubject: a\r\n"
        b"Message-ID: <VU67h6JDRxSqSAJ7@mx90.eb49e.example.net>\r\n\r\n"
        b"https://9av22zv-login.example.com/index.html\r\n"
    )
    made = as_text(redact(data))
    assert "mx90[.]eb49e[.]example[.]net" in made
    assert "9av22zv-login[.]example[.]com" in made
    assert "VU67h6JDRxSqSAJ7" not in made
