"""``mayoke desk serve``: the desk as a page on the desk's own machine."""

import ipaddress
import os
import secrets
import socket

import click

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.desk.counter import consultations, with_key
from mayoke.doors.cli.failure import Failure, usage
from mayoke.doors.cli.places import Desk, at_the_desk
from mayoke.doors.cli.serve import MISSING, TAKEN
from mayoke.help.consultation.age import Identity
from mayoke.records.verdict import Sentence

READY = Sentence(
    "相談窓口を開きました。この機械のブラウザーで次のアドレスをご覧ください。アドレスを知る人は相談を読めます。"
    "ほかの人に教えないでください。止めるには Ctrl+C を押します。",
    "The desk is open: see this address in a browser on this machine. Whoever knows it can read the "
    "consultations, so show it to nobody. Press Ctrl+C to stop.",
)
NEAR_ONLY = Sentence(
    "--host にはこの機械だけから使える住所（127.0.0.1 か ::1）を指定してください。秘密鍵を外に出さないためです",
    "--host must be an address of this machine alone (127.0.0.1 or ::1): the private key is here",
)


@click.command("serve", short_help="The desk as a page. 窓口の画面を開きます")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Loopback only. 待ち受ける住所"
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8091, show_default=True, help="Port. ポート"
)
@at_the_desk
@with_key
def serve(*, desk: Desk, identity: Identity, host: str, port: int) -> int:
    """Open the desk's page on this machine. 窓口の画面を、この機械だけで開きます。

    Its address holds a token that is made anew at each start and printed once. The private key is
    read at the start, stays in memory, and is never sent.
    """
    if not _is_near(host):
        raise usage(desk.wishes.say(NEAR_ONLY))
    try:
        import uvicorn  # noqa: PLC0415  a part that may not be installed

        from mayoke.doors.http.desk.app import AtDesk, build  # noqa: PLC0415
    except ImportError as error:
        raise Failure(desk.wishes.say(MISSING), exit_status.UNAVAILABLE) from error
    with consultations(desk):
        pass  # what is wrong with the database is told now, not at the first click
    token = secrets.token_urlsafe(32)
    listening = _bound(desk, host, port)
    click.echo(desk.wishes.say(READY), err=True)
    click.echo(_url(listening, token, desk.wishes.lang))
    uvicorn.run(
        build(AtDesk(desk.address, desk.who, identity, token)),
        fd=listening.fileno(),
        http="mayoke.doors.http.protocol:PatientProtocol",
        ws="none",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=5,
    )
    listening.close()
    return exit_status.OK


def _is_near(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _bound(desk: Desk, host: str, port: int) -> socket.socket:
    near = "127.0.0.1" if host == "localhost" else host.strip("[]")
    family = socket.AF_INET6 if ":" in near else socket.AF_INET
    try:
        return socket.create_server((near, port), family=family)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else type(error).__name__
        words = desk.wishes.say(TAKEN, host=near, port=port, why=why)
        raise Failure(words, exit_status.UNAVAILABLE) from error


def _url(listening: socket.socket, token: str, lang: str) -> str:
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/{token}/" + ("en/" if lang == "en" else "")
