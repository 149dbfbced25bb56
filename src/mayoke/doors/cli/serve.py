"""``mayoke serve``: the page and the interface for programs."""

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from mayoke.doors.cli import config, exit_status
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.options import Plain, plain_options
from mayoke.doors.cli.places import address, database_option, file_of, told_plainly
from mayoke.doors.http.settings import ENVIRONMENT, Settings
from mayoke.records.errors import StoreMissing
from mayoke.records.verdict import Sentence
from mayoke.store.opening import open_store

MB = 1024 * 1024

READY = Sentence(
    "mayoke を開きました。ブラウザーで {url} をご覧ください。止めるには Ctrl+C を押します。",
    "mayoke is open: see {url} in your browser. Press Ctrl+C to stop.",
)
MISSING = Sentence(
    "Web の画面に必要な部品がありません。pip install 'mayoke[serve]' を実行してください",
    "what the web page needs is not installed: pip install 'mayoke[serve]'",
)
TAKEN = Sentence(
    "{host} のポート {port} は使えません。ほかの番号を --port で指定してください（{why}）",
    "port {port} at {host} cannot be used; name another with --port ({why})",
)
BAD_KEY = Sentence(
    "--desk-key は age1 で始まる公開鍵です。mayoke desk key で作れます",
    "--desk-key is a public key that begins with age1; mayoke desk key makes one",
)
NO_KEEPING = Sentence(
    "相談を受け付けるには、保存する台帳が要ります。--database で指定してください",
    "consultations need a place to be kept; name one with --database",
)


@click.command(short_help="The web page. Web の画面を開きます")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address. 待ち受ける住所")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8080, show_default=True, help="Port. ポート"
)
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that answer. 働くプロセスの数",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name of this site; repeatable; * for any. このサイトの名前",
)
@click.option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="A reverse proxy whose X-Forwarded-For counts; repeatable. 信頼するプロキシ",
)
@database_option
@click.option(
    "--desk-key",
    metavar="age1…",
    help="Public key of the desk: opens consultations. 相談窓口の公開鍵",
)
@click.option(
    "--retention",
    "retention_days",
    type=click.IntRange(1, 3650),
    default=90,
    show_default=True,
    metavar="DAYS",
    help="Days a consultation is kept. 相談を残す日数",
)
@click.option(
    "--largest",
    type=click.IntRange(1, 100),
    default=25,
    show_default=True,
    metavar="MB",
    help="Largest mail or file. 受け取る大きさの上限",
)
@click.option(
    "--rate",
    type=click.IntRange(0),
    default=120,
    show_default=True,
    metavar="N",
    help="Questions a minute for each client and process; 0: no limit. 1分あたりの回数",
)
@click.option(
    "--include-unreviewed",
    "unreviewed",
    is_flag=True,
    help="Show incidents that nobody has reviewed. 確認前の件も見せる",
)
@click.option(
    "--metrics",
    type=click.Choice(["loopback", "all", "off"]),
    default="loopback",
    show_default=True,
    help="Who may read /metrics. 稼働状況を見せる相手",
)
@plain_options
def serve(*, wishes: Plain, database: str | None, names: tuple[str, ...], **told: object) -> int:
    """Open the web page and the interface for programs. Web の画面を開きます。

    Mails and files that people hand in are judged in memory and not kept. With --desk-key visitors
    can ask for advice: what they hand in is sealed for the desk at once, and this server cannot
    read it again.

    \b
    Exit status: 0 stopped; 64 and above: not opened (64 usage, 69 port or store not to be used,
    70 fault of mayoke, 78 configuration).
    """  # noqa: D301  click reads the backspace: lines stay as they are
    try:
        import uvicorn  # noqa: PLC0415  a part that may not be installed
    except ImportError as error:
        raise Failure(wishes.say(MISSING), exit_status.UNAVAILABLE) from error
    settings = _settings(wishes, database, names, told)
    _look_at_store(settings, wishes)
    listening = _bound(settings, wishes)
    with _for_workers(settings, listening):
        click.echo(wishes.say(READY, url=_url(settings.host, listening)), err=True)
        uvicorn.run(
            "mayoke.doors.http.app:served",
            factory=True,
            fd=listening.fileno(),
            workers=settings.workers,
            http="mayoke.doors.http.protocol:PatientProtocol",
            ws="none",
            lifespan="on",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.proxies),
            forwarded_allow_ips=list(settings.proxies),
            timeout_keep_alive=15,
            timeout_graceful_shutdown=10,
        )
    return exit_status.OK


def _settings(
    wishes: Plain, database: str | None, names: tuple[str, ...], told: dict[str, object]
) -> Settings:
    file = config.load(os.environ)
    named = database or os.environ.get("MAYOKE_DATABASE_URL") or file.database
    usual = address(database, file, os.environ)
    path = file_of(usual)
    if named is None and path is not None and (path.exists() or told["desk_key"]):
        named = usual
    key = told["desk_key"]
    if key is not None:
        from mayoke.help.consultation.age import sealed_key_ok  # noqa: PLC0415

        if not sealed_key_ok(str(key)):
            raise Failure(wishes.say(BAD_KEY), exit_status.USAGE)
        if named is None:
            raise Failure(wishes.say(NO_KEEPING), exit_status.USAGE)
    host = str(told["host"])
    hosts = {"127.0.0.1", "localhost", "[::1]", _bracketed(host), *(n.lower() for n in names)}
    told["largest"] = int(str(told["largest"])) * MB
    return Settings(hosts=tuple(sorted(hosts)), database=named, **told)  # type: ignore[arg-type]


def _look_at_store(settings: Settings, wishes: Plain) -> None:
    """A store that cannot be used is told now, not to the first visitor; one for a desk is made."""
    if settings.database is None:
        return
    with told_plainly(wishes, settings.database), suppress(StoreMissing):
        open_store(settings.database, create=settings.desk_key is not None).close()


def _bound(settings: Settings, wishes: Plain) -> socket.socket:
    """The socket every worker answers at; bound here, so that a taken port is one clear line."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        why = error.strerror or type(error).__name__
        words = wishes.say(TAKEN, host=settings.host, port=settings.port, why=why)
        raise Failure(words, exit_status.UNAVAILABLE) from error
    listening.set_inheritable(True)
    return listening


@contextmanager
def _for_workers(settings: Settings, listening: socket.socket) -> Iterator[None]:
    """What worker processes read from their environment."""
    with tempfile.TemporaryDirectory(prefix="mayoke-metrics-") as folder:
        os.environ[ENVIRONMENT] = settings.encode()
        if settings.workers > 1:
            os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(Path(folder))
        try:
            yield
        finally:
            listening.close()


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host.lower()


def _url(host: str, listening: socket.socket) -> str:
    port = listening.getsockname()[1]
    shown = "localhost" if host in {"127.0.0.1", "::1", "0.0.0.0", "::"} else _bracketed(host)  # noqa: S104
    return f"http://{shown}:{port}/"
