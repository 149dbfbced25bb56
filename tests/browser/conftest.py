"""A real server and a real Chromium, one of each for a test process."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.visitor import WAYS, Visitor, Way, visitor
from tools.chromium import ChromiumMissingError, chromium
from tools.serving import Serving, desk_key, ledger, serving


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """The server, with a ledger and a desk."""
    database = ledger(tmp_path_factory.mktemp("ledger") / "mayoke.db")
    with serving(database=database, desk=desk_key()) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser."""
    try:
        with chromium() as running:
            yield running
    except ChromiumMissingError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(params=WAYS, ids=str)
def way(request: pytest.FixtureRequest) -> Way:
    """Mouse, keyboard, phone, without scripts; both languages."""
    found = request.param
    assert isinstance(found, Way)
    return found


@pytest.fixture(params=(WAYS[0], WAYS[-1]), ids=str)
def calm(request: pytest.FixtureRequest, browser: Browser, site: Serving) -> Iterator[Visitor]:
    """Somebody with a mouse, and somebody without scripts: for what the hand does not change."""
    with visitor(browser, site.url, request.param) as somebody:
        yield somebody


@pytest.fixture
def visit(browser: Browser, site: Serving, way: Way) -> Iterator[Visitor]:
    """Somebody before the page; whatever went wrong beside fails the test at its end."""
    with visitor(browser, site.url, way) as somebody:
        yield somebody
