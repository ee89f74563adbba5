"""How the verdicts of a rule are put together, whatever they are about."""

from __future__ import annotations

from collections.abc import Iterable

from ..catalog import load_catalog
from ..findings import Confidence, Evidence, Finding, Place, Step, Unknown, Verdicts


class RuleReporter:
    """Collects the verdicts of one rule; the page supplies name, severity, practice, remedy."""

    def __init__(self, code: str) -> None:
        self.rule = load_catalog().rules[code]
        self.verdicts = Verdicts()

    def finding(
        self,
        place: Place,
        message: str,
        confidence: Confidence = Confidence.HIGH,
        trace: Iterable[Step] = (),
        remedy: str = "",
    ) -> None:
        """A breach at `place`; one finding a place and message is kept."""
        rule = self.rule
        steps = tuple(dict.fromkeys(step for step in trace if step.place != place))
        made = Finding(
            code=rule.code,
            name=rule.name,
            practice=rule.practice,
            severity=rule.severity,
            confidence=confidence,
            place=place,
            message=message,
            remedy=remedy or rule.remedy,
            trace=steps,
        )
        if not any(f.place == place and f.message == message for f in self.verdicts.findings):
            self.verdicts.findings.append(made)

    def evidence(
        self,
        place: Place,
        message: str,
        confidence: Confidence = Confidence.HIGH,
        trace: Iterable[Step] = (),
    ) -> None:
        """A place where the practice is kept."""
        rule = self.rule
        self.verdicts.evidence.append(
            Evidence(rule.code, rule.practice, confidence, place, message, tuple(trace))
        )

    def unknown(self, place: Place, message: str, trace: Iterable[Step] = ()) -> None:
        """A place where the analysis cannot tell."""
        self.verdicts.unknown.append(
            Unknown(self.rule.code, self.rule.practice, place, message, tuple(trace))
        )
