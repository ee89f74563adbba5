"""The page in headless Chromium: what it does with and without JavaScript."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.self_assessment.projects import EXAMPLES, hostile_project, many_findings, report

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def switchboard(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("report") / "report.html"
    assert report(str(EXAMPLES / "switchboard"), "--output-file", str(file)).exit_code == 0
    return file.as_uri()


def opened(browser: Any, address: str, **options: Any) -> tuple[Any, list[str]]:
    """The page, and what it says on its console."""
    page = browser.new_context(**options).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(request.url) if request.url != address else None)
    page.goto(address)
    return page, [line for line in said if not line.startswith("data:")]


def visible(page: Any, selector: str) -> int:
    return sum(each.is_visible() for each in page.query_selector_all(selector))


def test_filters_and_expands(browser: Any, switchboard: str) -> None:
    page, said = opened(browser, switchboard)
    every = visible(page, "[data-finding]")
    assert every == 11
    page.select_option("[name=severity]", "error")
    errors = visible(page, "[data-finding]")
    assert 0 < errors < every
    page.select_option("[name=file]", "api.py")
    assert 0 < visible(page, "[data-finding]") <= errors
    page.click("text=Show all")
    # Not `wait_for_function`: the page's own policy forbids it to evaluate a text.
    sync_api.expect(page.locator("[data-finding]:not([hidden])")).to_have_count(11)
    page.select_option("[name=status]", "met")
    assert visible(page, "[data-finding]") == 0
    assert page.is_visible("#no-finding-matches")
    page.select_option("[name=status]", "")
    page.locator("#F1 > summary").press("Enter")
    assert page.is_visible("#F1 .body")
    assert said == []


def test_prints_with_everything_open(browser: Any, switchboard: str, tmp_path: Path) -> None:
    page, said = opened(browser, switchboard)
    file = tmp_path / "report.pdf"
    page.pdf(path=str(file))
    assert file.read_bytes().startswith(b"%PDF")
    assert file.stat().st_size > 20_000
    assert said == []


def test_readable_without_javascript(browser: Any, switchboard: str) -> None:
    page, said = opened(browser, switchboard, java_script_enabled=False)
    assert not page.is_visible("#filters")
    assert visible(page, "[data-finding] > summary") == 11
    page.locator("#F1 > summary").press("Enter")
    assert page.is_visible("#F1 .body")
    assert said == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_sticks_out(browser: Any, switchboard: str, width: int, scheme: str) -> None:
    page, _ = opened(browser, switchboard, viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_texts_run_nothing(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "out.html"
    (tmp_path / "app").mkdir()
    assert report(str(hostile_project(tmp_path / "app")), "--output-file", str(file)).exit_code == 0
    dialogs: list[str] = []
    page = browser.new_page()
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_timeout(100)
    assert dialogs == []


def test_a_thousand_findings_stay_small(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    file = tmp_path / "out.html"
    assert report(str(many_findings(tmp_path / "app", 500)), "--output-file", str(file)).exit_code == 0
    text = file.read_text(encoding="utf-8")
    assert text.count("data-finding=") >= 1000
    assert file.stat().st_size < 3_000_000
