"""A consultation from handing in to erasing, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection, text

from mayoke.help.consultation import desk, lock, visitor
from mayoke.help.consultation.age import identity_of, key_file, new_key
from mayoke.help.consultation.code import Code, new_code
from mayoke.records.consultation import Content
from mayoke.records.errors import (
    BadInput,
    BadReceipt,
    DeskFull,
    EmptyInput,
    SealBroken,
    TooLarge,
    UnknownConsultation,
)
from mayoke.store.connect import Store
from tests.help.desks import CONTENT, DAY, IDENTITY, KEY, NOON, STORY


def deeds(store: Store, number: str = "") -> list[tuple[str, str, str]]:
    return [(one.who, one.deed, one.consultation) for one in desk.access_log(store, NOON, number)]


def test_what_is_handed_in_comes_to_the_desk_and_the_answer_comes_back(store: Store) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    assert receipt.expires_at == NOON + 90 * DAY
    waiting = desk.listing(store, NOON)
    assert [(one.id, one.state, one.entries) for one in waiting] == [(receipt.id, "waiting", 1)]
    assert waiting[0].size > len(CONTENT.mail) and waiting[0].days_left(NOON + DAY) == 89
    read = desk.read(store, IDENTITY, receipt.id, who="ann", now=NOON)
    assert read.said[0].content == CONTENT and read.arrived_at == NOON
    until = desk.answer(
        store, IDENTITY, receipt.id.lower(), "カード会社へ", who="ann", now=NOON + DAY
    )
    assert until == NOON + 91 * DAY
    asked = visitor.ask(store, receipt.code, NOON + 2 * DAY)
    assert (asked.state, asked.said[1].by, asked.said[1].at) == ("answered", "desk", NOON + DAY)
    assert asked.said[1].content == Content(story="カード会社へ")
    visitor.add(store, receipt.code.lower(), Content(story="済みました"), NOON + 3 * DAY)
    again = desk.read(store, IDENTITY, receipt.id, who="ben", now=NOON + 3 * DAY)
    assert (again.state, again.expires_at) == ("waiting", NOON + 93 * DAY)
    assert [one.number for one in again.said] == [1, 2, 3]
    visitor.erase(store, receipt.code, NOON + 4 * DAY)
    assert desk.listing(store, NOON + 4 * DAY) == []
    told = ["handed_in", "read", "answered", "read", "added", "read", "erased"]
    assert [deed for _, deed, _ in deeds(store, receipt.id)] == told
    assert {who for who, _, _ in deeds(store)} == {"visitor", "ann", "ben"}


def test_the_list_shows_what_waits_longest_first(store: Store) -> None:
    receipts = [visitor.hand_in(store, KEY, CONTENT, NOON + n * DAY) for n in range(3)]
    desk.answer(store, IDENTITY, receipts[0].id, "answer", who="ann", now=NOON + 3 * DAY)
    found = [(one.id, one.state) for one in desk.listing(store, NOON + 3 * DAY)]
    assert found == [
        (receipts[1].id, "waiting"),
        (receipts[2].id, "waiting"),
        (receipts[0].id, "answered"),
    ]


VERBS: list[Callable[[Store, str], object]] = [
    lambda store, code: visitor.ask(store, code, NOON),
    lambda store, code: visitor.add(store, code, CONTENT, NOON),
    lambda store, code: visitor.erase(store, code, NOON),
]


@pytest.mark.parametrize("verb", VERBS)
def test_a_wrong_code_and_an_unknown_one_are_told_alike(
    store: Store, verb: Callable[[Store, str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    asked: list[bytes] = []
    real = lock.derive

    def derive(code: Code, salt: bytes) -> lock.Derived:
        asked.append(salt)
        return real(code, salt)

    monkeypatch.setattr(lock, "derive", derive)
    stranger = new_code()
    right = receipt.code.replace("-", "")
    wrong = replace(stranger, lookup=right[:8])
    said = []
    for code in (wrong, stranger):
        with pytest.raises(UnknownConsultation) as caught:
            verb(store, code.spelled())
        said.append((str(caught.value), caught.value.ja))
    assert said[0] == said[1] and len(asked) == 2 and asked[0] != asked[1]
    assert deeds(store)[1:] == [("visitor", "refused", receipt.id), ("visitor", "refused", "")]
    assert len(visitor.ask(store, receipt.code, NOON).said) == 1


def test_a_mistyped_code_is_told_from_an_unknown_one(store: Store) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    code = ("2" if receipt.code[0] != "2" else "3") + receipt.code[1:]
    with pytest.raises(BadReceipt, match="group 1 of 6"):
        visitor.ask(store, code, NOON)
    assert [deed for _, deed, _ in deeds(store)] == ["handed_in"]


def test_what_was_erased_is_gone_for_the_visitor_and_the_desk(store: Store) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    desk.erase(store, receipt.id, who="ann", now=NOON)
    with pytest.raises(UnknownConsultation):
        visitor.ask(store, receipt.code, NOON)
    with pytest.raises(UnknownConsultation):
        desk.read(store, IDENTITY, receipt.id, who="ann", now=NOON)
    with pytest.raises(UnknownConsultation):
        desk.erase(store, receipt.id, who="ann", now=NOON)
    assert deeds(store, receipt.id)[-1] == ("ann", "erased", receipt.id)


def test_an_expired_consultation_is_gone_at_the_second_and_erased_by_the_next_verb(
    store: Store,
) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON, retention_days=7)
    last = receipt.expires_at - timedelta(seconds=1)
    assert visitor.ask(store, receipt.code, last).id == receipt.id
    with pytest.raises(UnknownConsultation):
        visitor.ask(store, receipt.code, receipt.expires_at)
    with pytest.raises(UnknownConsultation):
        desk.read(store, IDENTITY, receipt.id, who="ann", now=receipt.expires_at)
    desk.listing(store, receipt.expires_at)
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM consultation_keys")).scalar() == 0
    assert deeds(store, receipt.id)[-1] == ("mayoke", "expired", receipt.id)


def test_purging_tells_how_many_expired(store: Store) -> None:
    for days in (1, 2, 30):
        visitor.hand_in(store, KEY, CONTENT, NOON, retention_days=days)
    assert desk.purge(store, NOON) == 0
    assert desk.purge(store, NOON + 2 * DAY) == 2
    assert len(desk.listing(store, NOON + 2 * DAY)) == 1


def exchange(table: str, column: str, first: str, second: str) -> Callable[[Connection], None]:
    """Two values of a column change places."""

    def do(connection: Connection) -> None:
        one, two = (
            connection.execute(text(f"SELECT {column} FROM {table} WHERE {which}")).scalar_one()
            for which in (first, second)
        )
        assert one != two
        for which, value in ((first, two), (second, one)):
            change = text(f"UPDATE {table} SET {column} = :value WHERE {which}")
            connection.execute(change, {"value": value})

    return do


def run(sql: str) -> Callable[[Connection], None]:
    def do(connection: Connection) -> None:
        assert connection.execute(text(sql)).rowcount > 0

    return do


ENTRIES, KEYS = "consultation_entries", "consultation_keys"
FIRST = "consultation_id = 'K-11111'"
SECOND = "consultation_id = 'K-22222'"
CHANGES = {
    "two consultations": exchange(
        ENTRIES, "sealed", f"{FIRST} AND number = 1", f"{SECOND} AND number = 1"
    ),
    "two entries": exchange(
        ENTRIES, "sealed", f"{FIRST} AND number = 1", f"{FIRST} AND number = 3"
    ),
    "keys": exchange(KEYS, "wrapped", FIRST, SECOND),
    "side": run(f"UPDATE {ENTRIES} SET side = 'visitor' WHERE side = 'desk'"),
    "time": run(f"UPDATE {ENTRIES} SET at = '2026-03-01T11:59:59Z' WHERE number = 1"),
    "first missing": run(f"DELETE FROM {ENTRIES} WHERE number = 1"),
    "all missing": run(f"DELETE FROM {ENTRIES}"),
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_rows_that_were_changed_or_exchanged_do_not_open(
    store: Store, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter(["K-11111", "K-22222"])
    monkeypatch.setattr(visitor, "new_number", lambda: next(numbers))
    receipts = [visitor.hand_in(store, KEY, CONTENT, NOON) for _ in range(2)]
    for receipt in receipts:
        desk.answer(store, IDENTITY, receipt.id, "answer", who="ann", now=NOON)
    visitor.add(store, receipts[0].code, CONTENT, NOON)
    assert len(visitor.ask(store, receipts[0].code, NOON).said) == 3
    with store.writing() as connection:
        CHANGES[change](connection)
    with pytest.raises(SealBroken) as caught:
        visitor.ask(store, receipts[0].code, NOON)
    assert caught.value.ja and STORY not in str(caught.value) and caught.value.__cause__ is None
    with pytest.raises(SealBroken):
        desk.read(store, IDENTITY, "K-11111", who="ann", now=NOON)


def test_a_changed_byte_is_noticed(store: Store) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    with store.writing() as connection:
        sealed = bytearray(
            connection.execute(text("SELECT sealed FROM consultation_entries")).scalar_one()
        )
        sealed[40] ^= 1
        connection.execute(
            text("UPDATE consultation_entries SET sealed = :sealed"), {"sealed": bytes(sealed)}
        )
    with pytest.raises(SealBroken, match="changed after it was sealed"):
        visitor.ask(store, receipt.code, NOON)


def test_another_desk_opens_nothing_and_no_reading_is_logged(store: Store) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    other = identity_of(key_file(new_key()), lambda: "")
    with pytest.raises(SealBroken, match="sealed to another one"):
        desk.read(store, other, receipt.id, who="eve", now=NOON)
    with pytest.raises(SealBroken):
        desk.answer(store, other, receipt.id, "answer", who="eve", now=NOON)
    assert "eve" not in {who for who, _, _ in deeds(store)}


def test_what_is_too_much_or_nothing_is_refused_in_both_languages(store: Store) -> None:
    for content, error in (
        (Content(), EmptyInput),
        (Content(story=" \n　"), EmptyInput),
        (Content(story="あ" * 20_001), TooLarge),
        (Content(story="a", contact="b" * 501), TooLarge),
        (Content(mail=bytes(25 * 1024 * 1024 + 1)), TooLarge),
        (Content(story="a", amount=-1), BadInput),
        (Content(story="a", situations=("b",) * 60), BadInput),
        (Content(story="a", means=("カード",)), BadInput),
    ):
        with pytest.raises(error) as caught:
            visitor.hand_in(store, KEY, content, NOON)
        assert caught.value.ja and str(caught.value)
    assert desk.listing(store, NOON) == []


def test_a_mail_of_the_largest_size_comes_through(store: Store) -> None:
    mail = b"\x00\xff" * (25 * 1024 * 512)
    receipt = visitor.hand_in(store, KEY, Content(mail=mail), NOON)
    read = desk.read(store, IDENTITY, receipt.id, who="ann", now=NOON)
    assert read.said[0].content.mail == mail


def test_half_characters_are_replaced_and_shown_in_no_error(store: Store) -> None:
    receipt = visitor.hand_in(store, KEY, Content(story="a\ud800b"), NOON)
    assert visitor.ask(store, receipt.code, NOON).said[0].content.story == "a\ufffdb"


def test_a_full_desk_says_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    with pytest.raises(DeskFull):
        visitor.hand_in(store, KEY, CONTENT, NOON, room=500)
    monkeypatch.setattr(visitor, "ENTRIES_MOST", 2)
    visitor.add(store, receipt.code, CONTENT, NOON)
    with pytest.raises(DeskFull) as caught:
        visitor.add(store, receipt.code, CONTENT, NOON)
    assert "新しい相談" in caught.value.ja
    desk.answer(store, IDENTITY, receipt.id, "the desk always may", who="ann", now=NOON)


def test_a_number_is_never_given_twice(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = visitor.hand_in(store, KEY, CONTENT, NOON)
    visitor.erase(store, first.code, NOON)
    numbers = iter([first.id, first.id, "K-22222"])
    monkeypatch.setattr(visitor, "new_number", lambda: next(numbers))
    assert visitor.hand_in(store, KEY, CONTENT, NOON).id == "K-22222"


@pytest.mark.parametrize("days", [0, -1, 3651])
def test_a_retention_is_a_number_of_days(store: Store, days: int) -> None:
    with pytest.raises(ValueError, match="1 to 3650 days"):
        visitor.hand_in(store, KEY, CONTENT, NOON, retention_days=days)


def test_nothing_shows_content_by_its_repr(store: Store) -> None:
    receipt = visitor.hand_in(store, KEY, CONTENT, NOON)
    told = visitor.ask(store, receipt.code, NOON)
    shown = f"{receipt!r} {told!r} {CONTENT!r} {IDENTITY!r} {new_key()!r} {new_code()!r}"
    assert STORY not in shown and receipt.code not in shown and "SECRET" not in shown
    assert "parcel" not in shown and receipt.id in shown
