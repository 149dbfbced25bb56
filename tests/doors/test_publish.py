"""``mayoke publish``: only what people have reviewed, in one clear line otherwise."""

from pathlib import Path

import pytest

from mayoke.doors.cli import main

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "examples" / "notice.txt"

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def incident(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The example notice in a ledger, unreviewed; gives its name."""
    monkeypatch.setenv("MAYOKE_DATABASE_URL", database)
    monkeypatch.setenv("MAYOKE_CONFIG", str(tmp_path / "none.toml"))
    (tmp_path / "none.toml").write_text("", encoding="utf-8")
    assert main.status(["breach", "add", "--as", "ann", "--lang", "en", str(EXAMPLE)]) == 0
    return "2024-0001"


def run(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main.status(["publish", *arguments])
    shown = capsys.readouterr()
    return status, shown.out, shown.err


def review(incident: str) -> None:
    assert main.status(["breach", "review", "--as", "ben", "--lang", "en", incident]) == 0


@pytest.mark.parametrize("press", ["article", "manuscript", "post"])
def test_what_nobody_reviewed_is_refused(incident: str, capsys: Captured, press: str) -> None:
    status, out, err = run(capsys, press, incident, "--lang", "en")
    assert (status, out) == (77, "")
    assert len(err.splitlines()) == 1 and "not been reviewed" in err
    status, out, _ = run(capsys, press, incident, "--include-unreviewed", "--lang", "ja")
    assert status == 0 and "しおさい堂" in out


def test_a_reviewed_incident_becomes_an_article_in_both_languages(
    incident: str, capsys: Captured, tmp_path: Path
) -> None:
    review(incident)
    place = tmp_path / "article.html"
    status, out, _ = run(capsys, "article", incident, "--lang", "ja", "--out", str(place))
    assert (status, out) == (0, "")
    assert "1,204件" in place.read_text(encoding="utf-8")
    comment = ("--comment", "Look at your statements.", "--author", "Ann")
    status, out, _ = run(capsys, "article", incident, "--lang", "en", "--format", "text", *comment)
    assert status == 0
    assert out.rstrip().endswith("# A word from Ann\nLook at your statements.")


def test_the_length_of_a_manuscript_is_told_beside_it(incident: str, capsys: Captured) -> None:
    review(incident)
    status, out, err = run(capsys, "manuscript", incident, "--lang", "ja", "--rate", "1000")
    assert status == 0
    assert out.startswith("「しおさい堂 本店」")
    assert "字" in err and "円" in err


def test_what_was_withdrawn_is_refused(incident: str, capsys: Captured) -> None:
    withdraw = ["breach", "withdraw", "--as", "ben", "--why", "a mistake", "--lang", "en", incident]
    assert main.status(withdraw) == 0
    status, _, err = run(capsys, "post", incident, "--include-unreviewed", "--lang", "en")
    assert status == 77 and "withdrawn" in err


def test_an_incident_that_is_none_is_one_clear_line(incident: str, capsys: Captured) -> None:
    status, _, err = run(capsys, "post", "2024-9999", "--lang", "en")
    assert status == 66
    assert len(err.splitlines()) == 1
