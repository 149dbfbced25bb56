"""The help room's records: every broken rule is told, and what is loaded is what was written."""

import shutil
from pathlib import Path

import pytest

from mayoke.records.errors import BadRegistry
from mayoke.registry.compile import DATA, compile_registry
from mayoke.registry.help_load import decode_help, load_help

FOLDERS = (
    *("brands", "lists", "kinds", "gaps", "laws", "lexicon"),
    *("contacts", "steps", "situations", "means", "deadlines", "knowledge"),
)


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole registry without its many brands and phrases."""
    folder = tmp_path_factory.mktemp("registry")
    for name in FOLDERS:
        if name in {"brands", "lexicon"}:
            (folder / name).mkdir()
        else:
            shutil.copytree(DATA / name, folder / name)
    return folder


@pytest.fixture
def data(originals: Path, tmp_path: Path) -> Path:
    return shutil.copytree(originals, tmp_path / "data")


def errors_of(data: Path) -> list[str]:
    with pytest.raises(BadRegistry) as raised:
        compile_registry(data)
    return str(raised.value).splitlines()


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("contacts/dic.toml", 'closes = "18:00"', 'closes = "8:00"', "hours are HH:MM: 09:30-8:00"),
        ("contacts/dic.toml", 'closes = "18:00"', 'closes = "08:00"', "closes before it opens: 09:30-08:00"),
        ("contacts/dic.toml", 'opens = "', 'opening = "', "Object contains unknown field `opening`"),
        ("contacts/dic.toml", "[[hours]]", "always = true\n[[hours]]", "is open always, or at hours, not both"),
        ("contacts/capj.toml", "info@", "info at ", "no mail address"),
        ("steps/beware-recovery.toml", "slug = ", "name = 1\nslug = ", "unknown field `name`"),
        ("situations/card.toml", 'id = "beware-recovery"', 'id = "beware"', "there is no step beware"),
        ("situations/card.toml", 'id = "beware-recovery"', 'id = "beware"', "nothing warns of recovery scams"),
        ("means/bank_transfer.toml", '"paid_bank"', '"paid_by_bank"', "there is no situation paid_by_bank"),
        ("deadlines/card60.toml", "days = 60", "", "counts from a day, but has no number of days"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told(data: Path, file: str, old: str, new: str, told: str) -> None:
    path = data / file
    text = path.read_text("utf-8")
    changed = text.replace(old, new, 1)
    assert changed != text
    path.write_text(changed, "utf-8")
    assert any(line.startswith(file) and told in line for line in errors_of(data)), errors_of(data)


def test_a_step_that_nothing_takes_is_told(data: Path) -> None:
    text = (data / "steps" / "beware-recovery.toml").read_text("utf-8")
    other = text.replace('slug = "beware-recovery"', 'slug = "stray"', 1)
    (data / "steps" / "stray.toml").write_text(other, "utf-8")
    assert "steps/stray.toml: nothing takes it" in errors_of(data)


def test_a_number_or_an_address_in_a_step_is_told(data: Path) -> None:
    path = data / "steps" / "beware-recovery.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("。", "。03-0000-0000に電話します。", 1), "utf-8")
    assert any("a number or an address in words" in line for line in errors_of(data))


def test_the_records_are_loaded_in_the_order_people_see_them() -> None:
    registry = load_help()
    assert [s.order for s in registry.situations.values()] == sorted(
        s.order for s in registry.situations.values()
    )
    assert len(registry.situations) == 19
    assert next(iter(registry.situations)) == "opened"


def test_a_damaged_file_is_told() -> None:
    with pytest.raises(BadRegistry, match=r"compiled_help\.json"):
        decode_help(b"{}")
