"""``mayoke help`` on the real records."""

import io
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import pytest

from mayoke.doors import fonts, typed
from mayoke.doors.cli import main
from mayoke.doors.cli.help import command as help_module
from mayoke.doors.cli.help import values
from mayoke.doors.cli.options import Plain
from mayoke.doors.cli.terminal import width
from mayoke.help.words import JST
from mayoke.registry.help_load import load_help

Captured = pytest.CaptureFixture[str]
AT = ("--at", "2026-11-24T10:00")
REGISTRY = load_help()


@pytest.fixture(autouse=True)
def _own_house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    monkeypatch.setenv("COLUMNS", "200")
    for name in ("MAYOKE_CONFIG", "MAYOKE_DEBUG"):
        monkeypatch.delenv(name, raising=False)


class Typed(io.StringIO):
    """A terminal at which somebody types lines."""

    def isatty(self) -> bool:
        return True


def help_(*arguments: str) -> int:
    return main.status(["help", *AT, *arguments])


def told(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert help_("--format", "json", *arguments) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("".join(f"{line}\n" for line in lines)))


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("slug", REGISTRY.situations)
def test_every_plan_is_written_within_the_width(slug: str, lang: str, capsys: Captured) -> None:
    means = [word for one in REGISTRY.means for word in ("--means", one)]
    assert help_(slug, *means, "--lang", lang, "--when", "2026-11-20") == 0
    out = capsys.readouterr().out
    lines = [line for line in out.splitlines() if "https://" not in line]
    assert max(map(width, lines)) <= 88
    firsts = {getattr(one.first, lang)[:12] for one in REGISTRY.situations.values()}
    assert out[:12] in firsts
    assert "{" not in out
    assert "\x1b" not in out


def test_a_plan_begins_with_the_kind_line_and_numbers_its_steps(capsys: Captured) -> None:
    assert help_("card", "--when", "2026-11-20", "--amount", "3万円") == 0
    out = capsys.readouterr().out
    assert out.startswith(REGISTRY.situations["card"].first.ja[:20])
    assert "起きた日：2026年11月20日（金）" in out
    assert "金額：30,000円" in out
    assert "■ 今すぐ\n  1. " in out
    assert "#9110" in out


def test_colour_changes_no_line(capsys: Captured) -> None:
    assert help_("paid_bank", "--lang", "en", "--color", "never") == 0
    plain = capsys.readouterr().out
    assert help_("paid_bank", "--lang", "en", "--color", "always") == 0
    coloured = capsys.readouterr().out
    assert coloured != plain
    assert click.unstyle(coloured) == plain


def test_no_english_plan_holds_japanese(capsys: Captured) -> None:
    assert help_("card", "paid_bank", "--lang", "en") == 0
    assert not any("\u3040" <= ch <= "\u9fff" for ch in capsys.readouterr().out)


def test_a_closed_desk_says_what_to_do_meanwhile(capsys: Captured) -> None:
    main.status(["help", "paid_bank", "--at", "2026-11-22T23:00"])
    out = capsys.readouterr().out
    assert "今は受付時間外です。次は11月24日（火）8:30から" in out
    assert "それまでは：" in out


def test_json_holds_what_was_told(capsys: Captured) -> None:
    found = told(capsys, "card", "clicked", "--means", "card", "--contract-document", "2026-11-20")
    assert found["schema"] == "mayoke.plan/1"
    assert found["happened"]["situations"] == ["card", "clicked", "paid_card_shop"]
    assert found["happened"]["contract_document"] == "2026-11-20"
    assert found["asked_at"] == "2026-11-24T10:00:00+09:00"


def test_a_situation_is_known_by_its_name_and_by_other_words(capsys: Captured) -> None:
    for slug, one in REGISTRY.situations.items():
        for word in (slug, slug.upper(), one.name.ja, one.name.en, *one.aliases):
            wishes = Plain("ja", colour=False)
            found = values.situation(wishes, word, REGISTRY)
            assert found == slug, f"{word} leads to {found} as well"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["crad"], "もしかして: card"),
        (["zzzzzz"], "mayoke help --list"),
        (["card", "--means", "gift_cod"], "gift_code"),
        (["card", "--when", "soon"], "--when: 「soon」は日付として読めません"),
        (["card", "--when", "2026-13-01"], "日付"),
        (["card", "--when", "2026-11-25"], "先になっています"),
        (["card", "--amount", "many"], "「many」が読めません"),
        (["card", "--amount", "-5"], "読めません"),
        (["card", "--amount", "9" * 19], "金額"),
        (["card", "--contract-document", "2027-01-01"], "契約書面"),
        (["--list", "--format", "json"], "--format"),
        (["--topic", "zzzzz"], "--topic list"),
        ([], "mayoke help card"),
        (["--means", "qr_payment"], "mayoke help card"),
    ],
)
def test_a_wrong_word_is_one_clear_line_and_status_64(
    arguments: list[str], words: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert help_(*arguments) == 64
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""


def test_a_hostile_word_steers_no_terminal(capsys: Captured) -> None:
    assert help_("\x1b]0;x\x07" + "x" * 5000 + "{0}") == 64
    err = capsys.readouterr().err
    assert not set(err) & set("\x1b\x07")
    assert len(err) < 300


def test_on_a_terminal_it_asks(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = {slug: n for n, slug in enumerate(REGISTRY.situations, 1)}
    means = {slug: n for n, slug in enumerate(REGISTRY.means, 1)}
    typing(
        monkeypatch,
        "",
        "x",
        "99",
        f"{numbers['card']}、{numbers['clicked']}",
        "いつか",
        "昨日",
        "たくさん",
        "３万円",
        str(means["gift_code"]),
    )
    assert help_("--format", "json") == 0
    captured = capsys.readouterr()
    happened = json.loads(captured.out)["happened"]
    assert happened["situations"] == ["card", "clicked", "paid_code"]
    assert (happened["when"], happened["amount"]) == ("2026-11-23", 30000)
    assert happened["means"] == ["gift_code"]
    assert "何がありましたか。" in captured.err
    assert captured.err.count("1から19まで") == 3


def test_who_answers_with_enter_is_asked_no_more_than_needed(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "1", "", "")
    assert help_("--format", "json", "--lang", "en") == 0
    captured = capsys.readouterr()
    happened = json.loads(captured.out)["happened"]
    assert (happened["when"], happened["amount"], happened["means"]) == (None, None, [])
    assert "How was it paid?" not in captured.err


def test_who_goes_away_while_being_asked_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch)
    assert help_() == 130


def test_the_list_names_every_situation_and_means(capsys: Captured) -> None:
    assert main.status(["help", "--list"]) == 0
    out = capsys.readouterr().out
    names = {slug: one.name for slug, one in REGISTRY.situations.items()}
    for slug, name in (*names.items(), *((s, one.name) for s, one in REGISTRY.means.items())):
        assert f"  {slug} " in out
        assert name.ja in out


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("slug", REGISTRY.knowledge)
def test_every_page_can_be_read(slug: str, lang: str, capsys: Captured) -> None:
    assert main.status(["help", "--topic", slug, "--lang", lang]) == 0
    out = capsys.readouterr().out
    page = REGISTRY.knowledge[slug]
    title = page.title.ja if lang == "ja" else page.title.en
    assert out.startswith(title[:10])
    assert out.count("■ " if lang == "ja" else "# ") >= len(page.sections)
    assert max(width(line) for line in out.splitlines() if "https://" not in line) <= 88


def test_the_pages_are_listed(capsys: Captured) -> None:
    assert main.status(["help", "--topic", "list"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {slug} " in out for slug in REGISTRY.knowledge)


def test_a_sheet_is_written_as_a_page_and_as_a_pdf(tmp_path: Path, capsys: Captured) -> None:
    page, paper = tmp_path / "sheet.html", tmp_path / "sheet.pdf"
    assert help_("card", "--format", "html", "--out", str(page)) == 0
    assert help_("card", "--format", "pdf", "--out", str(paper)) == 0
    assert page.read_text(encoding="utf-8").startswith('<!doctype html>\n<html lang="ja">')
    assert paper.read_bytes().startswith(b"%PDF-")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("書き出しました") == 2


def test_a_file_that_cannot_be_made_is_status_73(tmp_path: Path, capsys: Captured) -> None:
    place = tmp_path / "none" / "sheet.html"
    assert help_("card", "--format", "html", "--out", str(place)) == 73
    assert "書き込めません" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_is_not_poured_into_a_terminal(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert help_("card", "--format", "pdf") == 64
    assert "--out" in capsys.readouterr().err


def test_without_the_extra_a_pdf_names_it(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert help_("card", "--format", "pdf", "--out", "never.pdf") == 69
    assert "mayoke[letters]" in capsys.readouterr().err


def test_without_japanese_type_a_pdf_says_what_to_install(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "japanese_type", lambda: ())
    assert help_("card", "--format", "pdf", "--out", "never.pdf", "--lang", "en") == 69
    assert "fonts-ipaexfont" in capsys.readouterr().err


def test_help_is_a_command_beside_the_option() -> None:
    context = click.Context(main.main, info_name="mayoke")
    assert main.main.get_command(context, "help") is help_module.help_
    assert "--help" in main.main.get_help(context)


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2026-11-22", "2026-11-22"),
        ("２０２６/11/22", "2026-11-22"),
        ("今日", "2026-11-24"),
        ("yesterday", "2026-11-23"),
        ("2026-11-22T14:30", "2026-11-22T14:30:00+09:00"),
        ("2026-11-22 14:30", "2026-11-22T14:30:00+09:00"),
        ("2026-11-22T05:30Z", "2026-11-22T05:30:00+00:00"),
        ("22.11.2026", None),
        ("14:30", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_type_it(word: str, day: str | None) -> None:
    found = typed.moment(word, datetime(2026, 11, 24, 10, 0, tzinfo=JST))
    assert (None if found is None else found.isoformat()) == day


@pytest.mark.parametrize(
    ("word", "amount"),
    [
        ("30000", 30000),
        ("30,000円", 30000),
        ("３万円", 30000),
        ("¥500", 500),
        ("", None),
        ("-1", None),
    ],
)
def test_a_sum_is_read_as_people_type_it(word: str, amount: int | None) -> None:
    assert typed.yen(word) == amount
