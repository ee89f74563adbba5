"""Programs that turn back on themselves, or go on for very long, are still judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from cl_lint.config import Config
from cl_lint.run import check

CLIENT = """
import requests


def fetch(path):
    answer = requests.get("https://admin.us.api.mitel.io/2017-09-01" + path, timeout=5)
    return answer.json()["items"]
"""
FILLED = "table = {}\n" + "".join(f'table["key{n}"] = {n}\n' for n in range(1500))
LOOPED = """
def fold(rows):
    kept = {}
    for row in rows:
        kept[row] = kept
        for name in kept:
            kept[name] = {**kept, name: row}
            if kept[name] in kept:
                kept = dict(kept)
    return kept


for one in fold(["a"]):
    print(one)
"""
MUTUAL = """
def even(n, then):
    return True if n == 0 else odd(n - 1, then)


def odd(n, then):
    return False if n == 0 else even(n - 1, lambda value: then(even(value, odd)))


class Node:
    def __init__(self, parent=None):
        self.parent = parent or Node(self)
        self.root = self.parent.root

    def up(self):
        return self.parent.up().root.up()


Node().up().up(), even(3, odd)
"""


@pytest.mark.parametrize(
    "other",
    [
        FILLED + "\nfor key in table:\n    if key:\n        print(table[key])\n",
        LOOPED,
        MUTUAL,
        "a = b\nb = a\nif a == 200:\n    print(b)\n",
        "x = 0\n" + "".join(f"if x == {n}:\n    x = x + {n}\n" for n in range(400)) + "print(x)\n",
        "\n".join(f"def f{n}(g):\n    return f{(n * 7 + 1) % 60}(lambda: g(f{n}))\n" for n in range(60)),
    ],
    ids=["long-dictionary", "dictionary-in-itself", "mutual", "circle", "long-chain", "many-callbacks"],
)
def test_the_breach_beside_it_is_found(other: str, tmp_path: Path) -> None:
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    (tmp_path / "other.py").write_text(
        f"from client import fetch\n{other}\nfetch('/users')\n", encoding="utf-8"
    )
    result = check([tmp_path], Config(), tmp_path)
    assert "CL305" in {finding.code for finding in result.findings}
    assert {finding.place.path for finding in result.findings} == {"client.py"}
