"""From an assessment to the data of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path

from cl_lint.assessment import Assessment, Attestation, LevelVerdict, PracticeStatus, Status
from cl_lint.catalog import rules_digest
from cl_lint.clock import now
from cl_lint.findings import Evidence, Finding, Place, Unknown
from cl_lint.reports.secrets import mask_shapes
from cl_lint.reports.self_assessment import document as d
from cl_lint.reports.self_assessment.excerpts import Excerpts
from cl_lint.reports.self_assessment.sections import Section
from cl_lint.reports.self_assessment.settings import settings_of
from cl_lint.reports.snippet import Snippets
from cl_lint.revision import Revision
from cl_lint.version import VERSION

SHOWN = 5  # places of a practice that carry their line of source

_NOUNS = {
    Status.NOT_MET: ("practice is not met", "practices are not met"),
    Status.UNKNOWN: ("is unknown", "are unknown"),
    Status.NEEDS_ATTESTATION: ("needs a statement", "need a statement"),
}


def build(found: Assessment, root: Path, revision: Revision, sections: Sequence[Section] = ()) -> d.Document:
    """The data of the report on an assessment of the project at `root`."""
    return _Builder(found, root).document(revision, sections)


def moment() -> str:
    """The moment in UTC, to the second; that of SOURCE_DATE_EPOCH (seconds) where it is set."""
    return now().strftime("%Y-%m-%dT%H:%M:%SZ")


class _Builder:
    def __init__(self, found: Assessment, root: Path) -> None:
        self.found = found
        self.root = root

    def document(self, revision: Revision, sections: Sequence[Section]) -> d.Document:
        found = self.found
        name, version, description = _project(self.root)
        return d.Document(
            format=d.FORMAT,
            version=d.VERSION,
            tool=d.Tool("cl-lint", VERSION, rules_digest()),
            generated=moment(),
            application=d.Application(
                name, version, description, found.kind, found.kind_reason, found.api_calls
            ),
            revision=d.Revision(revision.commit, revision.clean, revision.note),
            configuration=d.Configuration(
                self._file(found.config.file), settings_of(found.config, self.root)
            ),
            level=found.config.level,
            files=d.Files(
                found.files, tuple(d.NotAssessed(path, why) for path, why in found.not_assessed.items())
            ),
            levels=tuple(self._level(verdict) for verdict in found.levels),
            practices=tuple(self._practice(index, item) for index, item in enumerate(found.asked.practices)),
            findings=tuple(self._finding(finding) for finding in self._findings),
            remarks=tuple(
                d.Remark(f.code, f.name, f.place.path, f.place.line, mask_shapes(f.message))
                for f in found.remarks
            ),
            attestations=d.Attestations(
                found.attestations.name,
                tuple(map(_statement, found.attestations.current)),
                tuple(map(_statement, found.attestations.expired)),
                found.attestations.unknown,
            ),
            sections=tuple(sections),
        )

    def _file(self, file: Path | None) -> str:
        if file is None:
            return ""
        return file.relative_to(self.root).as_posix() if self.root in file.parents else file.name

    # -- levels

    def _level(self, verdict: LevelVerdict) -> d.Level:
        counts = Counter(item.status for item in verdict.practices)
        blockers = [d.Blocker("", text, "", "") for text in verdict.obstacles]
        for item in verdict.blockers:
            practice = item.practice
            blockers.append(
                d.Blocker(practice.id, practice.title, item.status.value, mask_shapes(item.ruling.reason))
            )
        return d.Level(
            level=verdict.level,
            asked=verdict.level == self.found.config.level,
            ready=verdict.ready,
            summary=_summary(verdict),
            counts=tuple(d.Count(status.value, counts[status]) for status in Status),
            blockers=tuple(blockers),
        )

    # -- practices

    def _practice(self, index: int, item: PracticeStatus) -> d.PracticeRow:
        practice = item.practice
        every = [verdict.practices[index] for verdict in self.found.levels]
        return d.PracticeRow(
            id=practice.id,
            area=practice.area,
            title=practice.title,
            summary=practice.summary,
            source=practice.source,
            settled_by=practice.how,
            rules=practice.rules,
            question=practice.question,
            status=item.status.value,
            reason=mask_shapes(item.ruling.reason),
            levels=tuple(
                d.LevelStatus(
                    verdict.level, each.status.value, mask_shapes(each.ruling.reason), each.advisory
                )
                for verdict, each in zip(self.found.levels, every, strict=True)
            ),
            findings=self._ids(f for each in every for f in each.findings),
            waived=self._ids(f for each in every for f in each.waived),
            evidence=self._evidence(item),
            unknown=self._locations(item.unknown) or self._bare(item, Status.UNKNOWN),
            attestation=None if item.attestation is None else _statement(item.attestation),
        )

    def _evidence(self, item: PracticeStatus) -> tuple[d.Location, ...]:
        return self._locations(item.evidence) or self._bare(
            item, Status.MET, Status.NEEDS_ATTESTATION, Status.NOT_APPLICABLE
        )

    def _bare(self, item: PracticeStatus, *statuses: Status) -> tuple[d.Location, ...]:
        """The places of the ruling itself, where it is one of these statuses."""
        if item.status not in statuses:
            return ()
        return tuple(
            d.Location(p.path, p.line, p.column, "", self._excerpts.first(p)) for p in item.ruling.places
        )

    def _locations(self, verdicts: Sequence[Evidence | Unknown]) -> tuple[d.Location, ...]:
        return tuple(
            self._location(v.place, v.message, with_source=number < SHOWN)
            for number, v in enumerate(verdicts)
        )

    def _location(self, place: Place, message: str, with_source: bool = True) -> d.Location:
        source = self._excerpts.first(place) if with_source else None
        return d.Location(place.path, place.line, place.column, mask_shapes(message), source)

    # -- findings

    @cached_property
    def _excerpts(self) -> Excerpts:
        return Excerpts(Snippets(self.found.sources))

    @cached_property
    def _findings(self) -> list[Finding]:
        """The findings of all levels, each once, in order of place."""
        every = {
            f: None
            for verdict in self.found.levels
            for item in verdict.practices
            for f in (*item.findings, *item.waived)
        }
        return sorted(every, key=lambda f: (f.place, f.code, f.message))

    @cached_property
    def _numbers(self) -> Mapping[Finding, str]:
        return {finding: f"F{number}" for number, finding in enumerate(self._findings, 1)}

    @cached_property
    def _homes(self) -> Mapping[Finding, tuple[dict[str, None], dict[str, None]]]:
        """The practices and the levels for which each finding counts."""
        homes: dict[Finding, tuple[dict[str, None], dict[str, None]]] = {}
        for verdict in self.found.levels:
            for item in verdict.practices:
                for finding in (*item.findings, *item.waived):
                    practices, levels = homes.setdefault(finding, ({}, {}))
                    practices[item.practice.id] = None
                    levels[verdict.level] = None
        return homes

    def _ids(self, findings: Iterable[Finding]) -> tuple[str, ...]:
        ids = {self._numbers[finding] for finding in findings}
        return tuple(sorted(ids, key=lambda number: int(number[1:])))

    def _finding(self, finding: Finding) -> d.FindingRow:
        practices, levels = self._homes[finding]
        place = finding.place
        state = "open" if not finding.suppressed else "waived" if finding.reason else "unexplained"
        return d.FindingRow(
            id=self._numbers[finding],
            code=finding.code,
            name=finding.name,
            severity=finding.severity.value,
            confidence=finding.confidence.value,
            state=state,
            reason=mask_shapes(finding.reason or ""),
            by=finding.by or "",
            until=_day(finding.until),
            known=finding.known,
            practices=tuple(practices),
            levels=tuple(levels),
            path=place.path,
            line=place.line,
            column=place.column,
            end_line=place.end_line,
            end_column=place.end_column,
            message=mask_shapes(finding.message),
            remedy=finding.remedy,
            source=self._excerpts.around(place),
            trace=tuple(self._location(step.place, step.message) for step in finding.trace),
        )


def _summary(verdict: LevelVerdict) -> str:
    """One sentence on a level."""
    if verdict.ready:
        return f"Ready for {verdict.level}."
    counts = Counter(item.status for item in verdict.blockers)
    said = []
    for status, (one, many) in _NOUNS.items():
        if counts[status]:
            said.append(f"{counts[status]} {one if counts[status] == 1 else many}")
    return f"Not ready for {verdict.level}: {', '.join([*verdict.obstacles, *said])}."


def _statement(made: Attestation) -> d.Statement:
    return d.Statement(
        made.practice, mask_shapes(made.statement), made.by, made.stated.isoformat(), _day(made.expires)
    )


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _project(root: Path) -> tuple[str, str, str]:
    """Name, version and description, as `pyproject.toml` has them; the folder's name where it has none."""
    import tomli

    table: object = None
    with suppress(OSError, ValueError, RecursionError):
        table = tomli.loads((root / "pyproject.toml").read_text(encoding="utf-8-sig")).get("project")
    known = table if isinstance(table, dict) else {}
    texts = [" ".join(text.split()) if isinstance(text := known.get(key), str) else "" for key in _KEYS]
    name, version, description = (mask_shapes(text)[:_LONGEST] for text in texts)
    return name or root.name, version, description


_KEYS = ("name", "version", "description")
_LONGEST = 300
