"""JUnit XML: a test suite for each file, a failed test for each finding, a passed one for a clean file."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree as ET

from cl_lint.findings import Finding
from cl_lint.reports.concise import shown_message, standing
from cl_lint.reports.escaping import escape
from cl_lint.reports.view import View

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(view: View) -> str:
    """An XML document in ASCII."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for name in view.result.files:
        by_file[name] = []
    for finding in view.findings:
        by_file[finding.place.path].append(finding)
    top = ET.Element("testsuites", name="cl-lint")
    suites = [_suite(top, name, findings, view) for name, findings in sorted(by_file.items())]
    for key in ("tests", "failures", "skipped"):
        top.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    top.set("errors", "0")
    top.set("time", f"{view.result.seconds:.3f}")
    ET.indent(top)
    text: str = ET.tostring(top, encoding="us-ascii", xml_declaration=True).decode("ascii")
    return text.replace("\r", "&#13;") + "\n"


def _suite(top: ET.Element, name: str, findings: list[Finding], view: View) -> ET.Element:
    path = _clean(escape(view.repository_path(name)))
    skipped = sum(not finding.is_open for finding in findings)
    suite = ET.SubElement(
        top,
        "testsuite",
        name=path,
        tests=str(max(len(findings), 1)),
        failures=str(len(findings) - skipped),
        errors="0",
        skipped=str(skipped),
        time="0",
    )
    if not findings:
        ET.SubElement(suite, "testcase", name="cl-lint", classname=path, file=path, time="0")
    for finding in findings:
        _case(suite, finding, path)
    return suite


def _case(suite: ET.Element, finding: Finding, path: str) -> None:
    place = finding.place
    case = ET.SubElement(
        suite,
        "testcase",
        name=f"{finding.code} {finding.name} ({place.line}:{place.column})",
        classname=path,
        file=path,
        line=str(place.line),
        time="0",
    )
    message = _clean(shown_message(finding.message))
    if not finding.is_open:
        ET.SubElement(case, "skipped", message=_clean(f"{message}{standing(finding)}"))
        return
    failure = ET.SubElement(case, "failure", message=message, type=finding.severity.value)
    lines = [f"{path}:{place.line}:{place.column}: {message}"]
    lines += [
        f"{escape(step.place.path)}:{step.place.line}:{step.place.column}: {shown_message(step.message)}"
        for step in finding.trace
    ]
    failure.text = _clean("\n".join([*lines, shown_message(finding.remedy)]))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
