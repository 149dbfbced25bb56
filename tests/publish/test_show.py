"""A mail shown safely: offsets that hold, marks that overlap, texts that are shortened."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from mayoke.publish.show.show import ROOM, show
from mayoke.publish.show.visible import pieces, visible
from mayoke.records.shown import Mark, Segment, ShownPart

_HOSTILE = st.text(
    st.one_of(
        st.sampled_from('あい漢ab <&"\n\r\t\u200b\u202e\u3000\ufe0f\u200d❤👩\u0000\u0085\ud800'),
        st.characters(),
    ),
    max_size=120,
)


def only(parts: Sequence[ShownPart]) -> ShownPart:
    assert len(parts) == 1
    return parts[0]


def quote(part: ShownPart, note: int) -> str:
    return "".join(segment.text for segment in part.segments if note in segment.notes)


@given(_HOSTILE, st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=8))
@settings(max_examples=300, deadline=None)
def test_joined_pieces_give_the_text_and_marked_ones_the_quotation(
    text: str, places: list[tuple[int, int]]
) -> None:
    marks = [
        Mark(note, "1:text", *sorted((min(a, len(text)), min(b, len(text)))))
        for note, (a, b) in enumerate(places)
    ]
    shown = show({"1:text": text}, marks)
    for part in shown.parts:
        assert "".join(segment.text for segment in part.segments) == text
        for mark in marks:
            assert quote(part, mark.note) == text[mark.start : mark.end]
    assert not shown.unplaced


@given(_HOSTILE)
@settings(max_examples=300, deadline=None)
def test_nothing_that_turns_or_hides_is_put_on_a_page(text: str) -> None:
    line = visible(text)
    assert "\n" not in line
    for shown in (line, "".join(segment.shown for segment in pieces(text))):
        assert not set(shown) & set("\u200b\u202e\u2066\ufeff\x00\x1b\x85\u2028\r")
        shown.encode()


@given(st.lists(st.tuples(st.integers(0, 49_000), st.integers(1, 900)), min_size=1, max_size=50))
@settings(max_examples=60, deadline=None)
def test_a_long_text_is_cut_around_every_mark(places: list[tuple[int, int]]) -> None:
    text = "".join(chr(0x4E00 + at % 5000) for at in range(50_000))
    marks = [Mark(n, "1:text", a, min(a + size, 50_000)) for n, (a, size) in enumerate(places)]
    part = only(show({"1:text": text}, marks).parts)
    kept = sum(len(segment.text) for segment in part.segments)
    cut = sum(segment.count for segment in part.segments if segment.kind == "left_out")
    assert kept + cut == len(text)
    assert kept <= ROOM * 1.5
    for mark in marks:
        found = quote(part, mark.note)
        assert found.startswith(text[mark.start]) and found.endswith(text[mark.end - 1])
        if mark.end - mark.start <= ROOM // 50 - 40:
            assert found == text[mark.start : mark.end]


def test_marks_that_overlap_share_the_piece_in_the_middle() -> None:
    shown = show({"1:text": "abcdef"}, [Mark(1, "1:text", 0, 4), Mark(2, "1:text", 2, 6)])
    assert only(shown.parts).segments == (
        Segment("text", "ab", "ab", notes=(1,), begins=(1,)),
        Segment("text", "cd", "cd", notes=(1, 2), begins=(2,), ends=(1,)),
        Segment("text", "ef", "ef", notes=(2,), ends=(2,)),
    )


def test_one_note_may_have_several_places() -> None:
    shown = show({"1:text": "ab ab"}, [Mark(7, "1:text", 0, 2), Mark(7, "1:text", 3, 5)])
    part = only(shown.parts)
    assert part.notes == (7,)
    assert [segment.begins for segment in part.segments] == [(7,), (), ()]
    assert [segment.ends for segment in part.segments] == [(), (), (7,)]


def test_an_empty_mark_keeps_its_note() -> None:
    part = only(show({"1:text": "abc"}, [Mark(3, "1:text", 1, 1)]).parts)
    assert part.notes == (3,)
    assert not any(segment.notes for segment in part.segments)


def test_a_mark_that_fits_no_text_is_told() -> None:
    marks = [Mark(1, "2:text", 0, 1), Mark(2, "1:text", 0, 99), Mark(3, "1:text", 0, 1)]
    assert show({"1:text": "abc"}, marks).unplaced == (1, 2)


def test_hundreds_of_marks_are_bounded() -> None:
    marks = [Mark(n, "1:text", n, n + 1) for n in range(500)]
    shown = show({"1:text": "x" * 1000}, marks)
    assert len(only(shown.parts).notes) == 60
    assert shown.unplaced == tuple(range(60, 500))


def test_parts_stand_in_the_order_of_reading() -> None:
    parts = {
        "header:Received": "from a",
        "header:Subject": "件名",
        "header:From": "a@example.com",
        "header:To": "b@example.com",
        "1:text": "本文",
        "1:link:1": "https://example.com/",
        "1:link:2": "https://example.net/",
        "2:name": "file.zip",
        "1:hidden:1": "zzz",
    }
    marks = [Mark(n, name, 0, 1) for n, name in enumerate(("1:link:2", "header:Received"))]
    assert [part.part for part in show(parts, marks).parts] == [
        "header:From",
        "header:Subject",
        "header:Received",
        "1:text",
        "1:link:2",
        "2:name",
    ]


def test_the_plain_twin_of_an_html_text_is_shown_once() -> None:
    parts = {"1.1:text": "同じ 文\n", "1.2:text": "同じ文", "1.3:text": "別の文"}
    shown = show(parts, [Mark(0, "1.2:text", 0, 2)])
    assert [part.part for part in shown.parts] == ["1.2:text", "1.3:text"]


def test_forty_texts_still_fit_the_room() -> None:
    parts = {f"{n}:text": f"{n} " + "文" * 5000 for n in range(1, 100)}
    shown = show(parts, [])
    assert len(shown.parts) == 40
    kept = sum(len(segment.text) for part in shown.parts for segment in part.segments)
    assert kept <= ROOM * 1.5


def test_hidden_characters_are_named_and_counted() -> None:
    assert visible("三\u200b井") == "三‹U+200B›井"
    assert visible("a\u200b\u200b\u200b") == "a‹U+200B ×3›"
    assert visible("\u202eexe.fdp") == "‹U+202E›exe.fdp"


def test_emoji_and_name_variants_are_no_disguise() -> None:
    for text in ("❤\ufe0f", "👩\u200d💻", "辻\U000e0100さん"):
        assert visible(text) == text


def test_many_blank_lines_are_counted() -> None:
    found = list(pieces("上" + "\n \n" * 30 + "下"))
    assert [(one.kind, one.shown, one.count) for one in found] == [
        ("text", "上", 0),
        ("blank_lines", "", 59),
        ("text", "下", 0),
    ]


def test_few_line_breaks_stay() -> None:
    assert [one.shown for one in pieces("a\r\nb\n\n\nc")] == ["a\nb\n\n\nc"]
