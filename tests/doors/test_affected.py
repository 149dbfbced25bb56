"""``mayoke breach affected`` and ``customers``: from the command line."""

import csv
import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mayoke.breach.encode import incident_json
from mayoke.doors.cli import main
from mayoke.doors.cli.breach import mappings
from tests.breach.purchases.samples import watched

Captured = pytest.CaptureFixture[str]
STATEMENT = (
    "利用日,ご利用店名及び商品名,本人・家族区分,支払区分名称,締前入金区分,利用金額,備考\r\n"
    "2024/02/01,ｳﾐﾈｺｻﾞﾂｶﾃﾝ,1,1回,,3300,\r\n"
    "2024/06/01,うみねこ雑貨店,1,1回,,1200,\r\n"
    "2024/02/03,よその店 4111111111111111,1,1回,,100,\r\n"
)


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    for name in ("MAYOKE_CONFIG", "MAYOKE_DEBUG", "MAYOKE_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    one = watched("うみねこ雑貨店", aliases=("ウミネコザッカテン",))
    told = {**incident_json(one.incident), "id": "a-1", "state": "published"}
    line = json.dumps({**told, "aliases": list(one.aliases)}, ensure_ascii=False)
    Path("known.jsonl").write_text(line + "\n", encoding="utf-8")
    Path("list.csv").write_bytes(STATEMENT.encode("cp932"))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))


def run(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    status = main.status(["breach", *arguments, "--incidents", "known.jsonl"])
    done = capsys.readouterr()
    return status, done.out, done.err


def found(capsys: Captured, *arguments: str) -> dict[str, Any]:
    status, out, err = run(capsys, *arguments, "--format", "json")
    assert (status, err) == (0, "")
    told: dict[str, Any] = json.loads(out)
    return told


def test_a_statement_is_compared(capsys: Captured) -> None:
    told = found(capsys, "affected", "list.csv")
    assert told["counts"]["answers"] == {
        "inside": 1,
        "near_edge": 0,
        "cannot_tell": 0,
        "outside": 1,
    }
    assert [(one["line"], one["answer"]) for one in told["findings"]] == [
        (1, "inside"),
        (2, "outside"),
    ]
    assert told["findings"][0]["quote"] == "この期間にご購入のお客様"
    assert told["incidents"]["a-1"]["advice"]


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "対象の期間に入っています"), ("en", "within the period")]
)
def test_people_read_it_in_both_languages(capsys: Captured, lang: str, words: str) -> None:
    status, out, _ = run(capsys, "affected", "list.csv", "--lang", lang)
    assert status == 0
    assert words in out
    assert "この期間にご購入のお客様" in out
    assert "41111111" not in out


def test_missing_columns_are_named_and_offered(capsys: Captured) -> None:
    Path("odd.csv").write_text(
        "いつ,どこで,いくら\n2024/02/01,うみねこ雑貨店,9\n", encoding="utf-8"
    )
    status, out, err = run(capsys, "affected", "odd.csv")
    assert (status, out) == (65, "")
    for words in ("いつ | どこで | いくら", "--map date=…", "--map merchant=…"):
        assert words in err
    assert "うみねこ" not in err
    assert len(err.splitlines()) == 1


def test_a_mapping_is_kept_for_the_same_header(capsys: Captured, tmp_path: Path) -> None:
    rows = "2024/02/01,うみねこ雑貨店,9\n"
    Path("odd.csv").write_text("いつ,どこで,いくら\n" + rows, encoding="utf-8")
    pairs = ["--map", "date=いつ", "--map", "merchant=2", "--save-mapping", "mine"]
    assert found(capsys, "affected", "odd.csv", *pairs)["counts"]["matched"] == 1
    assert found(capsys, "affected", "odd.csv")["counts"]["matched"] == 1
    kept = next((tmp_path / "config").rglob("columns.json")).read_text(encoding="utf-8")
    assert "うみねこ" not in kept
    Path("bare.csv").write_text(rows, encoding="utf-8")
    assert run(capsys, "affected", "bare.csv")[0] == 65
    numbers = ["--map", "date=1", "--map", "merchant=2"]
    assert found(capsys, "affected", "bare.csv", *numbers)["counts"]["matched"] == 1


def test_a_broken_memory_of_mappings_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "columns.json").write_text("{", encoding="utf-8")
    assert mappings.load(tmp_path / "columns.json") == mappings.Mappings()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["no.csv"], 66),
        (["."], 66),
        (["empty.csv"], 65),
        (["book.csv"], 65),
        (["list.csv", "--map", "nonsense"], 64),
        (["list.csv", "--map", "date=0"], 64),
        (["list.csv", "--profile", "nobody"], 64),
        (["list.csv", "--map", "date=ない列"], 65),
    ],
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_bad_input_is_one_clear_line(
    capsys: Captured, arguments: list[str], status: int, lang: str
) -> None:
    Path("empty.csv").write_bytes(b"")
    Path("book.csv").write_bytes(b"PK\x03\x04....")
    got, out, err = run(capsys, "affected", *arguments, "--lang", lang)
    assert (got, out, len(err.splitlines())) == (status, "", 1)
    assert err.startswith("mayoke: ")


def test_incidents_that_cannot_be_read(capsys: Captured) -> None:
    for text in ("nonsense", '{"exposure": 5}', '["a"]'):
        Path("known.jsonl").write_text(text, encoding="utf-8")
        status, out, err = run(capsys, "affected", "list.csv")
        assert (status, out, len(err.splitlines())) == (65, "", 1)


def test_the_large_engine_by_size(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    small = found(capsys, "affected", "list.csv")
    monkeypatch.setattr("mayoke.breach.purchases.scale.LARGE", 0)
    assert found(capsys, "affected", "list.csv") == small
    monkeypatch.setattr("mayoke.breach.purchases.scale.is_there", lambda: False)
    status, out, err = run(capsys, "affected", "list.csv", "--format", "json")
    assert (status, json.loads(out)) == (0, small)
    assert "mayoke[scale]" in err


def test_a_shop_gets_its_customers(capsys: Captured) -> None:
    Path("orders.csv").write_text(
        "注文日,会員ID,氏名,メールアドレス\n2024/02/01,7,=花子,a@example.jp\n2024/02/09,7,=花子,a@example.jp\n"
        "2024/05/01,8,一郎,b@example.jp\n",
        encoding="utf-8",
    )
    told = found(capsys, "customers", "orders.csv", "--incident", "a-1")
    assert [(one["customer"], one["orders"]) for one in told["customers"]] == [("7", 2)]
    status, out, _ = run(capsys, "customers", "orders.csv", "--incident", "a-1", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (status, [(row["customer"], row["name"], row["sure"]) for row in rows]) == (
        0,
        [("7", "'=花子", "yes")],
    )
    _, out, _ = run(capsys, "customers", "orders.csv", "--incident", "a-1", "--lang", "en")
    assert "customers to tell: 1" in out
    assert "花子" not in out


def test_customers_need_a_way_to_know_who_ordered(capsys: Captured) -> None:
    Path("orders.csv").write_text("注文日,金額\n2024/02/01,7\n", encoding="utf-8")
    status, out, err = run(capsys, "customers", "orders.csv", "--incident", "a-1")
    assert (status, out, len(err.splitlines())) == (65, "", 1)
    assert (
        run(capsys, "customers", "list.csv", "--incident", "nobody", "--map", "customer=2")[0] == 66
    )
