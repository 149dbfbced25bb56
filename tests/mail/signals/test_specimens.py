"""Every signal has a specimen that fires and one that nearly does; each shows exactly its set."""

from pathlib import Path

import pytest

from mayoke.mail.signals.catalogue import Structural, structural
from mayoke.registry.lexicon import PhraseGroup
from mayoke.registry.load import load
from tools.specimens import FOLDER, shown, specimens

SPECIMENS = list(specimens())
IDS = [signal.info.id for signal in structural()]


@pytest.mark.parametrize("signal_id", IDS)
def test_signal_has_specimens(signal_id: str) -> None:
    folder = FOLDER / signal_id
    assert list(folder.glob("fires*.eml")), f"no firing specimen in {folder}"
    assert list(folder.glob("nearly*.eml")), f"no nearly firing specimen in {folder}"


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_specimen_shows_exactly_its_set(path: Path) -> None:
    expected = path.with_suffix(".expect").read_text("utf-8").split()
    assert shown(path) == expected


@pytest.mark.parametrize("path", SPECIMENS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_specimen_fires_or_not_as_named(path: Path) -> None:
    fires = path.parent.name in path.with_suffix(".expect").read_text("utf-8").split()
    assert fires == path.stem.startswith("fires")


def test_at_least_forty_five_structural_signals() -> None:
    assert len(IDS) >= 45


def test_ids_are_file_names_and_unique() -> None:
    groups = [group.id for group in load().lexicon]
    assert len(set(IDS + groups)) == len(IDS) + len(groups)


@pytest.mark.parametrize("signal", structural(), ids=lambda s: s.info.id)
def test_docstring_has_its_headings(signal: Structural) -> None:
    for heading in ("What it sees", "Why it matters", "When it is wrong", "Example"):
        assert f"\n{heading}\n" in signal.doc


@pytest.mark.parametrize("group", load().lexicon, ids=lambda g: g.id)
def test_group_has_both_sentences_and_a_near_miss(group: PhraseGroup) -> None:
    assert group.ja and group.en and group.nearly
