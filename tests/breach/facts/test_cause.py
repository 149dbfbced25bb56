from dataclasses import replace
from typing import Any

import pytest

from mayoke.breach.facts.cause import find as cause
from mayoke.breach.reading import Part, Reading
from tests.breach.facts.kind_specimens import names, reading, specimen, whole


def _read(name: str) -> tuple[Reading, Any]:
    read, expected = specimen("cause", name)
    if expected.pop("processor_client"):
        return replace(read, kind="processor_client_notice"), expected
    return replace(read, kind="operator_notice"), expected


@pytest.mark.parametrize("name", names("cause"))
def test_specimen(name: str) -> None:
    read, expected = _read(name)
    found = cause.find(read, whole(read))
    assert {"cause": found.cause, "confirmed": found.confirmed} == expected


@pytest.mark.parametrize("name", names("cause"))
def test_the_words_stand_in_the_notice(name: str) -> None:
    read, _ = _read(name)
    for place in cause.find(read, whole(read)).where:
        assert read.notice.text[place.quote.start : place.quote.end] == place.quote.quote


def test_an_empty_part_tells_no_cause() -> None:
    read = reading("ランサムウェアに感染しました。")
    assert cause.find(read, Part(())).cause == "unknown"
