import pytest

from mayoke.breach.facts.negation import denied, find_cues
from tests.breach.facts.kind_specimens import reading


@pytest.mark.parametrize(
    "text",
    [
        "住所は含まれておりません。",
        "口座番号は保持しておらず、流出の対象ではありません。",
        "外部に流出した事実は確認されておりません。",
        "持ち出された痕跡は、現時点で確認されておりません。",
        "漏えいの心配はございません。",
        "暗証番号は一切お預かりしていません。",
        "申込書の項目になく、対象外です。",
        "登録する仕組みはありません。",
        "権限では閲覧できません。",
        "入力欄がないため",
        "渡していません。",
    ],
)
def test_denials(text: str) -> None:
    senses = {cue.sense for cue in find_cues(text)}
    assert "not_leaked" in senses
    assert "leaked" not in senses


@pytest.mark.parametrize(
    "text",
    [
        "流出した可能性を否定できません。",
        "漏えいしたかもしれません。",
        "漏えいしたのではないかと考えています。",
        "流出は確認されておりませんが、可能性を否定できません。",
        "流出した端末はまだ回収できておりません。",
        "閲覧された可能性がございます。",
    ],
)
def test_no_denials(text: str) -> None:
    senses = {cue.sense for cue in find_cues(text)}
    assert "leaked" in senses
    assert "not_leaked" not in senses


@pytest.mark.parametrize(
    "text",
    [
        "漏えい防止に努めます。",
        "漏えいした可能性は極めて低いと考えています。",
        "流出したという報告はありませんが、断定はできません。",
        "パスワードを入力しないでください。",
    ],
)
def test_neither(text: str) -> None:
    assert {cue.sense for cue in find_cues(text)} <= {"open"}


def test_a_denial_reaches_from_its_clause_to_its_ending() -> None:
    read = reading("氏名が流出しましたが、住所は含まれておりません。次に進みます。")
    assert [read.text[first:last] for first, last in denied(read)] == ["住所は含まれておりません"]


def test_nothing_is_denied_where_nothing_is() -> None:
    assert denied(reading("氏名が流出しました。")) == ()
