"""CL203: what stamps the lines of the log is set to UTC and ISO 8601."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixes.projects import logs, mended

ISO = 'datefmt="%Y-%m-%dT%H:%M:%SZ"'
CLOCK = "logging.Formatter.converter = time.gmtime"
HEAD = "import logging\nimport time\n\nimport requests\n"
CLASS = '''

class UtcFormatter(logging.Formatter):
    """Stamps log lines in UTC and ISO 8601."""

    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

'''

SETUPS = [
    pytest.param(
        f'{HEAD}\nlogging.basicConfig(format="%(asctime)s %(message)s")  # all\n',
        f'{HEAD}\n{CLOCK}\nlogging.basicConfig(format="%(asctime)s %(message)s", {ISO})  # all\n',
        id="basicConfig",
    ),
    pytest.param(
        f'{HEAD}\nlogging.basicConfig(\n    level=10,\n    format="%(asctime)s %(message)s",\n)\n',
        f'{HEAD}\n{CLOCK}\nlogging.basicConfig(\n    level=10,\n    format="%(asctime)s %(message)s",\n    {ISO},\n)\n',
        id="a line for each argument",
    ),
    pytest.param(
        f"{HEAD}\nif requests: logging.basicConfig()\n",
        f'{HEAD}\nif requests: {CLOCK}; logging.basicConfig(format="%(asctime)s %(levelname)s:%(name)s:%(message)s", {ISO})\n',
        id="on one line",
    ),
    pytest.param(
        f'{HEAD}\nlogging.basicConfig(style="{{", format="{{message}}", datefmt="%c")\n',
        f'{HEAD}\n{CLOCK}\nlogging.basicConfig(style="{{", format="{{asctime}} {{message}}", {ISO})\n',
        id="braces",
    ),
    pytest.param(
        f'{HEAD}\nlogging.basicConfig(format="%(asctime)s.%(msecs)03dZ %(message)s", datefmt="%Y-%m-%dT%H:%M:%S")\n',
        f'{HEAD}\n{CLOCK}\nlogging.basicConfig(format="%(asctime)s.%(msecs)03dZ %(message)s", datefmt="%Y-%m-%dT%H:%M:%S")\n',
        id="only the clock is wrong",
    ),
    pytest.param(
        f'{HEAD}\nhandler = logging.StreamHandler()\nhandler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))\n',
        f'{HEAD}{CLASS}\nhandler = logging.StreamHandler()\nhandler.setFormatter(UtcFormatter("%(asctime)s %(message)s"))\n',
        id="formatter",
    ),
    pytest.param(
        f'{HEAD}import structlog\n\nstructlog.configure(processors=[structlog.processors.TimeStamper("%c", utc=False)])\n',
        f'{HEAD}import structlog\n\nstructlog.configure(processors=[structlog.processors.TimeStamper("iso", utc=True)])\n',
        id="structlog",
    ),
]


@pytest.mark.parametrize(("before", "after"), SETUPS)
def test_set_ups(tmp_path: Path, before: str, after: str) -> None:
    sets_the_clock_of_all = CLOCK in after
    new, _ = mended(tmp_path, logs(before), "CL203", unsafe=sets_the_clock_of_all)
    assert new.decode() == logs(after)
    if sets_the_clock_of_all:
        assert mended(tmp_path, logs(before), "CL203")[0].decode() == logs(before)


def test_the_form_alone_is_safe_under_a_clock_for_all(tmp_path: Path) -> None:
    before = f'{HEAD}\n{CLOCK}\nlogging.basicConfig(format="%(asctime)s %(message)s")\n'
    after = before.replace('s")', f's", {ISO})')
    assert mended(tmp_path, logs(before), "CL203")[0].decode() == logs(after)


def test_two_formatters_share_the_class(tmp_path: Path) -> None:
    line = 'handler = logging.StreamHandler()\nhandler.setFormatter(logging.Formatter("%(message)s"))\n'
    other = line.replace("handler", "other")
    new, done = mended(tmp_path, logs(f"{HEAD}\n{line}{other}"), "CL203")
    assert len(done.findings) == 2
    assert new.count(b"class UtcFormatter") == 1
    assert new.count(b'setFormatter(UtcFormatter("%(asctime)s %(message)s"))') == 2
