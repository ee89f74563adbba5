"""Times `cl-lint check` against its floors, side by side in one run, and prints ratios.

usage: python benchmarks/speed.py [--modules N]

Makes an application of N modules in a temporary folder, in which every module matters, and a
project in which one module in ten does; compares CPU seconds with `libcst.parse_module` alone over
the files that must be parsed, and the start of the command with `import click`.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CALLING = """
import logging

import requests

log = logging.getLogger(__name__)
BASE = "https://admin.api.mitel.io/2017-09-01"


class Service{n}:
    def __init__(self, session: requests.Session, account_id: str) -> None:
        self.session = session
        self.account_id = account_id
        self.cache: dict[str, dict] = {{}}

    def users(self) -> list[dict]:
        response = self.session.get(f"{{BASE}}/accounts/{{self.account_id}}/users", timeout=10)
        response.raise_for_status()
        return response.json()["_embedded"]["items"]

    def rename(self, user_id: str, name: str) -> bool:
        try:
            response = self.session.put(
                f"{{BASE}}/accounts/{{self.account_id}}/users/{{user_id}}", json={{"name": name}}, timeout=10
            )
            response.raise_for_status()
        except requests.HTTPError as exc:
            log.error("user %s not renamed: %s %s", user_id, exc, exc.response.headers)
            return False
        return True
"""
PLAIN = '''

def measure_{n}_{k}(rows: list[dict[str, float]], scale: float = 1.0) -> dict[str, float]:
    """Sums the columns of a table, and says how they differ from their mean."""
    totals: dict[str, float] = {{}}
    for row in rows:
        for name, value in row.items():
            totals[name] = totals.get(name, 0.0) + value * scale
    count = max(1, len(rows))
    means = {{name: total / count for name, total in totals.items()}}
    spread = {{}}
    for name, mean in means.items():
        spread[name] = sum(abs(row.get(name, 0.0) - mean) for row in rows) / count
    if not spread:
        return {{"empty": 0.0}}
    return {{**means, **{{f"{{name}}_spread": value for name, value in spread.items()}}}}
'''


def write_project(folder: Path, modules: int, every: int) -> None:
    """A package of `modules` files of about 200 lines, of which each `every`th calls the API."""
    package = folder / "app"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    for n in range(modules):
        head = CALLING.format(n=n) if n % every == 0 else ""
        (package / f"part_{n}.py").write_text(head + "".join(PLAIN.format(n=n, k=k) for k in range(10)))


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds, the least of three runs."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def parse_all(folder: Path) -> None:
    import libcst

    gc.disable()
    for path in sorted(folder.rglob("*.py")):
        libcst.parse_module(path.read_text("utf-8"))
    gc.enable()


def check_all(folder: Path) -> None:
    from cl_lint.config import Config
    from cl_lint.run import check

    check([folder], Config(), folder)


def wall(command: list[str]) -> float:
    """Seconds of a whole process, the least of five."""
    times = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - started)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", type=int, default=100)
    modules = parser.parse_args().modules
    with tempfile.TemporaryDirectory() as name:
        dense, sparse = Path(name) / "dense", Path(name) / "sparse"
        write_project(dense, modules, 1)
        write_project(sparse, modules, 10)
        floor = cpu(lambda: parse_all(dense))
        sparse_floor = cpu(lambda: parse_all(sparse))
        every, tenth = cpu(lambda: check_all(dense)), cpu(lambda: check_all(sparse))
    version = wall([sys.executable, "-m", "cl_lint", "--version"])
    click = wall([sys.executable, "-c", "import click"])
    print(f"every file matters     {every:6.2f} s, {every / floor:5.2f} x parsing all (target 1.6)")
    print(f"one file in ten does   {tenth:6.2f} s, {tenth / sparse_floor:5.2f} x parsing all (target 0.16)")
    print(f"--version              {version:6.3f} s, {version / click:5.2f} x import click (target 1.6)")


if __name__ == "__main__":
    main()
