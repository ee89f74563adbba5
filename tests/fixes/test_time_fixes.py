"""CL201 and CL202: what is taken in UTC and written in ISO 8601 by a fix, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cl_lint.fixes.time_texts import iso_format
from tests.fixes.projects import mended, times

DT = "from datetime import datetime"
DTZ = "from datetime import datetime, timezone"

SAFE_CLOCKS = [
    pytest.param(
        DT,
        "sent = datetime.now().isoformat()",
        DTZ,
        "sent = datetime.now(timezone.utc).isoformat()",
        id="now",
    ),
    pytest.param(
        DT,
        "sent = datetime.utcnow().isoformat()",
        DTZ,
        "sent = datetime.now(timezone.utc).isoformat()",
        id="utcnow",
    ),
    pytest.param(
        DT,
        "sent = datetime.today().isoformat()",
        DTZ,
        "sent = datetime.now(timezone.utc).isoformat()",
        id="today",
    ),
    pytest.param(
        DT,
        "sent = datetime.now(tz=None).isoformat()",
        DTZ,
        "sent = datetime.now(tz=timezone.utc).isoformat()",
        id="none",
    ),
    pytest.param(
        DT,
        "sent = datetime.fromtimestamp(seconds).isoformat()",
        DTZ,
        "sent = datetime.fromtimestamp(seconds, timezone.utc).isoformat()",
        id="fromtimestamp",
    ),
    pytest.param(
        DT,
        "sent = datetime.utcfromtimestamp((seconds)).isoformat()",
        DTZ,
        "sent = datetime.fromtimestamp((seconds), timezone.utc).isoformat()",
        id="utcfromtimestamp in parentheses",
    ),
    pytest.param(
        DT,
        'sent = datetime.now().isoformat() + "Z"',
        DTZ,
        "sent = datetime.now(timezone.utc).isoformat()",
        id="false Z",
    ),
    pytest.param(
        DT,
        'sent = f"{datetime.now().isoformat()}Z"',
        DTZ,
        'sent = f"{datetime.now(timezone.utc).isoformat()}"',
        id="Z in f",
    ),
    pytest.param(
        DT,
        "sent = datetime.now().strftime('%d/%m/%Y %H:%M')",
        DTZ,
        "sent = datetime.now(timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')",
        id="strftime",
    ),
    pytest.param(
        DT,
        "now = datetime.now()  # the clock\nsent = now.isoformat()",
        DTZ,
        "now = datetime.now(timezone.utc)  # the clock\nsent = now.isoformat()",
        id="variable",
    ),
    pytest.param(
        "import datetime as dt",
        "sent = dt.datetime.now(  # the clock\n).isoformat()",
        "import datetime as dt",
        "sent = dt.datetime.now(dt.timezone.utc  # the clock\n).isoformat()",
        id="module alias, comment inside",
    ),
    pytest.param(
        "from datetime import datetime as clock, tzinfo",
        "sent = clock.now().isoformat()",
        "from datetime import datetime as clock, timezone, tzinfo",
        "sent = clock.now(timezone.utc).isoformat()",
        id="in the order of the names",
    ),
    pytest.param(
        "from datetime import (\n    datetime,  # when\n    tzinfo,  # where\n)",
        "sent = datetime.now().isoformat()",
        "from datetime import (\n    datetime,  # when\n    timezone,\n    tzinfo,  # where\n)",
        "sent = datetime.now(timezone.utc).isoformat()",
        id="import over lines",
    ),
    pytest.param(
        "from datetime import UTC, datetime",
        "sent = datetime.now().isoformat()",
        "from datetime import UTC, datetime",
        "sent = datetime.now(UTC).isoformat()",
        id="UTC at hand",
    ),
    pytest.param(
        "from datetime import datetime\nfrom shop import timezone",
        "sent = datetime.now().isoformat()",
        "from datetime import datetime\nfrom shop import timezone\nfrom datetime import timezone as datetime_timezone",
        "sent = datetime.now(datetime_timezone.utc).isoformat()",
        id="name taken",
    ),
    pytest.param(
        "import time",
        'sent = time.strftime("%d.%m.%Y %H:%M:%S")',
        "import time",
        'sent = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())',
        id="time.strftime",
    ),
    pytest.param(
        "import time",
        'sent = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.localtime())',
        "import time",
        'sent = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())',
        id="localtime",
    ),
    pytest.param(
        "from time import ctime",
        "sent = ctime()",
        "from time import ctime, gmtime, strftime",
        'sent = strftime("%Y-%m-%dT%H:%M:%SZ", gmtime())',
        id="ctime by name",
    ),
    pytest.param(
        "import time",
        "sent = time.ctime()",
        "import time",
        'sent = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())',
        id="ctime",
    ),
]


@pytest.mark.parametrize(("imports", "body", "new_imports", "new_body"), SAFE_CLOCKS)
def test_a_time_that_is_only_formatted_is_made_aware(
    tmp_path: Path, imports: str, body: str, new_imports: str, new_body: str
) -> None:
    new, done = mended(tmp_path, times(imports, body), "CL201")
    assert new.decode() == times(new_imports, new_body)
    assert len(done.findings) == 1


UNSAFE_CLOCKS = [
    pytest.param("sent = datetime.now()\nif sent > seconds: return\nsent = sent.isoformat()", id="compared"),
    pytest.param('sent = datetime.now(ZoneInfo("Europe/Paris")).isoformat()', id="a zone was chosen"),
]


@pytest.mark.parametrize("body", UNSAFE_CLOCKS)
def test_other_times_wait_for_unsafe_fixes(tmp_path: Path, body: str) -> None:
    text = times(f"{DT}\nfrom zoneinfo import ZoneInfo", body)
    assert mended(tmp_path, text, "CL201")[0].decode() == text
    new, _ = mended(tmp_path, text, "CL201", unsafe=True)
    assert "datetime.now(timezone.utc)" in new.decode()


SAFE_FORMATS = [
    pytest.param('now.strftime("%d/%m/%Y %H:%M")', 'now.strftime("%Y-%m-%dT%H:%M:%SZ")', id="strftime"),
    pytest.param(
        "now.strftime(  # form\n'%c')", "now.strftime(  # form\n'%Y-%m-%dT%H:%M:%SZ')", id="comment"
    ),
    pytest.param(
        'now.strftime("%Y-%m-%d %H:%M:%S.%f UTC")', 'now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")', id="fraction"
    ),
    pytest.param('now.strftime("%Y-%m-%dT%H:%M")', 'now.strftime("%Y-%m-%dT%H:%MZ")', id="no designator"),
    pytest.param('f"{now:%d.%m.%Y %H:%M}"', 'f"{now:%Y-%m-%dT%H:%M:%SZ}"', id="f-string"),
    pytest.param('f"{now:%d.%m.%Y %H:%M:%S}Z"', 'f"{now:%Y-%m-%dT%H:%M:%S}Z"', id="designator behind"),
    pytest.param('now.isoformat(" ")', "now.isoformat()", id="separator"),
    pytest.param('now.isoformat(" ", "seconds")', 'now.isoformat("T", "seconds")', id="separator and more"),
    pytest.param(
        'now.isoformat(timespec="seconds", sep=" ")', 'now.isoformat(timespec="seconds")', id="named"
    ),
    pytest.param('now.isoformat() + "Z"', "now.isoformat()", id="two designators"),
    pytest.param("now.ctime()", "now.isoformat()", id="ctime"),
]


@pytest.mark.parametrize(("old", "new"), SAFE_FORMATS)
def test_a_text_becomes_iso(tmp_path: Path, old: str, new: str) -> None:
    body = "now = datetime.now(timezone.utc)\nsent = "
    text, _ = mended(tmp_path, times(DTZ, body + old), "CL202")
    assert text.decode() == times(DTZ, body + new)


def test_words_of_a_format_are_not_lost(tmp_path: Path) -> None:
    text = times(DTZ, 'sent = datetime.now(timezone.utc).strftime("%H:%M on %d.%m.%Y")')
    assert mended(tmp_path, text, "CL202")[0].decode() == text


MUTATIONS = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "tabs": lambda text: text.replace("    ", "\t").encode(),
    "byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "latin-1": lambda text: f"# coding: latin-1\n# Zürich\n{text}".encode("latin-1"),
    "docstring and future": lambda text: (
        f'"""Notes."""\n\nfrom __future__ import annotations\n\n{text}'.encode()
    ),
    "in a class": lambda text: text.replace(
        "\ndef ", "\nclass Notes:\n  @staticmethod\n  async def "
    ).encode(),
    "no last line end": lambda text: text.rstrip("\n").encode(),
}


@pytest.mark.parametrize("mutate", MUTATIONS.values(), ids=MUTATIONS)
def test_every_other_byte_stays(tmp_path: Path, mutate) -> None:  # type: ignore[no-untyped-def]
    before = mutate(times(DT, "sent = datetime.now().isoformat()"))
    after, _ = mended(tmp_path, before, "CL201")
    assert after == mutate(times(DTZ, "sent = datetime.now(timezone.utc).isoformat()"))


@given(st.text(st.sampled_from("%YmdHMSfzZcT:-/ .aU"), max_size=14))
def test_a_form_that_is_mended_stays_as_it_is(form: str) -> None:
    once = iso_format(form)
    assert once is None or iso_format(once) == once
