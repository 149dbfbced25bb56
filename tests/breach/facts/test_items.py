import json
from pathlib import Path
from typing import Any

import pytest

from mayoke.breach.facts.items import find as items
from mayoke.breach.facts.items.words import PERSONAL, all_codes, expand, find_words, patterns
from mayoke.breach.reading import Part
from tests.breach.facts.kind_specimens import names, reading, specimen, whole


def found_in(text: str) -> items.Items:
    read = reading(text)
    return items.find(read, whole(read))


@pytest.mark.parametrize("name", names("items"))
def test_specimen(name: str) -> None:
    read, expected = specimen("items", name)
    found = items.find(read, whole(read))
    assert {
        "leaked": sorted(found.leaked),
        "negated": sorted(found.negated),
        "flags": dict(found.flags),
        "groups": {key: list(group.data_items) for key, group in found.groups.items()},
    } == expected


@pytest.mark.parametrize("name", names("items"))
def test_no_item_stands_in_both_and_each_has_its_words(name: str) -> None:
    read, _ = specimen("items", name)
    found = items.find(read, whole(read))
    assert not set(found.leaked) & set(found.negated)
    for key, codes in (("data_items", found.leaked), ("data_items_negated", found.negated)):
        places = found.where.get(key, ())
        assert tuple(place.value for place in places) == codes
        for place in places:
            assert read.notice.text[place.quote.start : place.quote.end] == place.quote.quote


@pytest.mark.parametrize("name", names("items"))
def test_nothing_found_outside_the_part(name: str) -> None:
    read, _ = specimen("items", name)
    found = items.find(read, Part(()))
    assert (found.leaked, found.negated) == ((), ())


def test_every_code_of_the_schema_has_words() -> None:
    told: dict[str, str] = json.loads(
        (Path(__file__).parents[2] / "specimens" / "facts" / "item_codes.json").read_text(
            encoding="utf-8"
        )
    )
    assert set(told) == set(all_codes())
    for code, word in told.items():
        assert code in found_in(f"漏えいした可能性のある情報は、{word}、ほかです。").leaked or (
            code in found_in(f"お客様の{word}が漏えいした可能性があります。").leaked
        )


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("パスワ-ド、メ-ルアドレス", "パスワード、メールアドレス"),
        ("⽒名、住所", "氏名、住所"),
        ("氏　名、住　所", "氏名、住所"),
        ("ＩＤ・パスワード", "ID・パスワード"),
    ],
)
def test_damaged_words_are_read_like_sound_ones(written: str, plain: str) -> None:
    damaged = found_in(f"流出した情報\n{written}\n").leaked
    assert damaged == found_in(f"流出した情報\n{plain}\n").leaked != ()


@pytest.mark.parametrize(
    ("words", "leaked", "negated"),
    [
        ("漏えいの対象となる項目:氏名、住所", ("name", "address"), ()),
        ("氏名及び住所が第三者に閲覧された可能性があります。", ("name", "address"), ()),
        ("漏えいしたのは氏名と住所です。", ("name", "address"), ()),
        ("氏名、住所は漏えいの対象ではございません。", (), ("name", "address")),
        ("氏名の流出は確認されておりません。", (), ("name",)),
        ("氏名は当社では保持しておりません。", (), ("name",)),
        ("氏名は委託先に渡しておりません。", (), ("name",)),
        ("氏名を除く会員の住所が流出しました。", ("address",), ("name",)),
        ("氏名の漏えいは確認されておりませんが、可能性を否定できません。", ("name",), ()),
        ("ご確認のため、氏名と住所をお伺いします。", (), ()),
        ("パスワードの変更をお願いいたします。", (), ()),
    ],
)
def test_ways_to_say_it(words: str, leaked: tuple[str, ...], negated: tuple[str, ...]) -> None:
    found = found_in(f"会員情報について\n{words}\n")
    assert (found.leaked, found.negated) == (leaked, negated)


def test_umbrella_words_give_way_to_a_list() -> None:
    assert found_in("個人情報が流出しました。").leaked == (PERSONAL,)
    assert found_in("個人情報が流出しました。氏名、住所が流出しました。").leaked == (
        "name",
        "address",
    )


def test_a_card_sentence_gives_no_second_umbrella() -> None:
    text = "カード情報が漏えいしました。個人情報が漏えいした可能性のある方に連絡します。"
    assert found_in(text).leaked == ("card_info_unspecified",)


def test_patterns_expand() -> None:
    assert expand("{カード|}番号{の|}") == ["カード番号の", "カード番号", "番号の", "番号"]
    assert patterns("あ{い\n  |う} え") == ["あ{い|う}", "え"]


def test_weak_words_need_company() -> None:
    def codes(text: str) -> list[Any]:
        return [(word.codes, word.weak) for word in find_words(text)]

    assert codes("氏名、電話") == [(("name",), False), (("phone",), True)]
    assert codes("302組が参加") == []
    assert codes("video") == []
