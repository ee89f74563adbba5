"""Suppression comments: findings they cover are marked, and comments that fail to do so are reported.

`# cl-lint: ignore[CL502] -- reason (until 2027-03-31)` covers the findings that start on its line, in the
simple statement that begins or ends there, or in the block whose `def`, `class` or `with` header it is on;
`# cl-lint: ignore-file[CL502] -- reason` covers the file. The date is the last day, in UTC.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from cl_lint.catalog import LINTER, load_catalog
from cl_lint.clock import today
from cl_lint.config import Config
from cl_lint.findings import Confidence, Finding, Place, Verdicts
from cl_lint.selection import resolve
from cl_lint.suppressions.comments import MalformedError, Suppression, parse_comment
from cl_lint.suppressions.coverage import Coverage

if TYPE_CHECKING:
    from cl_lint.concepts.application import Application
    from cl_lint.program import Module

__all__ = ["apply"]

UNUSED, UNEXPLAINED = "CL002", "CL003"


@dataclass(frozen=True)
class Claim:
    """What one selector of a comment at `place` wants suppressed: these rules on these lines of the file,
    or anywhere in it where `lines` is None."""

    selector: str
    codes: frozenset[str]
    place: Place
    lines: tuple[range, ...] | None
    reason: str
    until: date | None

    def covers(self, finding: Finding) -> bool:
        place = finding.place
        if finding.code not in self.codes or place.path != self.place.path:
            return False
        return self.lines is None or any(place.line in lines for lines in self.lines)


def apply(verdicts: Verdicts, app: Application, config: Config, texts: Mapping[str, str]) -> Verdicts:
    """The verdicts with the covered findings marked as suppressed, and with findings about comments that
    suppress nothing or give no reason. `texts` holds the files' texts by name."""
    claims: list[Claim] = []
    remarks: list[Finding] = []
    for module in app.program.table.loaded():
        if module.summary.suppression_comments:
            for made in _read(app, module, texts[module.path]):
                if isinstance(made, Claim):
                    claims.append(made)
                else:
                    remarks.append(made)
    findings = [_covered(finding, claims) for finding in verdicts.findings]
    remarks += _unused(claims, verdicts, app, config)
    return replace(verdicts, findings=findings + [r for r in remarks if config.selects(r.code)])


def _covered(finding: Finding, claims: list[Claim]) -> Finding:
    for claim in claims:
        if claim.covers(finding):
            return replace(finding, suppressed=True, reason=claim.reason or None, until=claim.until)
    return finding


def _read(app: Application, module: Module, text: str) -> Iterator[Claim | Finding]:
    """The claims of a file's comments, and what is wrong with the comments themselves."""
    coverage = Coverage(module.summary, text)
    for offset, comment in module.summary.suppression_comments:
        place = app.place(module, (offset, offset + len(comment)))
        for parsed in parse_comment(comment):
            if isinstance(parsed, MalformedError):
                yield _remark(UNUSED, place, f"malformed suppression, which suppresses nothing: {parsed}")
            elif parsed.until is not None and parsed.until < today():
                yield _remark(
                    UNUSED, place, f"the suppression ended on {parsed.until} and suppresses nothing"
                )
            elif not parsed.whole_file and coverage.stands_alone(offset):
                yield _remark(UNUSED, place, "on a line of its own, without code, it suppresses nothing")
            else:
                lines = None if parsed.whole_file else tuple(coverage.lines(offset))
                yield from _claims(parsed, place, lines)


def _claims(
    suppression: Suppression, place: Place, lines: tuple[range, ...] | None
) -> Iterator[Claim | Finding]:
    rules = load_catalog().rules
    for selector in suppression.selectors:
        try:
            meant = resolve([selector], rules)
        except ValueError as error:
            yield _remark(UNUSED, place, str(error))
            continue
        codes = frozenset(code for code in meant if rules[code].practice != LINTER)
        if codes:
            yield Claim(selector, codes, place, lines, suppression.reason, suppression.until)
        else:
            yield _remark(UNUSED, place, f"{selector} cannot be suppressed by a comment")
    if not suppression.reason:
        named = ", ".join(suppression.selectors)
        yield _remark(UNEXPLAINED, place, f"the suppression of {named} gives no reason")


def _unused(claims: list[Claim], verdicts: Verdicts, app: Application, config: Config) -> Iterator[Finding]:
    """A remark for each claim that covers no finding, unless one of its rules was not run."""
    if not claims:
        return
    rules, kind = load_catalog().rules, app.kind
    run = {
        code
        for code, rule in rules.items()
        if config.selects(code) and config.level in rule.levels and kind in rule.kinds
    }
    for claim in claims:
        if claim.codes <= run and not any(claim.covers(finding) for finding in verdicts.findings):
            where = "file" if claim.lines is None else "place"
            yield _remark(UNUSED, claim.place, f"there is no finding of {claim.selector} in this {where}")


def _remark(code: str, place: Place, message: str) -> Finding:
    rule = load_catalog().rules[code]
    return Finding(
        code=code,
        name=rule.name,
        practice=rule.practice,
        severity=rule.severity,
        confidence=Confidence.HIGH,
        place=place,
        message=message,
        remedy=rule.remedy,
    )
