import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.breach.read.flow import Builder
from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.breach.reading import Line, Reading
from mayoke.records.errors import EmptyInput
from mayoke.records.notice import Notice, NoticeContext

NOTICE = """2024年3月5日
お客様各位
株式会社みかん堂

「みかん堂通販」への不正アクセスによる個人情報漏えいについて（お詫び）

このたび、第三者による不正アクセスを受けました。

記

１．経緯
2023年12月1日、カード会社から連絡を受けました。翌日、決済を停止しました。
２．漏えい状況
（１）原因
　サイトの脆弱性を突かれました。
（２）対象となるお客様
　①カード情報　　１，２３４件
　②会員情報　　　　５６７件
（３）漏えいした可能性のある情報
・カード番号
・有効期限
※セキュリティコードは保存しておりません。
３．お客様へのお願い
明細をご確認ください。

以上

お問い合わせ
電話番号：0120-000-123
受付時間　9:00～17:00（土日祝を除く）
"""


def laid(text: str, media_type: str | None = None) -> Reading:
    return lay_out(read(text, media_type=media_type))


def words(reading: Reading) -> list[str]:
    return [reading.text[line.start : line.end] for line in reading.lines]


def line_of(reading: Reading, start: str) -> Line:
    return next(line for line in reading.lines if reading.text.startswith(start, line.start))


def test_lines_are_folded_and_marks_taken_off() -> None:
    reading = laid(NOTICE)
    assert "1,234件" in reading.text
    assert line_of(reading, "経緯").mark == "1."
    assert line_of(reading, "原因").mark == "(1)"
    assert line_of(reading, "カード情報").mark == "(1)"
    assert line_of(reading, "有効期限").mark == "・"
    assert line_of(reading, "セキュリティコードは").mark == "※"
    assert reading.main == (0, reading.lines[-1].end)


def test_headings_are_told_apart_from_entries_and_salutations() -> None:
    reading = laid(NOTICE)
    heads = [reading.text[line.start : line.end] for line in reading.lines if line.heading]
    assert heads == [
        "「みかん堂通販」への不正アクセスによる個人情報漏えいについて(お詫び)",
        "経緯",
        "漏えい状況",
        "原因",
        "対象となるお客様",
        "漏えいした可能性のある情報",
        "お客様へのお願い",
        "お問い合わせ",
    ]


def test_sections_reach_to_the_next_of_their_level() -> None:
    reading = laid(NOTICE)
    told = [(section.kind, section.title, section.level) for section in reading.sections]
    assert told == [
        ("", "「みかん堂通販」への不正アクセスによる個人情報漏えいについて(お詫び)", 1),
        ("course", "経緯", 2),
        ("affected", "漏えい状況", 2),
        ("cause", "原因", 3),
        ("affected", "対象となるお客様", 3),
        ("items", "漏えいした可能性のある情報", 3),
        ("request", "お客様へのお願い", 2),
        ("desk", "お問い合わせ", 1),
    ]
    inner = reading.section_at(reading.text.index("脆弱性"))
    outer = reading.section_at(reading.text.index("漏えい状況"))
    assert inner and inner.kind == "cause"
    assert outer and reading.text[outer.start : outer.end].endswith("保存しておりません。")
    assert reading.section_at(0) is None


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("電話番号：0120-000-123", "電話番号", "0120-000-123"),
        ("受付時間　9:00～17:00", "受付時間", "9:00~17:00"),
        ("受付 9:00～17:00", "受付", "9:00~17:00"),
        ("感知日時：3月5日", "感知日時", "3月5日"),
        ("・件数 1,163件", "件数", "1,163件"),
        ("■ 件数 96件", "件数", "96件"),
        ("４　漏えいした情報　氏名、住所", "漏えいした情報", "氏名、住所"),
        ("3月5日（火）　電話により判明", "3月5日(火)", "電話により判明"),
        ("同日　サイトを停止", "同日", "サイトを停止"),
        ("令和6年3月5日（火）　警察に相談", "令和6年3月5日(火)", "警察に相談"),
        ("北部支部　　214名", "北部支部", "214名"),
        ("【期間】3月1日から3月5日", "期間", "3月1日から3月5日"),
        ("（発覚）3月5日、連絡を受けました。", "発覚", "3月5日、連絡を受けました。"),
        ("対象\t1,200名\t4月", "対象", "1,200名\t4月"),
        ("お問い合わせ　電話：03-0000-1234", "お問い合わせ", "電話:03-0000-1234"),
    ],
)
def test_labels_and_their_values(line: str, label: str, value: str) -> None:
    reading = laid(f"このたびの件についてご説明します。\n{line}\n以上です。")
    found = reading.lines[1]
    assert (found.label, reading.text[found.value : found.end]) == (label, value)


@pytest.mark.parametrize(
    "line",
    [
        "株式会社みかん堂（旧：蜜柑屋）が運営するサイトにて発生しました。",
        "https://www.example.jp/ をご覧ください。",
        "9:00から17:00まで停止しました。",
        "【重要】お客様への大切なお話",
        "一般社団法人　みかん協会",
        "代表取締役　山川　太郎",
        "3月5日　10時頃から停止",
        "「みかん堂」のサイトで発生しました。",
        "（旧）みかん堂",
    ],
)
def test_what_is_no_label(line: str) -> None:
    assert laid(f"このたびの件についてご説明します。\n{line}\n以上です。").lines[1].label == ""


def test_a_day_with_its_hour_is_one_cell() -> None:
    reading = laid("3月5日（火）　10時30分　電話により判明")
    assert reading.text.startswith("3月5日(火) 10時30分\t電話により判明")


def test_hard_wrapped_lines_are_joined_and_entries_are_not() -> None:
    reading = laid(
        "　当社が管理するお客様の個人情報が外部に漏えいした可能性があることが判明し\n"
        "ましたので、経緯と対応についてご報告いたします。お客様には多大なるご迷惑と\n"
        "ご心配をおかけしますことを深くお詫び申し上げます。\n"
        "\n"
        "1. 当社が管理していたサーバーに対する外部からの不正なアクセスについての概要\n"
        "2. 対象\n"
        "  ・氏名\n"
        "  ・住所\n"
    )
    assert words(reading)[0].startswith("当社が管理する")
    assert words(reading)[0].endswith("深くお詫び申し上げます。")
    assert words(reading)[-3:] == ["対象", "氏名", "住所"]


def test_a_joined_line_is_quoted_as_it_stood() -> None:
    reading = laid("対象は1,234件です(漏えいし\n  た期間ではありません)。")
    at = reading.text.index("漏えいした期間")
    quote = reading.quote(at, at + 7)
    assert quote.quote == "漏えいし\n  た期間"
    assert reading.notice.text[quote.start : quote.end] == quote.quote


def test_questions_and_answers() -> None:
    reading = laid(
        "よくあるご質問\nQ1. 何が漏れましたか。\nA1. 氏名です。住所は含みません。\nQ2. 何人ですか。\nA2. 12名です。"
    )
    assert [line.mark for line in reading.lines] == ["", "q", "a", "q", "a"]
    assert [line.heading for line in reading.lines[1:]] == [True, False, True, False]
    section = reading.section_at(reading.text.index("12名"))
    assert section and section.kind == "count"


def test_a_question_and_its_answer_in_a_row_are_a_section() -> None:
    reading = laid("<dl><dt>Q. 何人ですか</dt><dd>12名です。</dd></dl>", "text/html")
    assert [(s.kind, s.title) for s in reading.sections] == [("count", "何人ですか")]


def test_bare_questions_head_their_answers() -> None:
    reading = laid(
        "何が起きたのですか？\n不正アクセスがありました。\n私は対象ですか？\n対象の方にはご連絡しました。"
    )
    assert [line.heading for line in reading.lines] == [True, False, True, False]


def test_lines_in_brackets_head_and_labels_in_brackets_begin_a_section() -> None:
    reading = laid(
        "〔概要〕\n漏えいしました。\n＜原因＞\n脆弱性です。\n【経過】3月5日に判明\n≪窓口≫\n総務課"
    )
    assert [(s.kind, s.title) for s in reading.sections] == [
        ("summary", "概要"),
        ("cause", "原因"),
        ("course", "経過"),
        ("desk", "窓口"),
    ]
    assert [line.heading for line in reading.lines] == [
        True,
        False,
        True,
        False,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    "line",
    ["記", "以上", "各位", "〔報道関係者各位〕", "お客様各位", "2024年3月5日", "1,234件", "氏名"],
)
def test_lines_that_are_no_headings(line: str) -> None:
    reading = laid(f"ご報告いたします。\n\n{line}\n次のとおりです。\n")
    assert not any(found.heading for found in reading.lines)


def test_the_title_of_the_page_is_a_title_whatever_its_words() -> None:
    notice = read("偽メールにご注意ください\n当社の社員を名乗るメールが届いています。")
    context = NoticeContext(title="偽メールにご注意ください｜みかん堂")
    plain = lay_out(notice)
    titled = lay_out(Notice(notice.text, "text/plain", "", context, notice.main))
    assert not plain.lines[0].heading
    assert titled.lines[0].heading


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("漏えいしました。お詫びします。", ["漏えいしました。", "お詫びします。"]),
        ("「漏れた。」との連絡。停止した。", ["「漏れた。」との連絡。", "停止した。"]),
        ("対象です(一部を除く。次を参照。)。以上", ["対象です(一部を除く。次を参照。)。", "以上"]),
        ("閉じない（括弧。ここ。", ["閉じない(括弧。", "ここ。"]),
        ("本当ですか？はい！そうです", ["本当ですか?", "はい!", "そうです"]),
        ("No.5とYahoo!ニュースで見た", ["no.5とyahoo!ニュースで見た"]),
        ("https://example.jp/?a=1をご覧ください", ["https://example.jp/?a=1をご覧ください"]),
        ("対象は，氏名です．お詫びします．", ["対象は,氏名です.", "お詫びします."]),
        ("サイトはwww.example.jpです。", ["サイトはwww.example.jpです。"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    reading = laid(text)
    assert [reading.text[s.start : s.end] for s in reading.sentences] == sentences


def test_lines_outside_the_notice_are_kept_but_head_nothing() -> None:
    reading = laid(
        "<body><nav>経緯<br>お問い合わせ</nav><main><h1>漏えいのお詫び</h1><p>個人情報が漏えいしました。</p></main>"
    )
    assert reading.text[slice(*reading.main)].startswith("漏えいのお詫び")
    assert [line.heading for line in reading.lines] == [False, False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "（" * 50_000,
        "「（" * 30_000,
        "①" * 50_000,
        "漢（あ" * 30_000,
        "a\t" * 40_000,
        "a　" * 40_000,
        "。" * 90_000,
        "1. \n" * 4000,
        ("あ" * 40 + "\n") * 2400,
        ("https://a.example/" + "b" * 60 + "\n") * 1200,
        "<div>" * 9000 + "漏えい",
    ],
)
def test_hostile_text_is_laid_out_within_bounds(text: str) -> None:
    reading = laid(text, "text/plain")
    assert len(reading.text) <= 3 * len(reading.notice.text) + 10
    assert len(reading.lines) <= 4001


PIECE = st.sampled_from(
    [
        *(
            "1. 経緯",
            "①氏名",
            "・住所",
            "漏洩（ろうえい）",
            "パスワ-ド",
            "【対象】",
            "電話　03-0000-1234",
            "\n",
        ),
        *(
            "2024年3月5日（火）",
            "　",
            " ",
            "。",
            "、",
            "（",
            "）",
            "「",
            "」",
            "\t",
            ":",
            "Q.",
            "⽉⺠",
            "ﾊﾟｽ",
            "abc",
        ),
        *(
            "https://www.example.jp/a",
            "\r\n",
            "\n\n",
            "件",
            "１，２３４",
            "以上",
            "\ue000",
            "\u200b",
            "か゛",
            "𠮷",
        ),
    ]
)


@given(st.lists(PIECE, max_size=40).map("".join) | st.text(max_size=60))
def test_everything_in_the_flow_leads_back_to_the_notice(text: str) -> None:
    try:
        notice = read(text, media_type="text/plain")
    except EmptyInput:
        return
    reading = lay_out(notice)
    last = 0
    for line in reading.lines:
        assert last <= line.start <= line.end <= len(reading.text)
        assert "\n" not in reading.text[line.start : line.end]
        assert not line.label or line.start <= line.value <= line.end
        quote = reading.quote(line.start, line.end)
        assert notice.text[quote.start : quote.end] == quote.quote
        builder = Builder(quote.quote)
        builder.keep(0, len(quote.quote))
        kept = {*builder.flow().text, *"ー- \t"}  # what depends on the neighbours
        assert set(reading.text[line.start : line.end]) <= kept
        last = line.end
    starts = [reading.quote(line.start, line.end).start for line in reading.lines]
    assert starts == sorted(starts)
    for sentence in reading.sentences:
        line = reading.lines[sentence.line]
        assert line.start <= sentence.start < sentence.end <= line.end
    for section in reading.sections:
        assert 0 <= section.start <= section.end <= len(reading.text)
    covered = "".join(reading.text[s.start : s.end] for s in reading.sentences)
    assert covered == "".join(words(reading))
