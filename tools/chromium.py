"""Debian's Chromium, driven through Playwright; no other browser is ever downloaded."""

import contextlib
import os
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

MISSING = "Chromium was not found; the browser tests need it: sudo apt-get install chromium"
_PLACES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks for, nothing leaves this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class ChromiumMissingError(Exception):
    """There is no browser to test with."""


def program() -> str:
    """The path of Chromium. Raises ChromiumMissingError."""
    for name in _PLACES:
        found = shutil.which(name)
        if found:
            return found
    raise ChromiumMissingError(MISSING)


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for as long as it is needed. Raises ChromiumMissingError."""
    path = program()
    # Chromium refuses its own sandbox when root starts it, as in a container.
    alone = [] if hasattr(os, "geteuid") and os.geteuid() != 0 else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*_ARGUMENTS, *alone])
        try:
            yield browser
        finally:
            browser.close()
