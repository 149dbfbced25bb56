import io
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2  # type: ignore[import-untyped]
import pytest

from mayoke.doors.fonts import japanese_type
from mayoke.help.plan import plan
from mayoke.help.sheet import html, pdf, style
from mayoke.help.sheet_content import LONGEST_STORY, Lang, clean, content
from mayoke.records.errors import BadInput
from mayoke.records.plan import Happened
from tests.help.invented import NOW, REGISTRY

PLAN = plan(
    Happened(
        ("card", "paid"),
        when=date(2026, 11, 20),
        amount=98000,
        means=("transfer", "cash"),
        contract_document=date(2026, 11, 20),
    ),
    REGISTRY,
    NOW,
)
EVIL = '</div><script>alert(1)</script> #eval("1+1") #read("/etc/passwd") *太字* $x$ `code` @ref <lab> \\ "'


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    document.close()
    return re.sub(r"\s+", "", "".join(pages))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_both_forms_hold_everything_one_needs_at_a_desk(lang: Lang) -> None:
    told = content(PLAN, lang)
    page = squeezed(html(PLAN, lang))
    paper = text_of(pdf(PLAN, lang, fonts=japanese_type()))
    facts = [fact["text"] for fact in told["happened"]["facts"]]
    steps = [step["says"] for group in told["steps"]["groups"] for step in group["steps"]]
    contacts = [one[key] for one in told["contacts"]["texts"] for key in ("name", "phone", "hours")]
    deadlines = [one[key] for one in told["deadlines"]["texts"] for key in ("name", "says")]
    wanted = [
        told["title"], told["first"], *facts, *steps, *contacts, *deadlines, *told["warnings"]["texts"],
        *told["calls"]["columns"], *told["foot"],
    ]  # fmt: skip
    assert len(steps) == len(PLAN.steps)
    assert len(contacts) == 3 * len(PLAN.contacts)
    for text in wanted:
        assert squeezed(text) in page
        assert squeezed(text) in paper


def test_the_facts_are_told_as_one_would_say_them() -> None:
    facts = {fact["label"]: fact["text"] for fact in content(PLAN, "ja")["happened"]["facts"]}
    assert facts == {
        "起きたこと": "cardのこと、paidのこと",
        "起きた日": "2026年11月20日（金）",
        "金額": "98,000円",
        "支払いの方法": "振込、現金",
        "契約書面を受け取った日": "2026年11月20日（金）",
    }


def test_an_english_sheet_has_the_japanese_names_for_the_desk() -> None:
    told = content(PLAN, "en")
    assert told["happened"]["facts"][0]["text"] == (
        "The thing card (cardのこと); The thing paid (paidのこと)"
    )
    assert told["contacts"]["texts"][0]["other"] == "窓口always"


def test_what_is_not_known_has_room_to_be_filled_in() -> None:
    bare = plan(Happened(("card",)), REGISTRY, NOW)
    texts = [fact["text"] for fact in content(bare, "ja")["happened"]["facts"]]
    assert texts == ["cardのこと", *["（書き込んでください）"] * 3]


def test_hostile_text_stays_text() -> None:
    page = html(PLAN, "ja", story=EVIL)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    paper = text_of(pdf(PLAN, "ja", story=EVIL, fonts=japanese_type()))
    assert squeezed(EVIL) in paper


def test_hostile_names_stay_text_too() -> None:
    evil = replace(PLAN, first=replace(PLAN.first, ja=f"<img src=x onerror=y> {EVIL}"))
    page = html(evil, "ja")
    assert "<img" not in page
    assert "onerror=y&gt;" in page


def test_a_story_loses_what_nobody_can_see() -> None:
    assert clean("a\r\nb\x00\x1b[31m\u202ec\u200b\td\ud800") == "a\nb[31mc d\ufffd"
    assert len(clean("あ" * 50_000)) == LONGEST_STORY


@pytest.mark.parametrize("story", ["\ud800\x00", "あ" * 30_000, "a" * 3000, "\n" * 500 + "終"])
def test_any_story_makes_a_pdf(story: str) -> None:
    assert pdf(PLAN, "ja", story=story, fonts=japanese_type()).startswith(b"%PDF-")


def test_the_page_needs_nothing_else() -> None:
    page = html(PLAN, "ja")
    assert style() in page
    assert "http" not in re.sub(r'(href="|>)https://desk\.example\.jp/', "", page)
    assert "src=" not in page


def test_a_linked_style_leaves_no_inline_style() -> None:
    page = html(PLAN, "ja", style_href='sheet.css?a="1"')
    assert "<style" not in page
    assert " style=" not in page
    assert '<link rel="stylesheet" href="sheet.css?a=&quot;1&quot;">' in page


def test_every_box_has_a_label_of_its_own() -> None:
    page = html(PLAN, "ja")
    boxes = re.findall(r'type="checkbox" id="(step-\d+)"', page)
    assert boxes == [f"step-{one.number}" for one in PLAN.steps]
    assert re.findall(r'<label for="(step-\d+)">', page) == boxes


def test_the_same_plan_makes_the_same_pdf() -> None:
    first, second = (pdf(PLAN, "ja", fonts=japanese_type()) for _ in range(2))
    assert first == second


def test_any_clock_makes_a_pdf() -> None:
    now = datetime(2026, 11, 24, 1, 2, 3, 456789, tzinfo=ZoneInfo("America/New_York"))
    made = plan(Happened(("card",)), REGISTRY, now)
    assert "2026年11月24日（火）15:02" in text_of(pdf(made, "ja", fonts=japanese_type()))


def test_without_japanese_type_there_is_no_pdf_of_empty_boxes(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no Japanese type"):
        pdf(PLAN, "ja", fonts=[tmp_path])


def test_the_best_type_of_several_folders_is_taken(tmp_path: Path) -> None:
    for name in ("a/meiryo.ttc", "b/deep/IPAexG.TTF", "c/arial.ttf", "c/ipaexg.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    folders = [tmp_path / "none", tmp_path / "a", tmp_path / "b", tmp_path / "c"]
    assert japanese_type(folders) == (tmp_path / "b/deep",)
    assert japanese_type(folders[:2]) == (tmp_path / "a",)
    assert japanese_type([tmp_path / "c", tmp_path / "none"]) == ()
