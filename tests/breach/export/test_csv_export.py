import csv
import io

import pytest

from mayoke.breach.export.csv_export import BOM, COLUMNS, chunks
from mayoke.records.ledger import Entry
from tests.breach.export.entries import NOTHING, entry
from tests.store.invented import event, facts, period


def rows(*entries: Entry) -> list[dict[str, str]]:
    text = b"".join(chunks(entries)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_for_each_incident() -> None:
    first, second = rows(entry(), entry(id="2021-0002", state="new"))
    assert (first["id"], first["state"], second["id"], second["state"]) == (
        "2021-0001",
        "published",
        "2021-0002",
        "new",
    )
    assert first["organisation"] == "株式会社あおば茶舗"
    assert (first["affected"], first["affected_unit"], first["affected_qualifier"]) == (
        "1200",
        "件",
        "exact",
    )
    assert first["data_items"] == "card_number; card_expiry"
    assert (first["card_data"], first["security_code"], first["cause_confirmed"]) == (
        "yes",
        "no",
        "yes",
    )
    assert (first["exposure_start"], first["exposure_end"]) == ("2020-01-10", "2020-11-20")
    assert first["suspicion_to_disclosure_days"] == "101" and first["investigation_days"] == ""
    assert first["document_urls"] == "https://www.example.com/1; https://www.example.com/2"


def test_what_is_not_known_is_empty_never_zero() -> None:
    (row,) = rows(entry(**NOTHING, documents=()))
    told = {name for name, value in row.items() if value}
    assert told == {
        "id",
        "state",
        "notice_date",
        "card_data",
        "security_code",
        "documents",
    }


def test_lines_as_rfc_4180_has_them() -> None:
    data = b"".join(chunks([entry(organisation='甲 "乙", 丙\r\n丁')]))
    assert data.startswith(",".join(COLUMNS).encode() + b"\r\n")
    assert '"甲 ""乙"", 丙\r\n丁"'.encode() in data and data.endswith(b"\r\n")
    assert rows(entry(organisation='甲 "乙", 丙\r\n丁'))[0]["organisation"] == '甲 "乙", 丙\r\n丁'


def test_the_mark_for_excel() -> None:
    assert b"".join(chunks([], bom=True)).startswith(BOM + b"id,")
    assert not b"".join(chunks([])).startswith(BOM)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_makes_a_spreadsheet_calculate(sign: str) -> None:
    (row,) = rows(entry(organisation=f"{sign}cmd|'/c calc'!A1"))
    assert row["organisation"].startswith("'" + sign)


def test_hostile_characters() -> None:
    (row,) = rows(entry(organisation="甲\0乙\ud800"))
    assert row["organisation"] == "甲乙?"


def test_the_outer_range_and_the_first_announcement() -> None:
    one = entry(
        exposure=[period("2020-05-01", "2020-06-01"), period("2020-01-01", "2020-05-20")],
        timeline=[event("disclosed", "2021-08-02"), event("disclosed_first", "2021-03-05")],
    )
    (row,) = rows(one)
    assert (row["exposure_start"], row["exposure_end"]) == ("2020-01-01", "2020-06-01")
    assert row["first_disclosed"] == "2021-03-05"


def test_a_range_with_an_open_end_is_no_outer_range() -> None:
    one = entry(exposure=[period("2020-05-01", None), period("2020-01", "2020-05-20")])
    (row,) = rows(one)
    assert (row["exposure_start"], row["exposure_end"]) == ("", "")
    (row,) = rows(entry(exposure=[period("2020-05", None)]))
    assert (row["exposure_start"], row["exposure_end"]) == ("2020-05", "")


def test_parts_without_a_total_are_not_added_up() -> None:
    parts = [{**facts()["affected_count"][0], "primary": False} for _ in range(2)]
    assert rows(entry(affected_count=parts))[0]["affected"] == ""
