"""The picture of a course of events, and its lines for a terminal."""

from datetime import date
from xml.etree import ElementTree as ET

from mayoke.breach.timeline import timeline
from mayoke.publish.timeline_svg import svg
from mayoke.publish.timeline_text import lines
from mayoke.records.timeline import Mark, Timeline
from tests.breach.incidents import incident

SVG = "{http://www.w3.org/2000/svg}"


def drawing(*marks: Mark) -> Timeline:
    return Timeline("経過", marks, (), "{n}日後", "最初から", "日付なし")


def test_every_event_stands_in_the_picture_once_on_the_axis_and_once_below() -> None:
    root = ET.fromstring(svg(timeline(incident(), "ja")))
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert texts.count("2024年3月4日") == 1
    assert texts.count("8") == 2  # the eighth circle, on the axis and in the list
    assert "122日後" in texts
    assert root.find(f"{SVG}desc") is not None


def test_no_circle_hides_another() -> None:
    marks = tuple(Mark(date(2024, 1, 1 + n % 3), "日", "こと") for n in range(9))
    root = ET.fromstring(svg(drawing(*marks)))
    centres = [(float(c.attrib["cx"]), float(c.attrib["cy"])) for c in root.iter(f"{SVG}circle")]
    assert len(set(centres)) == len(centres) == 18


def test_a_hostile_name_cannot_leave_its_place() -> None:
    picture = svg(drawing(Mark(date(2024, 1, 1), "<script>", "\"/><a href='x'>\x00\x1b[31m")))
    root = ET.fromstring(picture)
    assert not list(root.iter(f"{SVG}script")) and not list(root.iter(f"{SVG}a"))
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_a_thousand_events_stay_a_picture() -> None:
    marks = tuple(Mark(date(2024, 1, 1), "日", "こと") for _ in range(1000))
    assert len(svg(drawing(*marks))) < 40_000


def test_nothing_dated_still_draws() -> None:
    ET.fromstring(svg(drawing(Mark(None, "3月5日", "公表"))))
    ET.fromstring(svg(drawing()))


def test_the_lines_of_a_terminal_tell_the_days_between() -> None:
    told = list(lines(timeline(incident(), "ja")))
    assert told[0].startswith("2023-04-01 ━ 2024-03-01")
    assert "           │ 3日後" in told
    assert [line for line in told if "この公表" in line] == ["2024-07-01 ● この公表"]
