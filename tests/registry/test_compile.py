"""The registry's files: all of them hold, and every broken rule is told in one line."""

import re
import shutil
from pathlib import Path

import pytest

from mayoke.records.errors import BadRegistry
from mayoke.registry.compile import DATA, compile_registry, read_sources
from mayoke.registry.help_load import COMPILED_HELP
from mayoke.registry.load import COMPILED, decode
from mayoke.registry.sources import across, each

PHRASE = """
id = "asks_for_a_code"
speaks_for = "scam"
kinds = ["phishing"]
topics = ["phish_common"]
ja = "「{quote}」と、認証コードを求めています。"
en = "It asks for a sign-in code: \\"{quote}\\"."
sources = ["own"]
checked_on = 2026-11-22
quality = "own"
nearly = ["認証コードをお送りしました。"]
[[phrase]]
text = "(認証コード|ワンタイムパスワード) … 返信"
specimen = "届いた認証コードをこのメールに返信してください。"
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small registry that holds: all lists and kinds, two brands, one phrase signal."""
    for folder in ("lists", "kinds", "gaps", "contacts"):
        shutil.copytree(DATA / folder, tmp_path / folder)
    for folder in ("brands", "lexicon"):
        (tmp_path / folder).mkdir()
    for slug in ("yodobashi", "netflix"):
        shutil.copy(DATA / "brands" / f"{slug}.toml", tmp_path / "brands")
    (tmp_path / "lexicon" / "asks_for_a_code.toml").write_text(PHRASE, encoding="utf-8")
    return tmp_path


def errors_of(data: Path) -> list[str]:
    with pytest.raises(BadRegistry) as raised:
        compile_registry(data)
    return str(raised.value).splitlines()


def test_every_file_of_the_registry_holds() -> None:
    errors: list[str] = []
    sources = read_sources(DATA, errors)
    assert [*errors, *each(sources), *across(sources)] == []
    assert len(sources.brands) > 200


def test_compiled_files_are_not_stale() -> None:
    stale = "run: python -m mayoke.registry.compile"
    assert (COMPILED.read_bytes(), COMPILED_HELP.read_bytes()) == compile_registry(DATA), stale


def test_the_same_files_give_the_same_bytes_and_version(data: Path) -> None:
    first = compile_registry(data)
    assert compile_registry(data) == first
    assert re.fullmatch(r"[0-9a-f]{64}", decode(first[0]).version)


def test_a_change_changes_the_version(data: Path) -> None:
    before = decode(compile_registry(data)[0]).version
    path = data / "gaps" / "no-header.toml"
    path.write_text(path.read_text("utf-8").replace("The header", "A header"), "utf-8")
    assert decode(compile_registry(data)[0]).version != before


def test_a_phrase_file_is_expanded_and_kept_with_its_examples(data: Path) -> None:
    (group,) = decode(compile_registry(data)[0]).lexicon
    assert group.id == "asks_for_a_code"
    assert group.phrases[0].sequences == (
        ("認証コード", "返信"),
        ("ワンタイムパスワード", "返信"),
    )
    assert group.nearly == ("認証コードをお送りしました。",)


BROKEN = [
    (
        "brands/netflix.toml",
        'slug = "netflix"',
        'slug = "netflicks"',
        "is named 'netflicks' inside, must be 'netflix'",
    ),
    (
        "brands/netflix.toml",
        'match = "sub"',
        'match = "exact"',
        "Invalid enum value 'exact' - at `$.match`",
    ),
    (
        "brands/netflix.toml",
        "checked_on = 2026-11-22\n",
        "",
        "Object missing required field `checked_on`",
    ),
    (
        "brands/netflix.toml",
        "checked_on",
        'colour = "red"\nchecked_on',
        "Object contains unknown field `colour`",
    ),
    (
        "brands/netflix.toml",
        'login_domains = ["netflix.com"]',
        'login_domains = ["Netflix.com"]',
        "no domain in lower case: 'Netflix.com'",
    ),
    (
        "brands/netflix.toml",
        'login_domains = ["netflix.com"]',
        'login_domains = ["yodobashi.com"]',
        "yodobashi.com belongs to netflix already",
    ),
    (
        "brands/netflix.toml",
        'login_domains = ["netflix.com"]',
        'login_domains = ["netflix.com"]\nhosting_domains = ["netflix.com"]',
        "both a login and a hosting domain: netflix.com",
    ),
    (
        "brands/netflix.toml",
        'login_domains = ["netflix.com"]',
        'login_domains = ["netflix.com"]\nshared_domains = ["netflix.com"]',
        "shares netflix.com, which no brand owns",
    ),
    (
        "brands/netflix.toml",
        'match = "sub"',
        'match = "sub"\ngroup = "films"',
        "alone in the group 'films'",
    ),
    (
        "brands/netflix.toml",
        'match = "sub"',
        'match = "sub"\nweak_names = ["フリックス"]',
        "a weak name is no name of the brand: フリックス",
    ),
    (
        "brands/netflix.toml",
        'kana = "ネットフリックス"',
        'kana = "ヨドバシ"',
        "the name 'ヨドバシ' belongs to netflix already",
    ),
    (
        "brands/netflix.toml",
        'name_en = "Netflix"',
        'name_en = "Net\u200bflix"',
        "an invisible character in line 3",
    ),
    (
        "brands/netflix.toml",
        'name_en = "Netflix"',
        'name_en = "Netflix',
        "Illegal character '\\n' (at line 3, column 19)",
    ),
    (
        "brands/netflix.toml",
        'grade = "code"',
        'grade = "sure"',
        "Invalid enum value 'sure' - at `$.sending_domains[0].grade`",
    ),
    ("lists/cheap_tlds.toml", '"top"', '".top"', "not in the list's form: '.top'"),
    (
        "lists/shorteners.toml",
        '"bit.ly"',
        '"a.bit.ly",\n  "bit.ly"',
        "a.bit.ly is covered by bit.ly",
    ),
    (
        "kinds/bec.toml",
        'family = "billing"',
        'family = ""',
        "a scam, and only a scam, belongs to a family",
    ),
    ("kinds/bec.toml", '"line_president"', '"president"', "no such topic: president"),
    (
        "kinds/bec.toml",
        "返信せず、",
        "これで安全です。",
        "promises that something is safe: これで安全です。振り込みや口座の変更の手続きをいったん止めてください。",
    ),
    (
        "kinds/none.toml",
        "公式アプリやブックマーク",
        "電話（#9999）",
        "no contact has the number #9999",
    ),
    (
        "gaps/no-header.toml",
        "en = ",
        'english = "x"\nen = ',
        "Object contains unknown field `english`",
    ),
    (
        "contacts/consumer188.toml",
        'phone = "188"',
        'phone = "188 (free)"',
        "no phone number: '188 (free)'",
    ),
    (
        "lexicon/asks_for_a_code.toml",
        "届いた認証コード",
        "届いた番号",
        "the specimen does not match: (認証コード|ワンタイムパスワード) … 返信",
    ),
    (
        "lexicon/asks_for_a_code.toml",
        "お送りしました。",
        "返信に書きました。",
        "'(認証コード|ワンタイムパスワード) … 返信' matches the nearly sentence '認証コードを返信に書きました。'",
    ),
    (
        "lexicon/asks_for_a_code.toml",
        "「{quote}」",
        "「{code}」",
        "only {quote} may stand in braces: 「{code}」と、認証コードを求めています。",
    ),
    ("lexicon/asks_for_a_code.toml", '["phishing"]', '["fishing"]', "no such kind: fishing"),
    (
        "lexicon/asks_for_a_code.toml",
        '["認証コードをお送りしました。"]',
        "[]",
        "needs a sentence that nearly fires",
    ),
    (
        "lexicon/asks_for_a_code.toml",
        '"(認証コード|',
        '"(認証コード|(',
        "brackets do not pair, or are nested: (認証コード|(ワンタイムパスワード) … 返信",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "rule"), BROKEN)
def test_a_broken_rule_is_told_with_its_file(
    data: Path, name: str, old: str, new: str, rule: str
) -> None:
    path = data / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    lines = errors_of(data)
    assert any(line.endswith(rule) for line in lines), lines
    assert all(re.match(r"[a-z]+/[a-z0-9_-]+\.toml: ", line) for line in lines)


def test_the_file_is_named_that_breaks_the_rule(data: Path) -> None:
    path = data / "kinds" / "bec.toml"
    path.write_text(path.read_text("utf-8").replace('slug = "bec"', 'slug = "x"'), "utf-8")
    assert errors_of(data) == ["kinds/bec.toml: is named 'x' inside, must be 'bec'"]


def test_missing_lists_and_kinds_are_told(data: Path) -> None:
    (data / "lists" / "neutral.toml").unlink()
    (data / "kinds" / "unsure.toml").unlink()
    assert errors_of(data) == ["lists/neutral.toml: is missing", "kinds/unsure.toml: is missing"]


def test_a_stray_file_is_told(data: Path) -> None:
    (data / "brands" / "notes.txt").write_text("x")
    assert errors_of(data) == ["brands/notes.txt: is no .toml file"]


def test_all_errors_are_told_at_once(data: Path) -> None:
    for slug in ("netflix", "yodobashi"):
        (data / "brands" / f"{slug}.toml").write_text("slug = 1")
    assert [line.partition(":")[0] for line in errors_of(data)] == [
        "brands/netflix.toml",
        "brands/yodobashi.toml",
    ]
