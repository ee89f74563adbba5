"""How a check says what it found."""

from __future__ import annotations

from ..concepts.application import Application
from .rule_reporting import RuleReporter


class Reporter(RuleReporter):
    """Collects the verdicts of one rule about an application."""

    def __init__(self, app: Application, code: str) -> None:
        super().__init__(code)
        self.app = app
