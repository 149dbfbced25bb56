"""``mayoke breach`` and ``mayoke store``: notices read, kept, reviewed, found, written out."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import mayoke
from mayoke.doors.cli import main

Captured = pytest.CaptureFixture[str]

FIRST = """2024年7月1日
お客様各位
株式会社しおさい堂
代表取締役 汐見 渚

「しおさい堂 本店」への不正アクセスによる個人情報漏えいに関するお詫びとお知らせ

このたび、当社が運営する「しおさい堂 本店」（https://shop.shiosai.example/）が第三者による不正アクセスを受け、お客様のクレジットカード情報（1,204件）が漏えいした可能性があることが判明いたしました。

1. 経緯
2024年3月1日、一部のクレジットカード会社から、お客様のカード情報の漏えい懸念について連絡を受け、同日、カード決済を停止いたしました。
2024年5月20日、調査機関による調査が完了し、2023年4月1日から2024年3月1日までの期間に購入されたお客様のカード情報が漏えいした可能性があることを確認いたしました。

2. 漏えいした可能性のある情報
・カード番号
・有効期限
・セキュリティコード

3. お問い合わせ窓口
しおさい堂 お客様相談室
電話番号：0120-000-456
受付時間：平日9時～17時
"""
LATER = """2024年10月15日
株式会社しおさい堂

「しおさい堂 本店」への不正アクセスに関するご報告（第二報）

2024年7月1日に公表いたしました「しおさい堂 本店」への不正アクセスによるカード情報の漏えいについて、その後の調査の結果をご報告いたします。
2024年3月1日にカード会社から連絡を受けた本件につき、漏えいした可能性のあるカード情報は、前回公表の1,204件から1,150件となりました。
2023年4月1日から2024年3月1日までの期間に購入されたお客様が対象です。

漏えいした可能性のある情報
・カード番号
・有効期限
・セキュリティコード
"""
RECIPE = "本日のおすすめは、かぼちゃの煮物です。よく洗ってから、一口大に切ります。\n"


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, folder in (("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")):
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    for name in ("MAYOKE_CONFIG", "MAYOKE_DATABASE_URL", "MAYOKE_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    (tmp_path / "recipe.txt").write_text(RECIPE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def run(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    status = main.status(arguments)
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def told(capsys: Captured, *arguments: str) -> dict[str, Any]:
    status, out, err = run(capsys, *arguments, "--format", "json")
    assert (status, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found


def test_a_notice_is_read_for_people_and_for_programs(capsys: Captured) -> None:
    status, out, _ = run(capsys, "breach", "read", "first.txt")
    assert status == 0
    assert (
        "株式会社しおさい堂" in out
        and "2023年4月1日から2024年3月1日まで" in out
        and "1,204件" in out
    )
    found = told(capsys, "breach", "read", "first.txt", "--with-text")
    schema = json.loads(
        (Path(mayoke.__file__).parent / "doors" / "notice.schema.json").read_text(encoding="utf-8")
    )
    Draft202012Validator(schema).validate(found)
    incident, text = found["incidents"][0], found["document"]["text"]
    assert incident["delays"]["suspicion_to_disclosure_days"] == 122
    for one in (*incident["exposure"], *incident["affected_count"], *incident["timeline"]):
        start, end = one["span"]
        assert text[start:end] == one["quote"]
    for places in incident["where"].values():
        assert all(text[one["start"] : one["end"]] == one["quote"] for one in places)


def test_every_line_of_the_english_answer_is_english(capsys: Captured) -> None:
    _, out, _ = run(capsys, "breach", "read", "first.txt", "--lang", "en")
    assert "This tells of a data leak" in out and "card security code" in out
    assert "漏れた" not in out


def test_an_incident_is_told_in_a_few_sentences(capsys: Captured) -> None:
    _, out, _ = run(capsys, "breach", "read", "first.txt", "--format", "paragraph")
    assert out.startswith("株式会社しおさい堂の「しおさい堂 本店」で") and "122日" in out
    _, out, _ = run(capsys, "breach", "read", "recipe.txt", "--format", "paragraph", "--lang", "en")
    assert out == "No data leak was found in this document.\n"


def test_what_changed_is_told_in_english_too(capsys: Captured) -> None:
    run(capsys, "breach", "add", "first.txt")
    _, out, _ = run(capsys, "breach", "add", "later.txt", "--lang", "en")
    assert "number: lowered  1204 件 → 1150 件" in out


def test_the_course_is_drawn_into_a_file(capsys: Captured, tmp_path: Path) -> None:
    run(capsys, "breach", "read", "first.txt", "--svg", "course.svg")
    assert (tmp_path / "course.svg").read_text(encoding="utf-8").startswith("<svg")
    status, _, err = run(capsys, "breach", "read", "first.txt", "--svg", "no/such/folder.svg")
    assert status == 73 and err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("empty.txt", b"", 65),
        ("word.docx", b"PK\x03\x04" + b"\x00" * 100, 65),
        ("locked.pdf", b"%PDF-1.4 nothing", 65),
        ("missing.txt", None, 66),
    ],
)
def test_what_cannot_be_read_is_one_line(
    capsys: Captured, tmp_path: Path, name: str, content: bytes | None, status: int
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    for lang in ("ja", "en"):
        got, out, err = run(capsys, "breach", "read", name, "--lang", lang)
        assert (got, out, err.count("\n")) == (status, "", 1)
        assert name in err


def test_what_is_no_notice_is_said_to_be_none_and_not_added(capsys: Captured) -> None:
    found = told(capsys, "breach", "read", "recipe.txt")
    assert found["describes_incident"] is False and found["incidents"] == []
    status, out, err = run(capsys, "breach", "add", "recipe.txt")
    assert (status, out, err.count("\n")) == (65, "", 1)
    status, _, _ = run(capsys, "breach", "list")
    assert status == 66  # no ledger was made for it


def test_a_notice_and_its_later_report_become_one_incident(capsys: Captured) -> None:
    status, out, _ = run(capsys, "breach", "add", "first.txt")
    assert status == 0 and out.startswith("2024-0001: 新しい件")
    status, out, _ = run(capsys, "breach", "add", "later.txt")
    assert status == 0 and out.startswith("2024-0001: この件の続き")
    assert "件数: 減少  1204 件 → 1150 件" in out
    _, out, _ = run(capsys, "breach", "add", "first.txt")
    assert "すでに台帳にあります" in out
    found = told(capsys, "breach", "show", "2024-0001")
    assert [version["number"] for version in found["versions"]] == [1, 2]
    counts = [c["count"] for c in found["incident"]["affected_count"] if c.get("primary")]
    assert counts == [1150]
    _, out, _ = run(capsys, "breach", "show", "2024-0001")
    assert "1,204件 → 1,150件" in out
    assert "■ もとのお知らせ" in out and "■ 台帳の記録" in out


def test_two_people_bring_an_incident_to_the_public(capsys: Captured) -> None:
    run(capsys, "breach", "add", "first.txt", "--as", "花子")
    status, _, err = run(capsys, "breach", "review", "2024-0001", "--as", "花子")
    assert status == 77 and "花子" in err
    assert run(capsys, "breach", "review", "2024-0001", "--as", "太郎")[0] == 0
    assert run(capsys, "breach", "publish", "2024-0001", "--as", "太郎")[0] == 0
    _, out, _ = run(capsys, "breach", "export", "--format", "hibp")
    assert [one["PwnCount"] for one in json.loads(out)] == [1204]
    assert run(capsys, "breach", "withdraw", "2024-0001")[0] == 64  # a reason is needed
    assert run(capsys, "breach", "withdraw", "2024-0001", "--why", "誤り")[0] == 0
    assert run(capsys, "breach", "export", "--format", "hibp")[1].strip() == "[]"
    history = told(capsys, "breach", "show", "2024-0001")["history"]
    assert [one["after"] for one in history] == ["new", "reviewed", "published", "withdrawn"]
    assert run(capsys, "breach", "reopen", "2024-0001")[0] == 0


def test_who_works_alone_may_say_so(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "config" / "mayoke").mkdir(parents=True)
    file = tmp_path / "config" / "mayoke" / "config.toml"
    file.write_text('acting_as = "花子"\nself_review = true\n', encoding="utf-8")
    run(capsys, "breach", "add", "first.txt")
    assert run(capsys, "breach", "review", "2024-0001")[0] == 0


def test_a_correction_keeps_what_the_notice_said(capsys: Captured) -> None:
    run(capsys, "breach", "add", "first.txt")
    arguments = (
        "breach",
        "correct",
        "2024-0001",
        "organisation=しおさい堂株式会社",
        "--why",
        "登記",
    )
    assert run(capsys, *arguments)[0] == 0
    found = told(capsys, "breach", "show", "2024-0001")
    assert found["incident"]["organisation"] == "しおさい堂株式会社"
    assert found["versions"][0]["incident"]["organisation"] == "株式会社しおさい堂"
    assert found["corrections"][0]["old"] == "株式会社しおさい堂"
    assert (
        run(capsys, "breach", "correct", "2024-0001", 'aliases=["ｼｵｻｲ"]', "--why", "明細")[0] == 0
    )
    assert told(capsys, "breach", "show", "2024-0001")["incident"]["aliases"] == ["ｼｵｻｲ"]
    status, _, err = run(capsys, "breach", "correct", "2024-0001", "no.such=1", "--why", "x")
    assert status == 64 and err.count("\n") == 1
    assert run(capsys, "breach", "correct", "2024-0001", "nothing", "--why", "x")[0] == 64
    for wrong in ("cause=aliens", "data_items=[1]", "affected_count.0.count=many"):
        assert run(capsys, "breach", "correct", "2024-0001", wrong, "--why", "x")[0] == 64
    assert len(told(capsys, "breach", "show", "2024-0001")["corrections"]) == 2


def test_words_of_two_characters_are_found(capsys: Captured) -> None:
    run(capsys, "breach", "add", "first.txt")
    for words in (["決済"], ["しおさい", "漏えい"], ["カード番号"], ["shiosai.example"]):
        found = told(capsys, "breach", "search", *words)
        assert [one["id"] for one in found["incidents"]] == ["2024-0001"]
    assert told(capsys, "breach", "search", "温泉")["incidents"] == []


def test_the_ledger_tells_where_it_is_and_what_it_holds(capsys: Captured, tmp_path: Path) -> None:
    run(capsys, "breach", "add", "first.txt")
    found = told(capsys, "breach", "stats")
    assert found["place"] == f"sqlite:///{tmp_path}/data/mayoke/mayoke.db"
    assert (found["incidents"], found["median_days_to_disclosure"]) == (1, 122)
    assert told(capsys, "breach", "list", "--card")["total"] == 1
    assert told(capsys, "breach", "list", "--no-card")["total"] == 0
    assert told(capsys, "breach", "list", "--since", "2024-07-02")["total"] == 0


def test_an_export_goes_into_another_ledger(capsys: Captured, tmp_path: Path) -> None:
    run(capsys, "breach", "add", "first.txt")
    assert run(capsys, "breach", "export", "-o", "all.jsonl")[0] == 0
    other = f"sqlite:///{tmp_path}/other.db"
    assert "1件" in run(capsys, "breach", "import", "all.jsonl", "--database", other)[1]
    assert told(capsys, "breach", "list", "--database", other)["total"] == 1
    (tmp_path / "bad.jsonl").write_text('{"incident": {}}\nno json\n', encoding="utf-8")
    status, _, err = run(capsys, "breach", "import", "bad.jsonl", "--database", other)
    assert status == 65 and err.count("\n") == 1
    assert told(capsys, "breach", "list", "--database", other)["total"] == 1
    rows = list(csv.DictReader(io.StringIO(run(capsys, "breach", "export", "--format", "csv")[1])))
    assert rows[0]["organisation"] == "株式会社しおさい堂"
    assert (
        json.loads(run(capsys, "breach", "export", "--format", "veris")[1])[0]["schema_version"]
        == "1.4.1"
    )


def test_a_copy_of_the_ledger_comes_back_whole_or_not_at_all(
    capsys: Captured, tmp_path: Path
) -> None:
    run(capsys, "breach", "add", "first.txt")
    assert run(capsys, "store", "backup", "copy.jsonl.gz")[0] == 0
    other = f"sqlite:///{tmp_path}/other.db"
    (tmp_path / "half.gz").write_bytes((tmp_path / "copy.jsonl.gz").read_bytes()[:200])
    status, _, err = run(capsys, "store", "restore", "half.gz", "--database", other)
    assert status == 65 and err.count("\n") == 1
    assert run(capsys, "store", "restore", "copy.jsonl.gz", "--database", other)[0] == 0
    assert told(capsys, "breach", "list", "--database", other)["total"] == 1
    assert run(capsys, "store", "restore", "copy.jsonl.gz", "--database", other)[0] == 73


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_foreign_or_unreachable_store_is_one_line(
    capsys: Captured, tmp_path: Path, lang: str
) -> None:
    (tmp_path / "note.db").write_text("this is no database, only a note" * 100, encoding="utf-8")
    places = {
        f"sqlite:///{tmp_path}/note.db": 65,
        "postgresql://nobody:secret@127.0.0.1:1/none": 69,
        "nonsense": 69,
    }
    for place, expected in places.items():
        status, out, err = run(capsys, "breach", "list", "--database", place, "--lang", lang)
        assert (status, out, err.count("\n")) == (expected, "", 1)
        assert "secret" not in err


def test_an_unknown_incident_is_one_line(capsys: Captured) -> None:
    run(capsys, "breach", "add", "first.txt")
    for command in (("show",), ("review",), ("timeline",)):
        status, _, err = run(capsys, "breach", *command, "1999-9999")
        assert status == 66 and err.count("\n") == 1


def test_a_mail_that_names_a_leaked_shop_is_told_apart(capsys: Captured, tmp_path: Path) -> None:
    run(capsys, "breach", "add", "first.txt")
    mail = tmp_path / "mail.eml"
    text = (
        "From: しおさい堂 <info@shiosai-owabi.example.net>\nTo: hanako@example.jp\n"
        "Subject: 個人情報漏えいのお詫び\nContent-Type: text/plain; charset=utf-8\n\n"
        "しおさい堂 本店をご利用のお客様へ。漏えいの件でご確認ください。\n{link}\n"
    )
    mail.write_text(text.format(link="https://shiosai-owabi.example.net/check"), encoding="utf-8")
    main.status(["check", "--format", "json", "mail.eml"])
    found = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in found["related"]["incidents"]] == ["2024-0001"]
    assert "leaked_shop_links_elsewhere" in {one["id"] for one in found["evidence"]}
    mail.write_text(text.format(link="https://shop.shiosai.example/news/"), encoding="utf-8")
    main.status(["check", "--format", "json", "mail.eml"])
    found = json.loads(capsys.readouterr().out)
    assert "leaked_shop_links_to_itself" in {one["id"] for one in found["evidence"]}


def test_a_ledger_that_cannot_be_opened_is_a_gap_of_the_check(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAYOKE_DATABASE_URL", f"sqlite:///{tmp_path}/none.db")
    (tmp_path / "mail.eml").write_text("Subject: test\n\nhello\n", encoding="utf-8")
    main.status(["check", "--format", "json", "mail.eml"])
    found = json.loads(capsys.readouterr().out)
    assert "ledger" in {gap["what"] for gap in found["gaps"]}
