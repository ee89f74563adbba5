"""What the site takes from outside of `docs/`, and the order of its pages.

The pages of the rules stay in `rules/`, where the linter reads them; links between the folders are written as
a forge shows them, and changed to those of the site here.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cl_lint.catalog import Rule, load_catalog  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

# Pages in the order of a reader's questions; a page that is not named here comes after its section's others.
SECTIONS: dict[str, tuple[str, ...]] = {
    "Use": (
        "getting-started.md",
        "init.md",
        "configuration.md",
        "suppressions.md",
        "baseline.md",
        "fixes.md",
    ),
    "At the desk and at the gate": ("editors.md", "ci.md", "pre-commit.md"),
    "For the vendor": ("levels.md", "report.md", "attestations.md", "dossier.md", "deployment.md"),
    "How it works": ("analysis.md",),
    "Extend": ("models.md", "adding-a-rule.md", "contributing.md", "changelog.md"),
}
REST = "More"
# Where pages outside of docs/ go: their place in the repository, and in the site.
BROUGHT = {
    "rules/README.md": "rules/index.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}

_LINK = re.compile(r"(?<!!)(\[[^\]\n]*\]\()([^)\s]+)(\))")
_FENCE = re.compile(r"^```(\w+) (?:bad|ok)\b([^\n]*)$", re.MULTILINE)
_FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"\bfile=(\S+)")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the navigation in order: the named pages as far as they exist, then all others."""
    present = {path.name for path in (ROOT / "docs").glob("*.md")} | set(BROUGHT.values())
    named = {page for pages in SECTIONS.values() for page in pages}
    nav: list[Any] = [{"Overview": "index.md"}]
    for title, pages in SECTIONS.items():
        nav.append({title: [page for page in pages if page in present]})
    rest = sorted(present - named - {"index.md", "rules/index.md"})
    if rest:
        nav.append({REST: rest})
    nav.append({"Rules": ["rules/index.md", *(f"rules/{rule.stem}.md" for rule in _rules())]})
    config.nav = nav
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Bring in the pages of the rules, and those of the top folder."""
    from mkdocs.structure.files import File

    for source, target in BROUGHT.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        files.append(File.generated(config, target, content=text))
    for rule in _rules():
        files.append(File.generated(config, f"rules/{rule.stem}.md", content=rule_page(rule)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead the links of a page to where their targets are in the site."""
    return relinked(markdown, page.file.src_uri)


def rule_page(rule: Rule) -> str:
    """A rule's page for the site: its facts as a table, and examples named after their files."""
    title, _, text = rule.text.partition("\n")
    facts = {
        "severity": rule.severity.value,
        "levels": ", ".join(rule.levels),
        "kinds": ", ".join(rule.kinds),
    }
    table = f"| {' | '.join(facts)} |\n|{'---|' * len(facts)}\n| {' | '.join(facts.values())} |"
    heading = f"# {rule.code} {rule.name}"
    return f"{heading}\n\n{title.removeprefix('# ')}.\n\n{table}\n{_FENCE.sub(_titled, text)}"


def relinked(markdown: str, site_path: str) -> str:
    """`markdown` of the page at `site_path` with its links as the site needs them; code is left alone."""
    parts = _FENCED.split(markdown)
    for index in range(0, len(parts), 2):
        parts[index] = _LINK.sub(lambda link: _relink(link, site_path), parts[index])
    return "".join(parts)


def _relink(link: re.Match[str], site_path: str) -> str:
    target, _, anchor = link[2].partition("#")
    if not target or "://" in target or target.startswith("mailto:"):
        return link[0]
    moved = _in_site(posixpath.normpath(posixpath.join(posixpath.dirname(_in_repository(site_path)), target)))
    relative = posixpath.relpath(moved, posixpath.dirname(site_path) or ".")
    return f"{link[1]}{relative}{'#' + anchor if anchor else ''}{link[3]}"


def _in_repository(site_path: str) -> str:
    origins = {target: source for source, target in BROUGHT.items()}
    if site_path in origins or site_path.startswith("rules/"):
        return origins.get(site_path, site_path)
    return f"docs/{site_path}"


def _in_site(path: str) -> str:
    return BROUGHT.get(path.rstrip("/"), BROUGHT.get(f"{path}/README.md", path.removeprefix("docs/")))


def _titled(fence: re.Match[str]) -> str:
    file = _FILE.search(fence[2])
    return f'```{fence[1]} title="{file[1]}"' if file else f"```{fence[1]}"


def _rules() -> Iterator[Rule]:
    yield from load_catalog().rules.values()
