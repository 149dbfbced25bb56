import pytest

from mayoke.mail.campaigns.shape import infrastructure, kit_path, structure
from mayoke.mail.campaigns.sketch import sketch
from mayoke.mail.campaigns.wording import masked, pieces
from mayoke.mail.read.read import read
from mayoke.text.url import parse

HEAD = b"From: a@example.org\r\nTo: user@recipient.example\r\nSubject: x\r\n"


def mail(body: str, *, kind: str = "plain", more: bytes = b"") -> bytes:
    content = f"Content-Type: text/{kind}; charset=utf-8\r\n\r\n{body}"
    return HEAD + more + b"MIME-Version: 1.0\r\n" + content.encode()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amazonからのお知らせです", "楽天カードからのお知らせです"),
        ("山田太郎様\nお知らせです", "佐藤様\nお知らせです"),
        ("Dear Hanako,\nplease read", "Hi Mr. Brown,\nplease read"),
        ("番号は 123-456 です", "番号は A99 です"),
        ("続きは https://a.example.com/x です", "続きは http://b.example.net/yy?z=1 です"),
        ("お問い合わせ a@example.com まで", "お問い合わせ bcd@example.org まで"),
        ("ＡＢＣ の ﾃｽﾄ", "abcのテスト"),
    ],
)
def test_what_changes_from_mail_to_mail_is_masked(one: str, other: str) -> None:
    assert "".join(masked(one).split()) == "".join(masked(other).split())


def test_a_latin_brand_inside_a_word_is_not_masked() -> None:
    assert "pineapples" in masked("fresh pineapples today")


def test_a_senders_name_is_masked_but_not_inside_a_longer_word() -> None:
    found = masked("info for you, and more information", ("info",)).split()
    assert found[1:] == ["for", "you,", "and", "more", "information"]
    assert found[0] != "info"


def test_endless_repetition_is_hardly_any_wording() -> None:
    text = "http://" * 3000 + "様" * 9000 + "a@" * 5000 + "1" * 9000
    assert sketch(read(mail(text))).pieces < 5


def test_what_a_page_hides_is_no_wording() -> None:
    page = "<p>会員の情報をお確かめください</p>"
    hidden = '<div style="display:none">晴れた日の庭に白い花が咲いていました</div>'
    plain = pieces(read(mail(page, kind="html")))
    assert pieces(read(mail(page + hidden, kind="html"))) == plain
    assert plain


def test_an_empty_message_has_an_empty_sketch() -> None:
    made = sketch(read(HEAD + b"\r\n\r\n"))
    assert made.pieces <= 1
    assert made.hosts == made.paths == ()


def test_headers_written_on_the_way_do_not_change_the_structure() -> None:
    more = b"Received: from x by y\r\nAuthentication-Results: mx; spf=pass\r\n"
    plain = structure(read(mail("a")))
    assert structure(read(mail("a", more=more))) == plain
    assert structure(read(mail("a", more=b"X-Mailer: b\r\n"))) != plain


def test_hosts_of_brands_and_of_everybody_join_nobody() -> None:
    text = "https://www.amazon.co.jp/a https://bit.ly/abc https://kit.example.com/a"
    hosts, _ = infrastructure(read(mail(text)))
    assert hosts == ("example.com",)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("https://a.example/kaiin/kakunin.php?id=1", "kaiin/kakunin.php?id"),
        ("https://a.example/kaiin/77123/kakunin.php", "kaiin/*/kakunin.php"),
        ("https://a.example/login", ""),
        ("https://a.example/", ""),
        ("https://a.example/8831", ""),
    ],
)
def test_the_path_of_a_kit_is_kept_without_what_is_random(target: str, path: str) -> None:
    url = parse(target)
    assert url is not None
    assert kit_path(url) == path


def test_the_house_is_the_sender_to_whom_alone_all_links_lead() -> None:
    own = sketch(read(mail("https://www.example.org/a https://example.org/b")))
    foreign = sketch(read(mail("https://www.example.org/a https://example.net/b")))
    assert (own.house, foreign.house) == ("example.org", "")


def test_a_pasted_text_has_a_sketch_too() -> None:
    made = sketch(
        read("お荷物を持ち帰りました。住所の訂正はこちら https://kit.example.net/k/in.php?a=1")
    )
    assert made.pieces > 5
    assert made.headers == 0
    assert made.paths == ("k/in.php?a",)
