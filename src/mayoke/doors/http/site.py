"""What every page and every call stands on: settings, templates, the store, the workbench."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from mayoke.doors.http.links import Lang, in_lang, lang_of, other_lang, path_of, relative
from mayoke.doors.http.rate import Buckets
from mayoke.doors.http.settings import Settings
from mayoke.doors.http.work import Workbench
from mayoke.records.errors import StoreError
from mayoke.records.known import Known
from mayoke.records.verdict import Sentence
from mayoke.store.connect import Store
from mayoke.store.opening import open_store
from mayoke.version import __version__

HERE = Path(__file__).parent
STATIC = HERE / "static"


@dataclass(slots=True)
class Site:
    """One running site; ``site_of(request)`` finds it."""

    settings: Settings
    templates: Environment
    bench: Workbench
    buckets: Buckets
    _store: Store | None = field(default=None, repr=False)
    _opening: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def has_store(self) -> bool:
        """Was a database named?"""
        return self.settings.database is not None

    @contextmanager
    def store(self, *, create: bool = False) -> Iterator[Store]:
        """The store, opened at its first use and kept. Raises a StoreError.

        Blocking: use it inside ``bench.do``.
        """
        if self.settings.database is None:
            raise NoStore
        with self._opening:  # two first requests may come at once, each in its thread
            if self._store is None:
                self._store = open_store(self.settings.database, create=create, timeout=2)
        yield self._store

    def render(
        self, request: Request, template: str, status: int = 200, **values: Any
    ) -> HTMLResponse:
        """A page in the language it was asked for in.

        Templates have ``t(ja, en)`` or ``t(sentence)``: the words in that language; ``link(path)``:
        a relative link to a page of the same language; ``asset(name)``: one to a file of
        ``static``; ``lang``, ``switch`` (this page in the other language), ``settings``.
        """
        lang, here = lang_of(request), path_of(request)
        switch = values.pop("switch", None) or other_lang(here)
        html = self.templates.get_template(template).render(
            lang=lang,
            t=_Teller(lang),
            link=lambda path: relative(here, in_lang(path, lang)),
            asset=lambda name: relative(here, f"/static/{name}") + f"?v={_version_of(name)}",
            switch=relative(here, switch),
            here=here,
            settings=self.settings,
            version=__version__,
            **values,
        )
        return HTMLResponse(html, status, {"content-language": lang})

    def close(self) -> None:
        """Give the store back."""
        if self._store is not None:
            self._store.close()
            self._store = None


class NoStore(StoreError):
    """This server has no database."""

    def __init__(self) -> None:
        super().__init__("this server was started without a database")


@dataclass(frozen=True, slots=True)
class _Teller:
    """``t`` in a template."""

    lang: Lang

    def __call__(self, ja: str | Sentence, en: str = "") -> str:
        if isinstance(ja, Sentence):
            return ja.ja if self.lang == "ja" else ja.en
        return ja if self.lang == "ja" else en


def make_site(settings: Settings) -> Site:
    """A site that serves nobody yet."""
    templates = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    return Site(settings, templates, Workbench(settings.seconds), Buckets(settings.rate))


def site_of(request: Request) -> Site:
    """The site that a request came to."""
    site: Site = request.app.state.site
    return site


def now() -> datetime:
    """The time of a request."""
    return datetime.now(UTC)


def nobody() -> Known:
    """What is known of a stranger: nothing."""
    return Known()


@cache
def _version_of(name: str) -> str:
    """Changes with the file, so that a browser may keep it for good."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
