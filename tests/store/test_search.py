import random

import pytest
from sqlalchemy import text

from mayoke.records.ledger import Filter, NewIncident
from mayoke.store.connect import Store
from mayoke.store.ledger import Ledger
from mayoke.store.listing import search
from mayoke.store.search import matching, needed, tokens, words_of
from mayoke.text.fold import fold_plain
from tests.store.invented import ANN, BEN, document, facts


def keep(store: Store, *texts: str) -> list[str]:
    ledger = Ledger(store)
    return [
        ledger.add(document(words, title=None, url=None), [NewIncident(facts())], ANN).incidents[0]
        for words in texts
    ]


def found(store: Store, query: str) -> list[str]:
    return [entry.id for entry in search(store, query).entries]


@pytest.mark.parametrize(
    "query",
    [
        "流出",
        "漏",
        "個人情報",
        "カード番号",
        "ｶｰﾄﾞ",
        "ＳＱＬ",
        "sql インジェクション",
        "株式会社みほん",
        "2,345件",
        "のお",
        "ー",
        "jp/news",
        "出について",
        "a1b",
    ],
)
def test_words_of_any_length_are_found(store: Store, query: str) -> None:
    words = (
        "株式会社みほんです。個人情報の流出\n   についてのお知らせ。カード番号 2,345件が漏えい。"
        "SQLインジェクション。https://example.jp/news A1B"
    )
    keep(store, "別の文書です。")
    (name,) = keep(store, words)
    assert found(store, query) == [name]


@pytest.mark.parametrize(
    "query", ["流失", "報個", "個人報", "情報個人", "9", "sqi", "b1a", "流出 無"]
)
def test_what_does_not_stand_there_is_not_found(store: Store, query: str) -> None:
    keep(store, "個人情報の流出。報告。人報。SQL。A1B。")
    assert found(store, query) == []


@pytest.mark.parametrize("query", ["", "   ", "、。", "「」", "-- '\" \\"])
def test_a_query_without_a_word_finds_nothing(store: Store, query: str) -> None:
    keep(store, "、。「」-- '\" \\")
    assert found(store, query) == []


@pytest.mark.parametrize(
    "query", ["情報' OR 1=1", '情報" OR "x', "情報)", "情報*", "情報:a", "a\\'b", "NOT", "情%"]
)
def test_signs_of_a_query_language_are_only_signs(store: Store, query: str) -> None:
    keep(store, "情報")
    assert found(store, query) == []
    (name,) = keep(store, f"ほかに {query} がある")
    assert found(store, query) == [name]


def test_all_words_must_stand_there_in_any_order(store: Store) -> None:
    one, two = keep(store, "カード番号の流出", "カード会員の離脱")
    assert found(store, "カード") == [two, one]
    assert found(store, "流出 カード") == [one]
    assert found(store, "流出　カード") == [one]


def test_names_addresses_and_titles_are_found_too(store: Store) -> None:
    ledger = Ledger(store)
    data = facts(processor="株式会社なんでも受託")
    name = ledger.add(document("本文", title="題名のことば"), [NewIncident(data)], ANN).incidents[0]
    for query in ("あおば茶舗", "shop.aoba-cha", "題名", "なんでも受託"):
        assert found(store, query) == [name]


def test_without_a_text_the_quotations_are_found(store: Store) -> None:
    name = Ledger(store).add(document(""), [NewIncident(facts())], ANN).incidents[0]
    assert found(store, "2020-01-10から") == [name]


def test_later_documents_are_found_and_nothing_twice(store: Store) -> None:
    (name,) = keep(store, "第一報の流出")
    ledger = Ledger(store)
    ledger.add(document("第二報の流出"), [NewIncident(facts(), belongs_to=name)], BEN)
    assert found(store, "流出") == found(store, "第二報") == found(store, "第一報") == [name]


def test_the_last_added_comes_first_page_by_page(store: Store) -> None:
    names = keep(store, *(f"流出 その{n}" for n in range(7)))[::-1]
    pages = [search(store, "流出", offset=at, limit=3) for at in (0, 3, 6, 9)]
    assert [[e.id for e in page.entries] for page in pages] == [
        names[:3],
        names[3:6],
        names[6:],
        [],
    ]
    assert [page.more for page in pages] == [True, True, False, False]


def test_only_what_the_filter_lets_through(store: Store) -> None:
    ledger = Ledger(store)
    names: list[str] = []
    for at in range(6):
        data = facts(cause="insider" if at % 2 else "misdelivery")
        names += ledger.add(document(f"流出{at}"), [NewIncident(data)], ANN).incidents
    page = search(store, "流出", Filter(cause="insider"), limit=2)
    assert [entry.id for entry in page.entries] == [names[5], names[3]] and page.more
    assert search(store, "流出", Filter(states=frozenset({"published"}))).entries == ()


def test_it_finds_exactly_what_a_plain_search_finds(store: Store) -> None:
    """The index only narrows down; a seeded mixture of signs stands for all texts."""
    chance = random.Random(7)
    letters = "流出情報ab1ー、 カ゛ガが々𠮷é-%_'"
    texts = ["".join(chance.choices(letters, k=30)) for _ in range(45)]
    names = keep(store, *texts)
    for _ in range(150):
        query = "".join(chance.choices(letters, k=chance.randrange(1, 5)))
        words = words_of(query)
        expected = [
            name
            for name, kept in zip(names, texts, strict=True)
            if words and all(word in fold_plain(kept) for word in words)
        ]
        # The shop's own name and address are searched as well, and hold a and b.
        if not any(
            word in "https://shop.aoba-cha.example.com/株式会社あおば茶舗オンライン"
            for word in words
        ):
            assert found(store, query) == expected[::-1], query


@pytest.mark.parametrize("recent", [1, 3, 2000])
def test_the_index_and_the_plain_reading_agree(
    store: Store, recent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mayoke.store.search._RECENT", recent)
    keep(store, *(f"流出{n}" if n % 3 else f"紛失{n}" for n in range(12)))
    with store.reading() as connection:
        every = matching(connection, ("流出",), 50)
        assert every == [12, 11, 9, 8, 6, 5, 3, 2]
        assert matching(connection, ("流出",), 3) == every[:3]
        assert matching(connection, ("流出",), 3, before=9) == every[3:6]
        assert matching(connection, ("流出", "紛失"), 3) == []


def test_a_very_long_document_is_kept_whole_and_found_by_its_beginning(store: Store) -> None:
    words = "先頭の語" + "".join(
        chr(0x4E00 + n % 20000) + chr(0x3400 + n % 6000) for n in range(60_000)
    )
    (name,) = keep(store, words + "末尾の語")
    assert found(store, "先頭の語") == [name]
    assert found(store, "末尾の語") == []
    with store.reading() as connection:
        size = connection.execute(text("SELECT length(text) FROM documents")).scalar()
    assert size == len(words) + 4


def test_tokens() -> None:
    assert tokens("ab1 流出、a") == ["a", "b", "1", "ab", "b1", "流", "出", "流出", "ab1"]
    assert needed("個人情報") == ["個人", "人情", "情報"]
    assert needed("shop") == ["sho", "hop"]
    assert needed("流") == ["流"]


def test_words_of_a_query() -> None:
    assert words_of(" 流出　ＣＡＲＤ  流出 ") == ("流出", "card")
    assert len(words_of("語" * 5000)[0]) == 100
    assert len(words_of(" ".join(map(str, range(100))))) == 20
