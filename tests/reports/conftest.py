"""A result with one finding of each sort."""

from __future__ import annotations

import pytest

from cl_lint.findings import Confidence, Finding, Place, Severity, Step, Verdicts
from cl_lint.result import Result

CLIENT = """\
import requests

def users(session):
\ttry:
\t\treturn session.get(URL)
\texcept requests.RequestException as error:
\t\tlog.error("größe 名前: %s", error, extra={"token": "s3cret"})
"""


@pytest.fixture
def result() -> Result:
    log_call = Place("app/client.py", 7, 3, 7, 65)
    request = Place("app/client.py", 5, 10, 5, 26)
    findings = [
        Finding(
            code="CL102",
            name="missing-correlation-id",
            practice="logging.correlation",
            severity=Severity.ERROR,
            confidence=Confidence.HIGH,
            place=log_call,
            message="the log lacks x-mitel-correlation-id",
            remedy="Log it.",
            trace=(Step(request, "the request that fails"),),
        ),
        Finding(
            code="CL601",
            name="missing-app-header",
            practice="platform.identification",
            severity=Severity.ADVICE,
            confidence=Confidence.MEDIUM,
            place=request,
            message="no x-mitel-app header",
        ),
        Finding(
            code="CL101",
            name="unlogged-api-error",
            practice="logging.errors-logged",
            severity=Severity.ERROR,
            confidence=Confidence.HIGH,
            place=request,
            message="hidden",
            suppressed=True,
        ),
    ]
    return Result(
        verdicts=Verdicts(findings),
        files=("app/client.py",),
        not_assessed=("app/old.py",),
        api_calls=1,
        kind="server",
        level="compatible",
        seconds=0.25,
        sources={"app/client.py": CLIENT},
    )
