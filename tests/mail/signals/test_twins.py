"""The plain form of an HTML text is left out of the search; a text that only begins alike is not."""

from mayoke.mail.signals.views import Text, twins

HONEST = "いつもご利用ありがとうございます。" + "".join(
    f"{n}月の予定は会場が変わります。" for n in range(40)
)


def test_the_two_forms_of_an_alternative_are_twins() -> None:
    spaced = HONEST.replace("。", "。\n\n") + "https://www.example.jp/\n"
    assert twins(Text("1.1:text", spaced), Text("1.2:text", HONEST))


def test_a_text_that_only_begins_alike_is_no_twin() -> None:
    lure = HONEST[:250] + "".join(f"カード番号{n}をこの番号へお送りください。" for n in range(25))
    assert not twins(Text("1.1:text", lure[: len(HONEST)]), Text("1.2:text", HONEST))


def test_texts_of_other_length_are_no_twins() -> None:
    assert not twins(Text("1.1:text", HONEST), Text("1.2:text", HONEST[:100]))
