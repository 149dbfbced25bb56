from datetime import date

import pytest

from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.records.errors import UnsupportedInput
from mayoke.records.gap import Gap
from mayoke.records.notice import Notice

SENTENCE = "お客様の個人情報が漏えいした可能性があることが判明しましたので、お知らせいたします。"


def main(notice: Notice) -> str:
    return notice.text[slice(*notice.main)].strip()


def test_lines_cells_and_headings_of_a_page() -> None:
    notice = read(
        """<!doctype html><body><h2>１　経過</h2><p>4月1日<br>判明</p>
        <table><tr><th>項目</th><td>氏名、<b>住所</b></td></tr><tr><td><p>件数</p></td>
        <td><p>約1,200件</p></td></tr></table>
        <ul><li>カード番号<li>有効期限</ul></body>"""
    )
    assert notice.text == (
        "１　経過\n4月1日\n判明\n項目\t氏名、住所\n件数\t約1,200件\nカード番号\n有効期限"
    )


def test_a_term_and_its_explanation_are_a_row_but_several_make_it_a_heading() -> None:
    notice = read(
        "<div><dl><dt>対象</dt><dd>1,200名</dd><dt>会員情報</dt><dd>氏名</dd><dd>住所</dd></dl></div>"
    )
    assert notice.text == "対象\t1,200名\n会員情報\n氏名\n住所"


def test_what_is_not_shown_is_not_read() -> None:
    notice = read(
        """<html><head><title>題</title><style>p{}</style></head><body><script>x()</script>
        <p style="display: none">隠れた1,000件</p><p hidden>隠れた</p><noscript>古い</noscript>
        <select><option>2023年<option>2024年</select><template>型</template>
        <p><ruby>漏洩<rp>(</rp><rt>ろうえい</rt><rp>)</rp></ruby>しました</p>
        <img src="tel.gif" alt="電話">03-0000-1234</body></html>"""
    )
    assert notice.text == "漏洩しました\n電話03-0000-1234"


def test_a_preformatted_notice_keeps_its_lines() -> None:
    assert (
        read("<pre>1. 経緯\n  4月1日 判明\n\n2. 原因</pre>").text == "1. 経緯\n4月1日 判明\n2. 原因"
    )


def test_a_table_that_places_things_has_no_cells() -> None:
    notice = read(
        f"""<table><tr><td colspan=2>みかん堂</td></tr><tr>
        <td><a href=/a>商品</a><br><a href=/b>カート</a></td>
        <td><b>お詫びとお知らせ</b><p>{SENTENCE}</p><p>4月1日判明</p><p>{SENTENCE * 5}</p></td>
        </tr><tr><td colspan=2>(c) 2005 mikan</td></tr></table>"""
    )
    assert "\t" not in notice.text
    assert main(notice).startswith("お詫びとお知らせ") or main(notice).startswith("お客様の")
    assert "カート" not in main(notice)
    assert "2005" not in main(notice)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<header><nav><a href=/>会社</a></nav></header><main>", "</main><footer>(c)2005</footer>"),
        (
            "<ul id=gnavi><li><a href=/>会社</a></ul><div id=main>",
            "</div><div class=footer>(c)2005</div>",
        ),
        ("<div class='l-header'>会社</div><div role=main>", "</div><aside>新着 1,000件</aside>"),
        (
            "<p class=pankuzu><a href=/>会社</a></p><article>",
            "</article><p>Copyright 2005 会社</p>",
        ),
        ("<div>会社</div><div><div class=body>", "</div><p class=share>印刷</p></div>"),
    ],
)
def test_the_frame_of_a_page_is_no_part_of_the_notice(before: str, after: str) -> None:
    notice = read(
        f"<html><body>{before}<h1>お詫びとお知らせ</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>{after}</body>"
    )
    assert main(notice) == f"お詫びとお知らせ\n{SENTENCE}\n{SENTENCE}"
    assert len(notice.text) > len(main(notice)) + 4


def test_the_head_of_an_article_belongs_to_the_notice() -> None:
    notice = read(
        f"""<body><div class="site-header">みかん堂</div><article><header class="entry-header">
        <h1>お知らせ</h1><time datetime="2024-03-05">2024.03.05</time></header><p>{SENTENCE}</p>
        <footer><a href=/>一覧へ戻る</a></footer></article><div id=side>新着</div></body>"""
    )
    assert main(notice) == f"お知らせ\n2024.03.05\n{SENTENCE}"
    assert notice.context.published == date(2024, 3, 5)


def test_a_title_above_the_notice_belongs_to_it() -> None:
    notice = read(
        f"""<title>みかん堂</title><body><div>メニュー</div><div><h1>個人情報の漏えいについて</h1></div>
        <div class=content><p>{SENTENCE}</p></div></body>"""
    )
    assert main(notice).startswith("個人情報の漏えいについて")


def test_a_desk_right_below_the_notice_belongs_to_it() -> None:
    page = f"""<body><div id=main><h1>個人情報の漏えいについて</h1><p>{SENTENCE}</p></div>
    <div class="{{}}"><h2>お問い合わせ</h2><p>総務課　電話：03-0000-1234</p></div><div>関連</div>"""
    assert main(read(page.format("inquiry"))).endswith("03-0000-1234")
    assert main(read(page.format("footer"))).endswith(SENTENCE)


def test_a_page_of_navigation_alone_is_all_notice() -> None:
    notice = read(f"<nav><p>{SENTENCE}</p></nav>", media_type="text/html")
    assert main(notice) == SENTENCE


def test_what_the_head_tells() -> None:
    notice = read(
        f"""<!-- saved from url=(0032)https://old.example.jp/owabi.html -->
        <html><head><title> お詫び
        ｜みかん&amp;堂 </title><meta property="og:site_name" content="みかん堂">
        <meta content="2024-03-05T09:00:00+09:00" property="article:published_time">
        <link rel="stylesheet" href="/a.css"></head><body><p>{SENTENCE}</p>"""
    )
    assert notice.context.title == "お詫び ｜みかん&堂"
    assert notice.context.url == "https://old.example.jp/owabi.html"
    assert notice.context.site_name == "みかん堂"
    assert notice.context.published == date(2024, 3, 5)


def test_a_canonical_address_goes_before_others_and_a_relative_one_is_none() -> None:
    page = (
        "<meta property=og:url content=https://b.example.jp/><link rel=canonical href={}><p>漏えい"
    )
    assert read(page.format("https://a.example.jp/x")).context.url == "https://a.example.jp/x"
    assert read(page.format("/x")).context.url == "https://b.example.jp/"


@pytest.mark.parametrize("stated", ["2024-13-45", "soon", "20240305", "2024-03-05"])
def test_only_a_day_of_the_calendar_is_a_day(stated: str) -> None:
    notice = read(f"<html><meta name=pubdate content='{stated}'><p>漏えい")
    assert notice.context.published in (None, date(2024, 3, 5))
    assert (notice.context.published is None) == (stated in ("2024-13-45", "soon"))


@pytest.mark.parametrize("charset", ["shift_jis", "euc-jp", "iso-2022-jp", "utf-8"])
def test_pages_in_old_charsets(charset: str) -> None:
    page = f'<META http-equiv="Content-Type" content="text/html; charset={charset}"><P>{SENTENCE}'
    notice = read(page.encode(charset))
    assert notice.text == SENTENCE
    assert notice.media_type == "text/html"


def test_headings_of_a_page_are_headings_without_a_mark() -> None:
    reading = lay_out(
        read(
            f"""<title>お詫び｜会社</title><main><h1>不正アクセスに関するお詫び</h1><p>みかん堂株式会社</p>
            <h3>そのとき起きていたこと</h3><p>{SENTENCE}</p><h3>見えていたもの</h3><ul><li>氏名</ul></main>"""
        )
    )
    heads = [reading.text[line.start : line.end] for line in reading.lines if line.heading]
    assert heads == ["不正アクセスに関するお詫び", "そのとき起きていたこと", "見えていたもの"]


HARD = {
    "nested": "<div>" * 100_000 + SENTENCE,
    "styles": "<b><p>" * 50_000 + SENTENCE,
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">" + SENTENCE,
    "tables": "<table><tr><td>" * 4000 + SENTENCE,
    "terms": "<dl>" + "<dt>a<dd>b<dd>c" * 2500 + SENTENCE,
    "names": f"<div class='{'nav ' * 100_000}'>" + SENTENCE,
    "metas": "<html>" + "<meta " * 20_000 + "><p>" + SENTENCE,
}


@pytest.mark.parametrize("name", HARD)
def test_hostile_pages_are_read_within_bounds(name: str) -> None:
    try:
        notice = read(HARD[name], media_type="text/html")
    except UnsupportedInput:  # the words lie beyond the limit
        return
    assert len(notice.text) <= 100_000
    assert 0 <= notice.main[0] <= notice.main[1] <= len(notice.text)
    assert len(lay_out(notice).text) <= 200_000


def test_a_page_of_ten_megabytes_is_cut() -> None:
    notice = read(f"<html><body>{f'<p>{SENTENCE}</p>' * 100_000}")
    assert notice.gaps == (Gap("text", "limit-reached"),)
    assert len(notice.text) <= 100_000


def test_pictures_and_scripts_written_into_a_page_do_not_push_the_notice_out() -> None:
    picture = "<img src='data:image/png;base64," + "A" * 4_000_000 + "'>"
    script = "<script>" + "var a = '<b>';" * 100_000 + "</script>"
    notice = read((f"<html><body>{picture}{script}<p>{SENTENCE}</p>").encode())
    assert notice.text == SENTENCE
    assert notice.gaps == ()
