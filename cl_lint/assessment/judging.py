"""From the verdicts of the checks to a status for every practice, at one level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from cl_lint.assessment.attestations import AttestationFile
from cl_lint.assessment.statuses import LevelVerdict, PracticeStatus, Ruling, Status
from cl_lint.catalog import LINTER, Practice, Rule, load_catalog
from cl_lint.config import Config
from cl_lint.findings import Evidence, Finding, Severity, Unknown, Verdicts
from cl_lint.rule_page import LEVELS

if TYPE_CHECKING:
    from cl_lint.concepts.application import Application

Verdict = TypeVar("Verdict", Evidence, Unknown)

NO_API_CALL = "no CloudLink API call is in the source"


@dataclass(frozen=True)
class Judge:
    """Judges practices at the level of `config`. `app` is None where nothing in the source is about
    CloudLink; `verdicts` are those of the same level."""

    app: Application | None
    config: Config
    kind: str
    verdicts: Verdicts
    attestations: AttestationFile

    def level(self, not_assessed: Mapping[str, str]) -> LevelVerdict:
        """The verdict for the whole level."""
        practices = tuple(self.practice(practice) for practice in load_catalog().practices)
        return LevelVerdict(self.config.level, practices, tuple(self._obstacles(not_assessed)))

    def _obstacles(self, not_assessed: Mapping[str, str]) -> Iterable[str]:
        if not_assessed:
            count = len(not_assessed)
            yield f"{count} file{'s' if count > 1 else ''} could not be assessed"
        if self.app is None or not self.app.api_calls.all:
            yield f"{NO_API_CALL}: there is nothing to assess"

    def practice(self, practice: Practice) -> PracticeStatus:
        """The status of one practice."""
        findings = [f for f in self.verdicts.findings if f.code in practice.rules and f.practice != LINTER]
        waived = tuple(f for f in findings if f.suppressed and f.reason)
        attestation = self.attestations.of(practice.id)
        answered = practice.answered if attestation else ()
        unanswered = [f for f in findings if f not in waived and f.code not in answered]
        evidence = _settled(self._sure(self.verdicts.evidence), practice)
        unknown = _settled(self.verdicts.unknown, practice)
        ruling = self._ruling(practice, unanswered, waived, evidence, unknown)
        holds = attestation is not None and ruling.status in (Status.NEEDS_ATTESTATION, Status.UNKNOWN)
        if attestation is not None and holds:
            ruling = Ruling(Status.ATTESTED, f"stated by {attestation.by} on {attestation.stated}")
        return PracticeStatus(
            practice,
            ruling,
            advisory=self._is_advisory(practice, unanswered),
            findings=tuple(f for f in findings if f not in waived),
            waived=waived,
            evidence=evidence,
            unknown=unknown,
            attestation=attestation,
            expired=self.attestations.lapsed(practice.id),
        )

    def _ruling(
        self,
        practice: Practice,
        findings: Sequence[Finding],
        waived: Sequence[Finding],
        evidence: Sequence[Evidence],
        unknown: Sequence[Unknown],
    ) -> Ruling:
        """The ruling without regard to what a person states."""
        if findings:
            return Ruling(Status.NOT_MET, _not_met(findings))
        if self.config.level not in (*practice.levels, *practice.exception_levels):
            levels = " and ".join(practice.levels)
            return Ruling(Status.NOT_APPLICABLE, f"asked of {levels} applications only")
        found = evidence or unknown or waived
        if practice.rules and not found and (self.app is None or not self.app.api_calls.all):
            return Ruling(Status.NOT_APPLICABLE, NO_API_CALL)
        said = self._concepts_say(practice) if self.app is not None else None
        if said is not None and not waived and not (unknown and said.status is Status.MET):
            return said
        return self._ruling_of_verdicts(practice, waived, evidence, unknown)

    def _ruling_of_verdicts(
        self,
        practice: Practice,
        waived: Sequence[Finding],
        evidence: Sequence[Evidence],
        unknown: Sequence[Unknown],
    ) -> Ruling:
        skipped = [code for code in practice.rules if self._is_skipped(load_catalog().rules[code])]
        if skipped:
            verb = "is" if len(skipped) == 1 else "are"
            return Ruling(Status.UNKNOWN, f"{', '.join(skipped)} {verb} switched off by the configuration")
        if unknown:
            places = tuple(dict.fromkeys(u.place for u in unknown))
            return Ruling(Status.UNKNOWN, f"the analysis cannot decide at {_count(places, 'place')}", places)
        needs_statement = practice.how != "analysis" and not (
            waived and {f.code for f in waived} <= set(practice.answered)
        )
        if needs_statement:
            return Ruling(Status.NEEDS_ATTESTATION, _needed(practice, evidence))
        if waived:
            return Ruling(Status.WAIVED, f"{_count(waived, 'finding')}, suppressed with a reason")
        if evidence:
            places = tuple(dict.fromkeys(e.place for e in evidence))
            return Ruling(Status.MET, f"kept at {_count(places, 'place')}, broken nowhere", places)
        return Ruling(Status.UNKNOWN, "neither a breach nor a proof is in the source")

    def _concepts_say(self, practice: Practice) -> Ruling | None:
        from cl_lint.assessment.rulings import ruling_of_concepts

        return None if self.app is None else ruling_of_concepts(self.app, practice)

    def _is_skipped(self, rule: Rule) -> bool:
        """Whether the configuration leaves out a rule that the level and the kind ask for."""
        asked = self.config.level in rule.levels and self.kind in rule.kinds
        return asked and not self.config.selects(rule.code)

    def _sure(self, evidence: Iterable[Evidence]) -> list[Evidence]:
        return [e for e in evidence if e.confidence.rank >= self.config.min_confidence.rank]

    @staticmethod
    def _is_advisory(practice: Practice, findings: Sequence[Finding]) -> bool:
        """Whether only good habits are at stake: what is open is advice, or all that the rules give."""
        rules = load_catalog().rules
        severities = {f.severity for f in findings} or {rules[code].severity for code in practice.rules}
        return severities == {Severity.ADVICE}


def judge_levels(
    app: Application | None,
    config: Config,
    kind: str,
    verdicts: Mapping[str, Verdicts],
    attestations: AttestationFile,
    not_assessed: Mapping[str, str],
) -> tuple[LevelVerdict, ...]:
    """The verdict for every level, given the verdicts of the checks at each, by level."""
    found = []
    for level in LEVELS:
        at = None if app is None else app.at(level)
        judge = Judge(at, replace(config, level=level), kind, verdicts[level], attestations)
        found.append(judge.level(not_assessed))
    return tuple(found)


def _settled(verdicts: Iterable[Verdict], practice: Practice) -> tuple[Verdict, ...]:
    """The verdicts on a practice in order of place, each once: the same place is reached in several ways."""
    mine = {(v.place, v.code, v.message): v for v in verdicts if v.code in practice.rules}
    return tuple(mine[key] for key in sorted(mine))


def _not_met(findings: Sequence[Finding]) -> str:
    silent = [f for f in findings if f.suppressed]
    said = _count(findings, "finding")
    if not silent:
        return said
    return f"{said}, {'all' if len(silent) == len(findings) else len(silent)} suppressed without a reason"


def _needed(practice: Practice, evidence: Sequence[Evidence]) -> str:
    if practice.how == "statement":
        return "source cannot show it"
    return "the source shows a part of it" if evidence else "the source shows nothing of it"


def _count(items: Sequence[object], noun: str) -> str:
    return f"{len(items)} {noun}{'' if len(items) == 1 else 's'}"
