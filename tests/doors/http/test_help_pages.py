"""The Help pages: what happened, the plan, the sheet, contacts with their hours, knowledge."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from starlette.testclient import TestClient

from mayoke.doors import fonts
from mayoke.doors.http.pages.help import plan as help_plan
from mayoke.doors.http.pages.help import words as help_words
from mayoke.help import sheet
from mayoke.help.plan import plan
from mayoke.help.words import OWN_WAYS, RECOVERY
from mayoke.records.plan import Happened
from mayoke.registry.help_load import load_help
from tests.doors.http.checking import page, text, value, visitor

REGISTRY = load_help()
NIGHT = datetime(2026, 11, 25, 14, 0, tzinfo=UTC)  # Wednesday, 23:00 in Japan
HOSTILE = "</textarea><script>alert(1)</script>\"'{{7*7}}\u202e"
LANGS = [("ja", ""), ("en", "/en")]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with visitor() as made:
        yield made


@pytest.fixture
def at_night(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(help_plan, "now", lambda: NIGHT)


def words_of(tree: LexborHTMLParser, wanted: str = "main") -> str:
    return text(tree, wanted)


@pytest.mark.parametrize(("lang", "prefix"), LANGS)
def test_every_situation_stands_once_in_the_form_with_a_label(
    client: TestClient, lang: str, prefix: str
) -> None:
    tree = page(client.get(f"{prefix}/help"))
    boxes = [str(one.attributes["value"]) for one in tree.css('input[name="situations"]')]
    assert sorted(boxes) == sorted(REGISTRY.situations) and len(boxes) == 19
    told = words_of(tree)
    assert all(getattr(one.name, lang) in told for one in REGISTRY.situations.values())
    labelled = {one.attributes.get("for") for one in tree.css("label[for]")}
    loose = [
        one.attributes["id"]
        for one in tree.css("input[id], textarea[id]")
        if one.attributes["id"] not in labelled
    ]
    assert loose == []
    assert told.index("110") < told.index(getattr(REGISTRY.situations["opened"].name, lang))


def test_a_new_situation_that_no_group_names_is_still_shown() -> None:
    one = REGISTRY.situations["card"]
    groups = help_words.grouped({"new": one})
    assert [group.situations for group in groups] == [(one,)]


@pytest.mark.parametrize(("lang", "prefix"), LANGS)
@pytest.mark.parametrize("slug", list(REGISTRY.situations))
@pytest.mark.usefixtures("at_night")
def test_the_plan_of_every_situation_has_all_steps_numbered_through(
    client: TestClient, slug: str, lang: str, prefix: str
) -> None:
    made = plan(Happened((slug,)), REGISTRY, NIGHT)
    answer = client.post(f"{prefix}/help/plan", data={"situations": slug})
    assert answer.status_code == 200
    tree = page(answer)
    heads = [" ".join(one.text().split()) for one in tree.css(".step h3")]
    assert heads == [f"{one.number} {getattr(one.says, lang)}" for one in made.steps]
    told = words_of(tree)
    assert getattr(made.first, lang) in told and getattr(OWN_WAYS, lang) in told
    for step in made.steps:
        assert all(getattr(how, lang) in told for how in step.how)
        assert all(getattr(ready, lang) in told for ready in step.have_ready)
    for one in made.contacts:
        assert getattr(one.says, lang) in told and getattr(one.contact.name, lang) in told
    assert all(getattr(one.says, lang) in told for one in made.deadlines)
    for link in tree.css('a[href^="#"]'):
        target = link.attributes["href"]
        assert target and tree.css_first(f"[id='{target[1:]}']") is not None
    ids = [one.attributes["id"] for one in tree.css("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("lang", "prefix"), LANGS)
def test_whoever_lost_money_is_warned_of_those_who_promise_it_back(
    client: TestClient, lang: str, prefix: str
) -> None:
    lost = client.post(f"{prefix}/help/plan", data={"situations": "opened", "means": "cash"})
    kept = client.post(f"{prefix}/help/plan", data={"situations": "opened"})
    assert getattr(RECOVERY, lang) in words_of(page(lost))
    assert getattr(RECOVERY, lang) not in words_of(page(kept))


@pytest.mark.usefixtures("at_night")
def test_deadlines_are_dates_when_the_day_is_known(client: TestClient) -> None:
    told = {"situations": "card", "when": "2026-11-20T10:00", "amount": "3万円"}
    found = words_of(page(client.post("/help/plan", data=told)))
    assert "2026年11月20日（金）" in found and "30,000円" in found
    dated = plan(Happened(("card",), when=date(2026, 11, 20)), REGISTRY, NIGHT).deadlines
    days = [one.says.ja for one in dated if one.day is not None]
    assert days and all(one in found for one in days)
    without = words_of(page(client.post("/help/plan", data={"situations": "card"})))
    assert not any(one in without for one in days)


@pytest.mark.usefixtures("at_night")
def test_an_unconfirmed_number_says_so_beside_the_number(client: TestClient) -> None:
    doubted = next(c for c in REGISTRY.contacts.values() if "phone" in c.uncertain)
    step = next(s.slug for s in REGISTRY.steps.values() if doubted.slug in s.contacts)
    slug = next(
        one.slug for one in REGISTRY.situations.values() if step in {t.step for t in one.steps}
    )
    tree = page(client.post("/help/plan", data={"situations": slug}))
    line = next(li for li in tree.css(".calls li") if doubted.phone in li.text())
    assert "電話番号" in line.css_first(".doubt").text()  # type: ignore[union-attr]


def test_another_situation_is_added_with_one_button(client: TestClient) -> None:
    tree = page(client.post("/help/plan", data={"situations": "card", "amount": "500"}))
    button = tree.css_first(".also button")
    assert button is not None and button.attributes["name"] == "situations"
    more = {"situations": ["card", str(button.attributes["value"])], "amount": "500"}
    carried = [one.attributes["value"] for one in tree.css('.also input[name="situations"]')]
    assert carried == ["card"] and value(tree, "amount", ".also") == "500"
    names = words_of(page(client.post("/help/plan", data=more)), ".told summary")
    assert button.text() in names


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("when", "先週のどこか<b>", "日付として読めません"),
        ("when", "2999-01-01T00:00", "今より先"),
        ("amount", "たくさん", "読めません"),
        ("amount", "-5", "読めません"),
        ("contract_document", "2026-13-45", "日付として読めません"),
    ],
)
def test_what_cannot_be_read_brings_the_form_back_with_everything_in_it(
    client: TestClient, field: str, typed: str, says: str
) -> None:
    sent = {
        "situations": ["card", "sidejob"], "means": ["cash"], "when": "2026-01-02T03:04",
        "amount": "5,000", "contract_document": "2026-01-01", field: typed,
    }  # fmt: skip
    answer = client.post("/help/plan", data=sent)
    tree = page(answer)
    assert answer.status_code == 422
    assert says in text(tree, "[role=alert]")
    boxes = {one.attributes["value"] for one in tree.css("input[checked]")}
    assert boxes == {"card", "sidejob", "cash"}
    for name in ("when", "amount", "contract_document"):
        assert value(tree, name) == sent[name]
    kind = tree.css_first(f"input[name={field}]").attributes["type"]  # type: ignore[union-attr]
    assert kind == "text" or typed.startswith("2999")


def test_a_form_without_a_choice_says_what_to_do(client: TestClient) -> None:
    answer = client.post("/en/help/plan", data={"amount": "300"})
    assert answer.status_code == 422
    assert "choose at least one" in text(page(answer), "[role=alert]")
    only_how = client.post("/en/help/plan", data={"means": "cash"})
    assert "choose at least one" in text(page(only_how), "[role=alert]")
    assert value(page(answer), "amount") == "300"


def test_an_unknown_situation_is_told_and_nothing_of_it_is_live(client: TestClient) -> None:
    answer = client.post("/help/plan", data={"situations": HOSTILE})
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text and "49" not in text(page(answer), "[role=alert]")


def test_a_plan_that_is_loaded_again_begins_with_the_form(client: TestClient) -> None:
    for path in ("/help/plan", "/en/help/sheet"):
        assert page(client.get(path)).css_first('input[name="situations"]') is not None


def test_the_plan_can_be_changed_and_read_in_the_other_language(client: TestClient) -> None:
    told = {"situations": "card", "amount": "700"}
    changed = client.post("/help/plan", data=told | {"deed": "change"})
    assert changed.status_code == 200 and value(page(changed), "amount") == "700"
    other = [
        str(form.attributes["action"])
        for form in page(client.post("/help/plan", data=told)).css("form")
    ][-1]
    assert other.endswith("../en/help/plan")


@pytest.mark.parametrize(("lang", "prefix"), LANGS)
def test_the_sheet_is_a_page_of_its_own_with_our_style_and_the_story_as_text(
    client: TestClient, lang: str, prefix: str
) -> None:
    told = {"situations": "card", "story": f"一行目\r\n{HOSTILE}"}
    answer = client.post(f"{prefix}/help/sheet", data=told)
    tree = page(answer)
    assert len(tree.css("script")) == 1 and not tree.css("style, [style], [onclick], [onload]")
    assert "<script>alert(1)</script>" in text(tree, "main")
    assert len(tree.css("h1")) == 1 and tree.css_first("html").attributes["lang"] == lang  # type: ignore[union-attr]
    styles = [str(one.attributes["href"]) for one in tree.css('link[rel="stylesheet"]')]
    served = client.get(f"{prefix}/help/{styles[0].removeprefix('./')}")
    assert served.text == sheet.style() and served.headers["content-type"].startswith("text/css")
    assert value(tree, "story").replace("\r", "") == told["story"].replace("\r", "")


def test_the_sheet_comes_as_a_pdf(client: TestClient) -> None:
    answer = client.post("/help/sheet.pdf", data={"situations": "card", "story": HOSTILE})
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-disposition"] == 'attachment; filename="mayoke-plan.pdf"'


def test_without_japanese_type_the_page_to_print_comes_instead(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "japanese_type", lambda: (tmp_path,))
    answer = client.post("/help/sheet.pdf", data={"situations": "card"})
    tree = page(answer)
    assert answer.status_code == 200 and "印刷できます" in text(tree, "[role=alert]")
    assert tree.css_first("main.sheet") is not None
