"""Notices with pieces torn out, doubled and strewn in: every quotation stays exact, nothing dies."""

import random
from pathlib import Path

import pytest

from mayoke.breach.clocks import clocks
from mayoke.breach.describe import paragraph, rows
from mayoke.breach.encode import notice_json
from mayoke.breach.timeline import timeline
from mayoke.pipeline import read_notice
from mayoke.publish.timeline_svg import svg
from mayoke.records.errors import EmptyInput
from mayoke.registry.load import load

NOTICES = sorted((Path(__file__).parents[1] / "notices").glob("*/*.txt"))
_STREWN = "年月日0123456789、。「」（）()・~～\n\t件名円第①②令和平成同翌から まで以降"


def torn(text: str, chance: random.Random) -> str:
    """The text with up to twelve wounds."""
    for _ in range(chance.randint(1, 12)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randint(0, 60))
        piece = text[start:end]
        strewn = "".join(chance.choice(_STREWN) for _ in range(chance.randint(1, 12)))
        new = chance.choice(["", strewn, piece * 3, piece.replace("日", "").replace("月", "")])
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize("seed", range(8))
def test_a_torn_notice_is_read_with_exact_quotations(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        text = torn(chance.choice(NOTICES).read_bytes().decode("utf-8", "replace"), chance)
        try:
            reading = read_notice(text)
        except EmptyInput:
            continue
        found = notice_json(reading, with_text=True)
        whole = found["document"]["text"]
        for incident in found["incidents"]:
            for one in (
                *incident["exposure"],
                *incident["subject_periods"],
                *incident["affected_count"],
                *incident["timeline"],
            ):
                start, end = one["span"]
                assert whole[start:end] == one["quote"]
            for places in incident["where"].values():
                assert all(whole[one["start"] : one["end"]] == one["quote"] for one in places)
        for known in reading.incidents:
            assert paragraph(known).ja and rows(known)
            clocks(known, load().laws)
            assert svg(timeline(known, "ja")).startswith("<svg")
