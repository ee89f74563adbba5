"""CL203: what stamps the lines of the log is set to UTC and ISO 8601."""

from __future__ import annotations

import logging.config
from pathlib import Path
from typing import Any

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

LOGURU = "{time:YYYY-MM-DDTHH:mm:ss.SSS[Z]!UTC}"

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
    pytest.param(
        f"{HEAD}import structlog\n\nstructlog.configure(\n    processors=[\n        structlog.processors.JSONRenderer(),  # last\n    ]\n)\n",
        f'{HEAD}import structlog\n\nstructlog.configure(\n    processors=[\n        structlog.processors.TimeStamper(fmt="iso", utc=True),\n        structlog.processors.JSONRenderer(),  # last\n    ]\n)\n',
        id="structlog without a stamp",
    ),
    pytest.param(
        f'{HEAD}from loguru import logger\n\nlogger.add("a.log", format="<green>{{time:HH:mm}}</green> {{message}}")  # all\n',
        f'{HEAD}from loguru import logger\n\nlogger.add("a.log", format="<green>{LOGURU}</green> {{message}}")  # all\n',
        id="loguru",
    ),
    pytest.param(
        f"{HEAD}from loguru import logger\n\nlogger.add('a.log', format='{{message}}', level=3)\n",
        f"{HEAD}from loguru import logger\n\nlogger.add('a.log', format='{LOGURU} {{message}}', level=3)\n",
        id="loguru without a time",
    ),
    pytest.param(
        f'{HEAD}from loguru import logger\n\nlogger.configure(handlers=[{{"sink": print, "format": "{{time}} {{message}}"}}])\n',
        f'{HEAD}from loguru import logger\n\nlogger.configure(handlers=[{{"sink": print, "format": "{LOGURU} {{message}}"}}])\n',
        id="loguru by configure",
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


DICTIONARY = """import logging.config

import requests
{helper}LOGGING = {{
    "version": 1,
    "formatters": {{
        "plain": {plain},
        "other": {other},  # for the file
    }},
    "handlers": {{
        "one": {{"class": "logging.StreamHandler", "formatter": "plain"}},
        "two": {{"class": "logging.StreamHandler", "formatter": "other"}},
    }},
    "root": {{"level": "INFO", "handlers": ["one", "two"]}},
}}
logging.config.dictConfig(LOGGING)
"""


def test_formatters_of_a_dictionary(tmp_path: Path) -> None:
    old = DICTIONARY.format(
        helper="\n",
        plain='{"format": "%(asctime)s %(message)s"}',
        other="""{
            "class": "logging.Formatter",
            "format": "{levelname} {message}",
            "style": "{",
            "datefmt": "%d.%m."  # short
        }""",
    )
    new = DICTIONARY.format(
        helper=f"import time\n{CLASS}\n",
        plain='{"()": UtcFormatter, "format": "%(asctime)s %(message)s"}',
        other="""{
            "()": UtcFormatter,
            "format": "{asctime} {levelname} {message}",
            "style": "{",
            "datefmt": "%Y-%m-%dT%H:%M:%SZ"  # short
        }""",
    )
    fixed = mended(tmp_path, logs(old), "CL203")[0].decode()
    assert fixed == logs(new)
    configuration: dict[str, Any] = {}
    made = fixed.split("logging.config.dictConfig")[0].replace("import requests\n", "")
    exec(compile(made, "app.py", "exec"), configuration)
    formatter = logging.config.DictConfigurator(configuration["LOGGING"]).configure_formatter(
        configuration["LOGGING"]["formatters"]["other"]
    )
    record = logging.LogRecord("a", logging.ERROR, "a.py", 1, "x", None, None)
    record.created = 0.0
    assert formatter.format(record) == "1970-01-01T00:00:00Z ERROR x"
