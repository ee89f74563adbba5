"""What the site makes of pages that stand outside of `docs/`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from cl_lint.catalog import load_catalog

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site() -> ModuleType:
    spec = importlib.util.spec_from_file_location("documentation_site", ROOT / "docs" / "site.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("page", "link", "expected"),
    [
        ("levels.md", "../rules/CL404-auth-portal-unavailable.md", "rules/CL404-auth-portal-unavailable.md"),
        ("levels.md", "../rules/README.md#practices", "rules/index.md#practices"),
        ("levels.md", "../rules/", "rules/index.md"),
        ("levels.md", "models.md#x", "models.md#x"),
        ("levels.md", "#here", "#here"),
        ("levels.md", "https://example.com/a.md", "https://example.com/a.md"),
        ("adding-a-rule.md", "../CONTRIBUTING.md", "contributing.md"),
        ("contributing.md", "docs/models.md", "models.md"),
        ("contributing.md", "rules/README.md", "rules/index.md"),
        ("rules/index.md", "CL101-unlogged-api-error.md", "CL101-unlogged-api-error.md"),
        ("rules/CL603-deployment-values.md", "../docs/deployment.md", "../deployment.md"),
    ],
)
def test_a_link_leads_to_the_same_page_in_the_site(
    site: ModuleType, page: str, link: str, expected: str
) -> None:
    assert site.relinked(f"see [it]({link}).", page) == f"see [it]({expected})."


def test_links_in_code_are_left_alone(site: ModuleType) -> None:
    text = "```toml\n[a](../rules/README.md)\n```\n"
    assert site.relinked(text, "levels.md") == text


def test_a_rules_page_shows_its_facts_and_the_files_of_its_examples(site: ModuleType) -> None:
    page = site.rule_page(load_catalog().rules["CL603"])
    assert page.startswith(
        "# CL603 deployment-values\n\nThe registration for deployment is not ready.\n\n"
        "| severity | levels | kinds |\n|---|---|---|\n"
        "| error | compatible, certified | server, client, unknown |\n"
    )
    assert '\n```json title="enable.json"\n' in page
    assert "remedy =" not in page


def test_every_page_is_in_the_navigation_once(site: ModuleType) -> None:
    config = site.on_config(SimpleNamespace(nav=None))
    flat: list[str] = []
    for entry in config.nav:
        [pages] = entry.values()
        flat += [pages] if isinstance(pages, str) else pages
    assert len(flat) == len(set(flat))
    assert {page.name for page in (ROOT / "docs").glob("*.md")} <= set(flat)
    assert {f"rules/{rule.stem}.md" for rule in load_catalog().rules.values()} <= set(flat)
