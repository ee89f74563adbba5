"""Makes `docs/images/report.png`: the report on an example application, as the README shows it.

    pip install -e ".[dev,docs]" && playwright install chromium
    python docs/picture.py

CHROMIUM names a browser that is installed already. The picture keeps 64 colours, enough for text.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "images" / "report.png"
WIDTH, HEIGHT = 1100, 950
COLOURS = 64


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        command = [sys.executable, "-m", "cl_lint", "report", "-q", "examples/switchboard", "--output-file"]
        subprocess.run([*command, str(page)], cwd=ROOT, check=True)
        picture = Image.open(io.BytesIO(shot(page)))
    TARGET.parent.mkdir(exist_ok=True)
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(TARGET, optimize=True)
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")


def shot(page: Path) -> bytes:
    """The top of a page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"))
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        tab.goto(page.as_uri())
        found = tab.screenshot()
        browser.close()
    return found


if __name__ == "__main__":
    main()
