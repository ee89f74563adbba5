"""The dossier for the review: what it says of the example applications, and that nothing in it does harm."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from cl_lint.cli import group
from cl_lint.reports.dossier.readme import introduction, paragraphs

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
SECTIONS = [
    "Overview", "Technology stack", "APIs and resources", "Logging and performance", "Self-assessment", "Open points",
]  # fmt: skip
SECRET = "ghp_" + "a1B2" * 9


def written(target: Path, form: str, path: Path) -> str:
    done = CliRunner().invoke(
        group,
        ["dossier", "-q", str(path), "--format", form, "--output-file", str(target)],
        env={"SOURCE_DATE_EPOCH": "1700000000"},
    )
    assert done.exit_code == 0, done.output
    return target.read_text(encoding="utf-8")


class Page(HTMLParser):
    """Tags, headings and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.headings: list[str] = []
        self.text = ""
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside == "h2" and data.strip():
            self.headings.append(data.strip())
        if self._inside != "style":
            self.text += data


def test_the_page_has_the_sections_of_the_review(tmp_path: Path) -> None:
    page = Page(written(tmp_path / "d.html", "html", EXAMPLES / "frontdesk"))
    assert page.headings == SECTIONS
    assert page.tags.count("svg") == 1
    for said in (
        "requests",
        "flask",
        "/accounts/{accountId}/users/{userId}",
        "TimedRotatingFileHandler",
        "503",
    ):
        assert said in page.text


def test_the_page_needs_no_script_and_no_network(tmp_path: Path) -> None:
    page = Page(written(tmp_path / "d.html", "html", EXAMPLES / "switchboard"))
    assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name in ("src", "style") or name.startswith("on")]
    assert all((value or "").startswith("#") for name, value in page.attributes if name == "href")


def test_the_markdown_says_the_same(tmp_path: Path) -> None:
    text = written(tmp_path / "d.md", "markdown", EXAMPLES / "frontdesk")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS
    assert "```mermaid\nflowchart TB\n" in text
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    assert not [t for t in tokens if t.type == "html_block"]
    assert sum(t.type == "table_open" for t in tokens) >= 8


def test_open_points_are_what_is_not_met_or_not_stated(tmp_path: Path) -> None:
    text = written(tmp_path / "d.md", "markdown", EXAMPLES / "switchboard").split("## Open points")[1]
    assert "(not met)" in text
    assert "(needs attestation)" in text


def test_a_hundred_calls_that_are_alike_are_one_row(tmp_path: Path) -> None:
    root = tmp_path / "app"
    root.mkdir()
    call = "requests.get('https://admin.api.mitel.io/2017-09-01/accounts')\n"
    (root / "app.py").write_text("import requests\n\n" + call * 100, encoding="utf-8")
    text = written(tmp_path / "d.md", "markdown", root)
    calls = text.split("### API calls")[1].split("###")[0]
    assert calls.count("GET /accounts") == 1
    assert "app.py\\:3 and 99 more" in calls
    assert text.split("## Open points")[1].count("may wait for ever") == 1
    assert "- **API calls**: 100\n" in text


def test_the_document_says_what_it_was_made_of(tmp_path: Path) -> None:
    text = written(tmp_path / "d.md", "markdown", EXAMPLES / "frontdesk")
    for name in ("level asked for", "kind", "files assessed", "commit", "configuration", "made"):
        assert f"- **{name}**: " in text
    assert re.search(r"\*\*configuration\*\*: pyproject.toml\n", text)
    assert re.search(r"rules [0-9a-f]{12}\n", text)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for form in ("html", "markdown"):
        first = written(tmp_path / "a", form, EXAMPLES / "switchboard")
        assert first == written(tmp_path / "b", form, EXAMPLES / "switchboard")
        assert "2023-11-14T22" in first


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    root = tmp_path / "app"
    root.mkdir()
    (root / "pyproject.toml").write_text(
        '[project]\nname = "<script>alert(1)</script>"\nversion = "1"\n', encoding="utf-8"
    )
    (root / "README.md").write_text(
        f"# X\n\nSee <img src=x onerror=alert(1)> and **[this](javascript:alert(1))** \u202e token {SECRET}\n",
        encoding="utf-8",
    )
    (root / "app.py").write_text(
        "import requests\n\n"
        f"requests.get('https://admin.api.mitel.io/2017-09-01/<b>|`x`/{SECRET}')\n"
        "requests.get('https://evil.example.com<script>/x')\n",
        encoding="utf-8",
    )
    return root


def test_hostile_content_is_shown_harmlessly_in_the_page(hostile: Path, tmp_path: Path) -> None:
    text = written(tmp_path / "d.html", "html", hostile)
    page = Page(text)
    assert not {"script", "img", "b"} & set(page.tags)
    assert "\u202e" not in text
    assert SECRET not in text
    assert "<script>alert(1)</script>" in page.text


def test_hostile_content_is_shown_harmlessly_in_markdown(hostile: Path, tmp_path: Path) -> None:
    text = written(tmp_path / "d.md", "markdown", hostile)
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    inner = {child.type for t in tokens for child in t.children or ()}
    assert not {"html_inline", "link_open", "image"} & inner
    assert not [t for t in tokens if t.type == "html_block"]
    assert "\u202e" not in text
    assert SECRET not in text.replace("\\", "")


def test_what_is_stated_is_quoted_with_its_author(tmp_path: Path) -> None:
    root = tmp_path / "app"
    root.mkdir()
    (root / "app.py").write_text(
        "import requests\n\nrequests.get('https://admin.api.mitel.io/2017-09-01/accounts')\n",
        encoding="utf-8",
    )
    asked = written(tmp_path / "a.html", "html", root)
    assert "To be stated: What does the application do" in asked
    (root / "cl-lint-attestations.toml").write_text(
        '[attestations."review.functionality"]\nstatement = "It rings <rooms>."\nby = "Ada"\ndate = 2023-01-31\n',
        encoding="utf-8",
    )
    stated = written(tmp_path / "b.html", "html", root)
    assert "It rings &lt;rooms&gt;. (Stated by Ada, 2023-01-31.)" in stated
    assert "To be stated: What does the application do" not in stated


def test_the_readme_gives_its_first_paragraphs() -> None:
    text = "# Desk\n\n[![badge](x)](y)\n\nRooms *and* [calls](http://x).\nSecond line.\n\n```\ncode\n```\n\n## Install\n\nNo.\n"
    assert paragraphs(text) == ("Rooms and calls. Second line.",)


def test_a_project_without_readme(tmp_path: Path) -> None:
    assert introduction(tmp_path) == ("", ())


def test_no_file_is_one_line_and_status_2(tmp_path: Path) -> None:
    done = CliRunner().invoke(group, ["dossier", "-q", str(tmp_path)])
    assert done.exit_code == 2
    assert "no Python file found" in done.output


@pytest.mark.parametrize(
    ("level", "status"), [("self-assessed", "not applicable"), ("certified", "needs attestation")]
)
def test_the_level_typed_is_the_level_assessed(level: str, status: str) -> None:
    done = CliRunner().invoke(
        group, ["dossier", "-q", "--format", "markdown", "--level", level, str(EXAMPLES / "frontdesk")]
    )
    assert done.exit_code == 0, done.output
    assert f"### Practices, for {level}\n" in done.output
    assert re.search(rf"\| The vendor's tests are passed \| . {status} \|", done.output)


def test_the_kind_typed_is_the_kind_assessed() -> None:
    done = CliRunner().invoke(
        group, ["dossier", "-q", "--format", "markdown", "--kind", "client", str(EXAMPLES / "frontdesk")]
    )
    assert done.exit_code == 0, done.output
    assert "- **kind**: client" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing"], "missing"),
        (["app", "--output-file", "no/folder/d.html"], "cannot be written"),
        (["app", "--config", "broken.toml"], "broken.toml"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "a.py").write_text("x = 1\n")
    (tmp_path / "broken.toml").write_text("level = \n")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(group, ["dossier", "-q", *arguments])
    assert (done.exit_code, done.output.count("\n")) == (2, 1), done.output
    assert said in done.output
    assert not (tmp_path / "no").exists()


def test_a_file_that_cannot_be_read_is_named_as_not_assessed(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_bytes(b"\x00\x01\xff")
    done = CliRunner().invoke(group, ["dossier", "-q", "--format", "markdown", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "odd.py" in done.output
