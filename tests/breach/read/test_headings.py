import pytest

from mayoke.breach.read.headings import is_known, is_label, kind_of
from mayoke.breach.reading import SectionKind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("経緯", "course"),
        ("発覚の経緯", "course"),
        ("発生の経緯と対応", "course"),
        ("端緒及び関係者への対応", "course"),
        ("これまでの経過について", "course"),
        ("時系列", "course"),
        ("分かったきっかけ", "course"),
        ("事案の概要", "summary"),
        ("何が起きたのですか。", "summary"),
        ("事故の内容", "summary"),
        ("対象となるお客様", "affected"),
        ("影響範囲", "affected"),
        ("個人情報流出の可能性があるお客様", "affected"),
        ("被害の状況", "affected"),
        ("漏えいした可能性のある情報", "items"),
        ("個人情報の項目", "items"),
        ("何が漏れた疑いがありますか", "items"),
        ("データ項目", "items"),
        ("件数", "count"),
        ("対象者数", "count"),
        ("何人くらいですか", "count"),
        ("原因", "cause"),
        ("事象及び原因", "cause"),
        ("不正アクセスの手口", "cause"),
        ("お客様へのお願い", "request"),
        ("お客様へのお願いと当社の対応", "request"),
        ("ご利用者の方へ", "request"),
        ("公表が遅れた経緯について", "delay"),
        ("お知らせが今日になった理由", "delay"),
        ("ご案内までに時間を要したこと", "delay"),
        ("再発防止策", "prevention"),
        ("再発防止策ならびに営業の再開について", "prevention"),
        ("当社の対応", "response"),
        ("行政への報告", "response"),
        ("対象の方へのご連絡", "response"),
        ("本件に関するお問い合わせ窓口", "desk"),
        ("問合せ先", "desk"),
        ("ご相談窓口", "desk"),
        ("報道関係者からのお問い合わせ", ""),
        ("業績への影響", ""),
        ("二次被害の有無", ""),
        ("お問い合わせフォームについて", ""),
        ("株式会社みかん堂", ""),
        ("", ""),
    ],
)
def test_headings_tell_what_stands_below(title: str, kind: SectionKind) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    "title", ["経緯", "発生原因", "漏えいした個人情報", "原因と対策", "お問い合わせ"]
)
def test_words_of_headings_are_known_without_a_mark(title: str) -> None:
    assert is_known(title)


@pytest.mark.parametrize(
    "title", ["氏名", "クレジットカード番号", "株式会社みかん堂", "お客様各位"]
)
def test_other_short_lines_are_no_headings(title: str) -> None:
    assert not is_known(title)


def test_labels_stand_before_values() -> None:
    assert is_label("電話番号")
    assert is_label("お問い合わせ先")
    assert is_label("発生日時")
    assert not is_label("氏名")
    assert not is_label("株式会社")
