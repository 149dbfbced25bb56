import pytest

from mayoke.breach.facts.contacts import find as contacts
from mayoke.breach.facts.parties import find as parties
from mayoke.breach.reading import Reading
from mayoke.records.incident import Contacts
from tests.breach.facts.party_specimens import assert_quoted, names, reading, specimen


def desk(notice: Reading) -> Contacts:
    return contacts.find(notice, parties.find(notice))[0]


@pytest.mark.parametrize("name", names("contacts"))
def test_reads_specimen(name: str) -> None:
    notice, expected = specimen("contacts", name)
    found, where = contacts.find(notice, parties.find(notice))
    got = {
        "phone": list(found.phone),
        "email": list(found.email),
        "hours": found.hours,
        "name": found.name,
    }
    assert got == expected
    for values in where.values():
        assert_quoted(notice, values)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0120-000-123", "0120-000-123"),
        ("０１２０－０００－１２３", "0120-000-123"),
        ("0120(000)123", "0120-000-123"),
        ("(000)000-0123", "000-000-0123"),
        ("000・000・0123", "000-000-0123"),
        ("000-000・0123", "000-000-0123"),
        ("0120000123", "0120-000-123"),
        ("050-0000-1234", "050-0000-1234"),
        ("09000001234", "090-0000-1234"),
        ("+81-3-0000-1234", "03-0000-1234"),
        ("03.0000.1234", "03-0000-1234"),
    ],
)
def test_writes_telephone_numbers_in_one_form(written: str, value: str) -> None:
    assert desk(reading(f"お問い合わせ窓口 電話 {written}")).phone == (value,)


@pytest.mark.parametrize(
    "written",
    ["2020-05-18", "2021年4月8日~2021年4月9日", "12-3456", "1,204,377", "0120-○○○-○○○", "100-0001"],
)
def test_takes_no_other_number_for_a_telephone(written: str) -> None:
    assert desk(reading(f"お問い合わせ窓口 番号 {written}")).phone == ()


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("平日9:00~17:00", "平日9:00~17:00"),
        ("受付時間 9時から18時(日曜定休)", "9時から18時(日曜定休)"),
        ("(月~金 10:00-16:00)", "月~金 10:00-16:00"),
        ("午前9時30分~午後5時", "午前9時30分~午後5時"),
        ("対応時間:平日 9時~12時、13時~17時", "平日 9時~12時、13時~17時"),
        ("24時間", "24時間"),
        ("営業時間は10:00~19:00 土日祝を除く", "10:00~19:00 土日祝を除く"),
    ],
)
def test_reads_hours_as_written(written: str, hours: str) -> None:
    assert desk(reading(f"お客様窓口 0120-000-123 {written}")).hours == hours


def test_gives_no_hours_without_a_desk() -> None:
    assert desk(reading("6月3日の9時~11時に不正なアクセスがありました。")) == Contacts()


def test_lists_a_number_once() -> None:
    notice = reading("お客様窓口 0120-000-123\n\nお問い合わせ お客様窓口 0120-000-123")
    assert desk(notice).phone == ("0120-000-123",)
