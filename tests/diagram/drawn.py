"""Projects of any size to draw, and what a drawing says."""

from __future__ import annotations

from pathlib import Path

from cl_lint.config import Config
from cl_lint.diagram import Diagram, NodeKind
from cl_lint.survey import survey

CALL = """
import requests


def {name}(user_id):
    requests.get(f"https://{service}.api.mitel.io/2017-09-01/users/{{user_id}}", timeout=5).raise_for_status()
"""
SERVICES = ("admin", "chat", "media", "presence")


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def large(root: Path, packages: int = 10, modules: int = 20) -> Path:
    """An application of many packages; some of their modules call CloudLink, and each imports the last one."""
    files = {"pyproject.toml": '[project]\nname = "large"\n', "big/__init__.py": ""}
    for p in range(packages):
        files[f"big/part{p}/__init__.py"] = ""
        for m in range(modules - 1):
            text = f"import big.part{p}.m{m - 1}\n" if m else (f"import big.part{p - 1}.m3\n" if p else "")
            text += CALL.format(name=f"read{m}", service=SERVICES[p % 4]) if m == 3 and p % 2 == 0 else ""
            files[f"big/part{p}/m{m}.py"] = text
    files["big/__main__.py"] = f"import big.part{packages - 1}.m0\n\nif __name__ == '__main__':\n    pass\n"
    return write(root, files)


def diagram_of(root: Path) -> Diagram:
    return survey([root], Config(), root).diagram


def titles(diagram: Diagram, kind: NodeKind) -> list[str]:
    return [node.title for node in diagram.of_kind(kind)]
