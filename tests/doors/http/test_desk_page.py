"""The desk's page: behind its token, on this machine, with what visitors wrote never live."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from mayoke.doors.cli.desk import serve as command
from mayoke.doors.cli.main import main
from mayoke.doors.http.desk import pages
from mayoke.doors.http.desk.app import AtDesk, build
from mayoke.doors.http.desk.mail import shown_mail, verdict_words
from mayoke.help.consultation import desk, visitor
from mayoke.help.consultation.age import identity_of, key_file, new_key
from mayoke.records.consultation import Content, Receipt
from mayoke.store.connect import Store
from mayoke.store.opening import open_store
from tests.doors.http.checking import PHISHING, page, text
from tests.help.desks import DAY, IDENTITY, KEY, NOON

TOKEN = "a-token"
NASTY = '</textarea><script>alert(1)</script><img src="https://bad.example/x">{{7*7}}\u202e'
CONTENT = Content(
    story=f"一行目\n{NASTY}",
    situations=("card", "gone<b>"),
    means=("cash",),
    amount=3000,
    mail=PHISHING,
    text=NASTY,
    contact=NASTY,
    verdict="scam phishing",
)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "now", lambda: NOON + DAY)


@contextmanager
def opened(database: str, **other: Any) -> Iterator[TestClient]:
    at = replace(AtDesk(database, "ann", IDENTITY, TOKEN), **other)
    base = "http://127.0.0.1:8091"
    with TestClient(build(at), base_url=base, follow_redirects=False) as client:
        yield client


def hand_in(database: str, content: Content = CONTENT) -> Receipt:
    store = open_store(database)
    try:
        return visitor.hand_in(store, KEY, content, NOON)
    finally:
        store.close()


def log_of(store: Store) -> list[tuple[str, str]]:
    return [(line.who, line.deed) for line in desk.access_log(store, NOON + DAY)]


@pytest.mark.parametrize(
    "path", ["/", "", "/en/", "/a-toke/", "/a-tokens/", "/%61-token2/", "/static/style.css", "/é/"]
)
def test_without_the_token_nothing_is_told(database: str, path: str) -> None:
    hand_in(database)
    with opened(database) as client:
        answer = client.get(path)
    assert (answer.status_code, answer.text) == (404, "Not found\n")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8091", "10.0.0.1"])
def test_another_name_for_this_machine_is_refused(database: str, host: str) -> None:
    with opened(database) as client:
        answer = client.get(f"/{TOKEN}/", headers={"host": host})
    assert answer.status_code == 421


def test_another_site_can_send_nothing(database: str, store: Store) -> None:
    receipt = hand_in(database)
    with opened(database) as client:
        for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}):
            for deed in ("read", "erase"):
                answer = client.post(
                    f"/{TOKEN}/{deed}/{receipt.id}",
                    data={"story": "x", "sure": "yes"},
                    headers=headers,
                )
                assert answer.status_code == 403
    assert log_of(store) == [("visitor", "handed_in")]


@pytest.mark.parametrize(
    ("prefix", "waiting"), [("", "返事待ち"), ("/en", "waiting")], ids=["ja", "en"]
)
def test_the_list_shows_no_content(database: str, prefix: str, waiting: str) -> None:
    receipt = hand_in(database)
    with opened(database) as client:
        answer = client.get(f"/{TOKEN}{prefix}/")
    tree = page(answer)
    cells = [" ".join(one.text().split()) for one in tree.css("tbody th, tbody td")]
    assert cells[0] == receipt.id and cells[1] == waiting and cells[3] == "89"
    assert "一行目" not in answer.text and "フィッシング" not in answer.text
    link = tree.css_first("tbody a")
    assert link is not None and link.attributes["href"] == f"./read/{receipt.id}"
    assert "script" not in {node.tag for node in tree.css("*")}
    assert TOKEN not in answer.text


def test_a_consultation_is_read_with_nothing_live_in_it(database: str, store: Store) -> None:
    receipt = hand_in(database)
    with opened(database) as client:
        answer = client.get(f"/{TOKEN}/read/{receipt.id}")
    tree = page(answer)
    told = text(tree, "main")
    assert (
        "<script>alert(1)</script>" in told and "‹U+202E›" in told and "\u202e" not in answer.text
    )
    assert not tree.css("script, iframe, style, [style], [onerror]") and len(tree.css("img")) == 1
    links = [str(one.attributes["href"]) for one in tree.css("main a")]
    assert links in ([f"../mail/{receipt.id}/1"], [f"./../mail/{receipt.id}/1"])
    assert "カード番号を入力した、gone<b>" in told and "3,000円" in told
    assert "詐欺、フィッシング" in told
    assert "smbc-card.login-check.example" in told  # where the link really leads
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert log_of(store)[-1] == ("ann", "read")


def test_the_mail_is_saved_and_never_opened(database: str) -> None:
    receipt = hand_in(database)
    with opened(database) as client:
        answer = client.get(f"/{TOKEN}/mail/{receipt.id}/1")
        missing = client.get(f"/{TOKEN}/mail/{receipt.id}/2")
    assert answer.content == PHISHING
    told = f'attachment; filename="{receipt.id}-1.eml"'
    assert answer.headers["content-disposition"] == told
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert missing.status_code == 404


def test_an_answer_reaches_the_visitor_and_loading_again_sends_it_once(
    database: str, store: Store
) -> None:
    receipt = hand_in(database)
    with opened(database) as client:
        sent = client.post(f"/{TOKEN}/en/read/{receipt.id}", data={"story": "銀行へ。"})
        assert sent.status_code == 303 and TOKEN not in sent.headers["location"]
        shown = client.get(str(sent.url.join(sent.headers["location"])))
        listed = page(client.get(f"/{TOKEN}/"))
    assert "銀行へ。" in text(page(shown), ".entry.desk")
    assert "返事済み" in text(listed, "tbody")
    asked = visitor.ask(store, receipt.code, NOON + 2 * DAY)
    assert [one.content.story for one in asked.said if one.by == "desk"] == ["銀行へ。"]


def test_an_answer_that_cannot_be_taken_stays_in_the_field(database: str) -> None:
    receipt = hand_in(database)
    long = "</textarea>" + "あ" * 20_000
    with opened(database) as client:
        empty = client.post(f"/{TOKEN}/read/{receipt.id}", data={"story": " "})
        answer = client.post(f"/{TOKEN}/read/{receipt.id}", data={"story": long})
    assert empty.status_code == answer.status_code == 422
    field = page(answer).css_first("textarea#story")
    assert field is not None and len(field.text()) == 20_001


def test_erasing_asks_for_the_tick_and_destroys_it_for_the_visitor_too(
    database: str, store: Store
) -> None:
    receipt = hand_in(database)
    with opened(database) as client:
        not_sure = client.post(f"/{TOKEN}/erase/{receipt.id}", data={"sure": ""})
        assert not_sure.status_code == 422 and "一行目" in not_sure.text
        gone = client.post(f"/{TOKEN}/erase/{receipt.id}", data={"sure": "yes"})
        assert gone.status_code == 303
        after = client.get(f"/{TOKEN}/read/{receipt.id}")
        log = page(client.get(f"/{TOKEN}/log"))
    assert after.status_code == 404 and "見つかりません" in text(page(after), "[role=alert]")
    assert desk.listing(store, NOON + DAY) == []
    rows = [[cell.text() for cell in row.css("td")][1:] for row in log.css("tbody tr")]
    assert rows[0] == [receipt.id, "ann", "消しました"]
    assert rows[-1] == [receipt.id, "visitor", "相談を受け付けました"]


def test_with_another_key_nothing_is_opened_and_it_is_told(database: str) -> None:
    receipt = hand_in(database)
    other = identity_of(key_file(new_key()), lambda: "")
    with opened(database, identity=other) as client:
        answer = client.get(f"/{TOKEN}/en/read/{receipt.id}")
    assert answer.status_code == 409 and "does not open" in text(page(answer), "[role=alert]")
    assert "一行目" not in answer.text


def test_unknown_numbers_and_methods_are_refused_in_the_desks_own_frame(database: str) -> None:
    with opened(database) as client:
        unknown = client.get(f"/{TOKEN}/read/K-00000")
        method = client.post(f"/{TOKEN}/log")
    assert (unknown.status_code, method.status_code) == (404, 405)
    assert "相談の一覧" in text(page(unknown), "nav")


def test_no_consultations_and_no_log_lines_are_said_in_words(database: str) -> None:
    with opened(database) as client:
        assert "No consultation is kept" in client.get(f"/{TOKEN}/en/").text
        assert "Nothing is logged yet" in client.get(f"/{TOKEN}/en/log").text


def test_what_is_no_mail_has_no_parts_and_unknown_words_stay_as_they_are() -> None:
    assert shown_mail(b"") == () and shown_mail(b"\xd0\xcf\x11\xe0" * 200) == ()
    assert verdict_words("<b>").en == "<b>" and verdict_words("junk").en == "junk"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.jp", ""])
def test_the_desk_is_never_opened_to_other_machines(
    database: str, host: str, tmp_path: Any
) -> None:
    key = tmp_path / "desk.key"
    key.write_bytes(key_file(new_key()))
    key.chmod(0o600)
    arguments = ["--key", str(key), "--database", database, "--host", host, "--lang", "en"]
    done = CliRunner().invoke(command.serve, arguments)
    assert done.exit_code == 1 and "address of this machine alone" in done.output


def test_desk_serve_prints_an_address_with_a_token_once(
    database: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "desk.key"
    key.write_bytes(key_file(new_key()))
    key.chmod(0o600)
    served: dict[str, Any] = {}

    def run(app: Any, **how: Any) -> None:
        served.update(how, app=app)

    monkeypatch.setattr("uvicorn.run", run)
    arguments = ["--key", str(key), "--database", database, "--port", "0", "--lang", "en"]
    done = CliRunner().invoke(command.serve, arguments)
    assert done.exit_code == 0, done.output
    address = next(line for line in done.output.splitlines() if line.startswith("http://127.0.0.1"))
    token = address.split("/")[3]
    assert len(token) >= 40 and done.output.count(token) == 1 and address.endswith("/en/")
    assert served["access_log"] is False and served["proxy_headers"] is False
    with TestClient(served["app"], base_url="http://127.0.0.1") as client:
        assert client.get(f"/{token}/").status_code == 200


def test_the_command_is_part_of_the_desk() -> None:
    done = CliRunner().invoke(main, ["desk", "serve", "--help"])
    assert done.exit_code == 0 and "Loopback only" in done.output
