"""Hands hostile things to a real server, the way a form or a program does."""

import contextlib
import http.client
import socket
from dataclasses import dataclass, field
from email.message import Message

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.hostile.hostile_mails import Hostile

PAGES = {
    "mail": ("/", "/check"),
    "text": ("/", "/check"),
    "notice": ("/breach/read", "/breach/read"),
    "table": ("/breach/affected", "/breach/affected"),
    "consult": ("/help/consult", "/help/consult"),
}
"""Where the form of each kind is, and where it is sent."""
_BOUNDARY = "x7d1e0c5hostile"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Message = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def kind(self) -> str:
        """The media type, without its parameters."""
        return self.headers.get_content_type()


@dataclass(slots=True)
class Sender:
    """Sends to the server at a loopback port."""

    port: int
    forms: dict[str, tuple[str, str, bytes]] = field(default_factory=dict)

    def page(self, item: Hostile, lang: str = "ja", name: str = "a.eml") -> Answer:
        """Hand it in by the form of its page, as a file called ``name`` or as text."""
        text, file, extra = self._fields(item.kind)
        shown = f'name="{text}"'
        if item.as_file:
            # As browsers write it (HTML Standard, multipart form data)
            told = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
            shown = f'name="{file}"; filename="{told}"'
        body = extra + (
            f"--{_BOUNDARY}\r\nContent-Disposition: form-data; {shown}\r\n\r\n".encode(
                "utf-8", "surrogatepass"
            )
            + item.content
            + f"\r\n--{_BOUNDARY}--\r\n".encode()
        )
        prefix = "/en" if lang == "en" else ""
        return self.post(
            prefix + PAGES[item.kind][1], body, f"multipart/form-data; boundary={_BOUNDARY}"
        )

    def post(self, path: str, body: bytes, kind: str) -> Answer:
        """One POST."""
        with contextlib.closing(self._connection()) as connection:
            # A server that refuses by the length alone may close before it has read everything.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.request("POST", path, body, {"Content-Type": kind})
            return _answer(connection)

    def get(self, path: str) -> Answer:
        """One GET."""
        with contextlib.closing(self._connection()) as connection:
            connection.request("GET", path)
            return _answer(connection)

    def bare(self, data: bytes) -> bytes:
        """What comes back for these very bytes, until the server is silent for a second."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as wire:
            with contextlib.suppress(OSError):
                wire.sendall(data)
                wire.shutdown(socket.SHUT_WR)
            got = b""
            with contextlib.suppress(OSError):
                while chunk := wire.recv(65536):
                    got += chunk
            return got

    def _connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def _fields(self, kind: str) -> tuple[str, str, bytes]:
        """Names of the form's text field and of its file field; what its button sends besides."""
        if kind not in self.forms:
            path, action = PAGES[kind]
            answer = self.get(path)
            assert answer.status == 200, f"{answer.status} for {path}"
            tree = LexborHTMLParser(answer.body)
            forms = [one for one in tree.css("form") if _target(one) == action.split("/")[-1]]
            assert forms, f"no form to {action} on {path}"
            text, file = forms[0].css_first("textarea"), forms[0].css_first("input[type=file]")
            self.forms[kind] = (_name(text), _name(file), _button(forms[0]))
        return self.forms[kind]


def _target(form: LexborNode) -> str:
    return (form.attributes.get("action") or "").split("/")[-1]


def _name(node: LexborNode | None) -> str:
    return "" if node is None else node.attributes.get("name") or ""


def _button(form: LexborNode) -> bytes:
    button = form.css_first("button[type=submit][name]")
    if button is None:
        return b""
    name, value = _name(button), button.attributes.get("value") or ""
    shown = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
    return shown.encode()


def _answer(connection: http.client.HTTPConnection) -> Answer:
    response = connection.getresponse()
    return Answer(response.status, response.headers, response.read())
