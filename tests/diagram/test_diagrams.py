"""What the architecture diagram shows, for one module and for two hundred, and in which forms."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from itertools import combinations
from pathlib import Path

import pytest
from click.testing import CliRunner
from drawn import CALL, diagram_of, large, titles, write

from cl_lint.cli import group
from cl_lint.config import find_root, load_config
from cl_lint.diagram import Diagram, Edge, EdgeKind, Layout, Node, NodeKind, lay_out
from cl_lint.reports.diagram_mermaid import render_mermaid
from cl_lint.reports.diagram_svg import render_svg
from cl_lint.survey import survey

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
HOSTILE = ['<script>alert(1)</script>', '"]:::x click n0 "javascript:x"', "a`b```", "\u202eevil", "end", "]]><b>", "&amp;"]  # fmt: skip


def example(name: str) -> Diagram:
    paths = [EXAMPLES / name]
    config = load_config(paths[0], None)
    return survey(paths, config, find_root(paths, config)).diagram


def arrows(diagram: Diagram, kind: EdgeKind) -> set[tuple[str, str]]:
    names = {node.key: node.title for node in diagram.nodes}
    return {(names[e.source], names[e.target]) for e in diagram.edges if e.kind is kind}


def test_the_front_desk() -> None:
    diagram = example("frontdesk")
    assert diagram.title == "frontdesk"
    assert titles(diagram, NodeKind.ENTRY) == ["Web requests"]
    assert sorted(titles(diagram, NodeKind.MODULE)) == [
        "faults", "gateway", "journal", "notifications", "rooms", "settings", "tokens", "wakeups", "web",
    ]  # fmt: skip
    assert arrows(diagram, EdgeKind.REQUEST) == {
        ("gateway", "admin"), ("gateway", "media"), ("gateway", "notifications"), ("tokens", "authentication"),
        ("tokens", "sign-in page"),
    }  # fmt: skip
    assert arrows(diagram, EdgeKind.WEBSOCKET) == {("notifications", "notifications")}
    assert arrows(diagram, EdgeKind.STARTS) == {("Web requests", "web")}


def test_the_switchboard() -> None:
    diagram = example("switchboard")
    assert titles(diagram, NodeKind.ENTRY) == ["Command line", "Person at a window"]
    assert arrows(diagram, EdgeKind.WEBHOOK) == {("notifications", "news")}
    assert ("lines", "media") in arrows(diagram, EdgeKind.REQUEST)
    assert ("board", "phonebook") in arrows(diagram, EdgeKind.USES)


def test_other_hosts_and_commands(tmp_path: Path) -> None:
    files = {
        "pyproject.toml": '[project]\nname = "desk"\n[project.scripts]\ndesk = "desk.run:main"\n',
        "desk/__init__.py": "",
        "desk/run.py": "import requests\n\ndef main():\n    requests.get('https://weather.example.com/now')\n"
        + CALL.format(name="x", service="admin"),
        "tests/test_desk.py": "import desk\n",
    }
    diagram = diagram_of(write(tmp_path, files))
    assert titles(diagram, NodeKind.HOST) == ["weather.example.com"]
    assert diagram.of_kind(NodeKind.ENTRY)[0].lines == ("desk",)
    assert not any("test" in title for title in titles(diagram, NodeKind.MODULE))


def test_one_module(tmp_path: Path) -> None:
    diagram = diagram_of(write(tmp_path, {"app.py": CALL.format(name="x", service="admin")}))
    assert titles(diagram, NodeKind.MODULE) == ["app"]
    assert arrows(diagram, EdgeKind.REQUEST) == {("app", "admin")}


def overlapping(layout: Layout) -> list[tuple[str, str]]:
    return [
        (a.node.title, b.node.title)
        for a, b in combinations(layout.boxes, 2)
        if a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height
    ]


def test_two_hundred_modules_are_a_few_boxes_that_do_not_overlap(tmp_path: Path) -> None:
    diagram = diagram_of(large(tmp_path))
    assert diagram.modules > 190
    assert len(diagram.of_kind(NodeKind.MODULE)) <= 14
    layout = lay_out(diagram)
    assert not overlapping(layout)
    assert layout.width < 1400


def test_a_folder_of_two_hundred_scripts(tmp_path: Path) -> None:
    files = {f"m{i}.py": CALL.format(name="x", service="chat") if i % 20 == 0 else "" for i in range(200)}
    modules = diagram_of(write(tmp_path, files)).of_kind(NodeKind.MODULE)
    assert len(modules) == 11
    assert [node.lines for node in modules if node.title == "other modules"] == [("190 modules",)]


@pytest.mark.parametrize("name", ["frontdesk", "switchboard"])
def test_boxes_lie_inside_and_apart(name: str) -> None:
    layout = lay_out(example(name))
    assert not overlapping(layout)
    assert all(
        b.x >= 0 and b.x + b.width <= layout.width and b.y + b.height <= layout.height for b in layout.boxes
    )


@pytest.mark.parametrize("name", ["frontdesk", "switchboard"])
def test_arrows_run_from_box_to_box(name: str) -> None:
    layout = lay_out(example(name))
    boxes = {box.node.key: box for box in layout.boxes}
    assert {path.edge for path in layout.paths} == set(layout.diagram.edges)
    for path in layout.paths:
        for key, (x, y) in ((path.edge.source, path.curve[0]), (path.edge.target, path.tip)):
            box = boxes[key]
            assert box.x - 2 <= x <= box.x + box.width + 2, path
            assert box.y - 2 <= y <= box.y + box.height + 2, path


def test_rows_stand_in_order() -> None:
    layout = lay_out(example("frontdesk"))
    ends = {kind: [b.y for b in layout.boxes if b.node.kind is kind] for kind in NodeKind}
    assert max(ends[NodeKind.ENTRY]) < min(ends[NodeKind.MODULE])
    assert max(ends[NodeKind.MODULE]) < min(ends[NodeKind.SERVICE])


def test_many_boxes_without_arrows_make_several_rows() -> None:
    nodes = tuple(Node(f"m{i:02}", NodeKind.MODULE, f"module {i}") for i in range(23))
    layout = lay_out(Diagram("flat", nodes, (), 23))
    assert not overlapping(layout)
    assert len({box.y for box in layout.boxes}) == 5
    assert layout.width < 1000


def test_cycles_are_drawn(tmp_path: Path) -> None:
    files = {"a.py": "import b\n" + CALL.format(name="x", service="admin"), "b.py": "import a\n"}
    diagram = diagram_of(write(tmp_path, files))
    assert arrows(diagram, EdgeKind.USES) == {("a", "b"), ("b", "a")}
    assert not overlapping(lay_out(diagram))


def hostile(text: str) -> Diagram:
    nodes = (Node("a", NodeKind.MODULE, text, (text,)), Node("b", NodeKind.SERVICE, "admin"))
    return Diagram(text, nodes, (Edge("a", "b", EdgeKind.REQUEST),), 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_names_do_no_harm_in_svg(text: str) -> None:
    root = ElementTree.fromstring(render_svg(lay_out(hostile(text))))
    allowed = {"svg", "title", "desc", "style", "rect", "g", "path", "text"}
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == allowed
    assert not any(name.startswith("on") or "href" in name for e in root.iter() for name in e.attrib)
    assert "\u202e" not in "".join(root.itertext())


@pytest.mark.parametrize("text", HOSTILE)
def test_names_do_no_harm_in_mermaid(text: str) -> None:
    drawn = render_mermaid(hostile(text)).splitlines()
    (line,) = [x for x in drawn if x.strip().startswith("n0[")]
    assert re.fullmatch(r'\s+n0\["[\w .,\-]*(#\d+;[\w .,\-]*)*<br/>[\w .,\-]*(#\d+;[\w .,\-]*)*"\]', line)
    assert len(drawn) == len(render_mermaid(hostile("x")).splitlines())


def test_secrets_are_masked() -> None:
    secret = "ghp_" + "a1B2" * 9
    assert secret not in render_svg(lay_out(hostile(secret)))
    assert secret not in render_mermaid(hostile(secret))


def test_the_picture_is_described_in_words() -> None:
    root = ElementTree.fromstring(render_svg(lay_out(example("switchboard"))))
    assert root.attrib["role"] == "img"
    texts = {e.attrib.get("id"): e.text or "" for e in root if "id" in e.attrib}
    assert set(root.attrib["aria-labelledby"].split()) == set(texts)
    assert texts["architecture-title"] == "Architecture of switchboard"
    assert "lines sends requests to media." in texts["architecture-desc"]
    assert "Events come from notifications to news (webhook)." in texts["architecture-desc"]


def test_the_same_application_gives_the_same_bytes() -> None:
    assert render_svg(lay_out(example("frontdesk"))) == render_svg(lay_out(example("frontdesk")))


# ------------------------------------------------------------------------------ the command line


def test_a_file_named_svg_and_one_named_mmd(tmp_path: Path) -> None:
    for name, start in (("a.svg", "<svg "), ("a.mmd", "flowchart TB\n")):
        done = CliRunner().invoke(
            group, ["diagram", "-q", str(EXAMPLES / "switchboard"), "--output-file", str(tmp_path / name)]
        )
        assert done.exit_code == 0, done.output
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_what_cannot_be_drawn_is_one_line(tmp_path: Path) -> None:
    missing = CliRunner().invoke(group, ["diagram", "-q", str(tmp_path / "nowhere")])
    assert (missing.exit_code, missing.output.count("\n")) == (2, 1)
    empty = CliRunner().invoke(group, ["diagram", "-q", str(tmp_path)])
    assert empty.exit_code == 2
    assert "no Python file found" in empty.output
    target = tmp_path / "no" / "folder.svg"
    unwritable = CliRunner().invoke(
        group, ["diagram", "-q", str(EXAMPLES / "switchboard"), "--output-file", str(target)]
    )
    assert unwritable.exit_code == 2
    assert "cannot be written" in unwritable.output


def test_a_project_of_one_unreadable_file_says_why(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_bytes(b"\x00\x01\xff")
    done = CliRunner().invoke(group, ["diagram", "-q", str(tmp_path)])
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "odd.py" in done.output
    assert "no Python file found" not in done.output
