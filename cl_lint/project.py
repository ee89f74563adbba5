"""The files of a project: read, told apart by what they can matter for, lowered on demand."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cl_lint.catalog import load_catalog
from cl_lint.config import Config
from cl_lint.findings import Confidence
from cl_lint.sources import Problem, SourceFile, discover, parse, read, relative_name, valid
from cl_lint.sources.discovery import SUFFIX

if TYPE_CHECKING:
    from cl_lint.concepts.application import Application
    from cl_lint.deployment import Document
    from cl_lint.program import Module

HINTS = (b"mitel", b"cloudlink")
REGISTRATION = "CL603"  # the rule for which JSON files are read


class Project:
    """Reads every file once. A file is lowered when the analysis asks for it, and only if the
    application is about CloudLink at all; the others are only checked to be valid."""

    def __init__(
        self, paths: Sequence[Path], config: Config, root: Path, progress: Callable[[int, int], None] | None
    ) -> None:
        self._config = config
        self._root = root
        self._progress = progress
        self._files: dict[str, SourceFile] = {}
        self._problems: dict[str, Problem] = {}
        self._checked: set[str] = set()
        self._documents: dict[str, Document] = {}
        named = {os.path.abspath(path) for path in paths}
        for path in discover(paths, root, config.exclude, (SUFFIX, *self._document_suffixes())):
            if path.suffix.lower() == ".json" and not path.is_dir():
                self._add_document(path, str(path) in named)
                continue
            source = read(path, root)
            self._files[source.name] = source
            if source.problem is not None:
                self._problems[source.name] = source.problem
        if not self._names_cloudlink():
            # The members of a request body alone do not say whose it is.
            self._documents = {n: d for n, d in self._documents.items() if d.kind != "request body"}
        self.names = (*self._files, *self._documents)

    def _document_suffixes(self) -> tuple[str, ...]:
        rule = load_catalog().rules.get(REGISTRATION)
        asked = rule is not None and self._config.level in rule.levels and self._config.selects(REGISTRATION)
        return (".json",) if asked else ()

    def _add_document(self, path: Path, named: bool) -> None:
        if not self._document_suffixes():
            return
        from cl_lint.deployment.finding import find_document

        found = find_document(path, self._root, named=named)
        name = relative_name(path, self._root)
        if isinstance(found, Problem):
            self._problems[name] = found
        elif found is not None:
            self._documents[name] = found

    def uses_cloudlink(self) -> bool:
        """Whether any file names the vendor, its platform or a configured host, or is a registration."""
        return bool(self._documents) or self._names_cloudlink()

    def _names_cloudlink(self) -> bool:
        hosts = tuple(host.encode() for host in self._config.hosts)
        return any(any(w in f.data.lower() for w in (*HINTS, *hosts)) for f in self._files.values())

    def application(self) -> Application:
        """The program of all files that can matter, linked."""
        from cl_lint.concepts.application import Application
        from cl_lint.models import load_models
        from cl_lint.program import Program
        from cl_lint.relevance import relevant

        models = load_models(self._config.models)
        readable = {n: f.data for n, f in self._files.items() if f.text is not None}
        program = Program(readable, self._lower, models)
        unsure = self._config.min_confidence is Confidence.LOW
        wanted = sorted(relevant(readable, models, self._config.hosts, everywhere=unsure))
        for done, name in enumerate(wanted, 1):
            program.table.module(name)
            if self._progress is not None:
                self._progress(done, len(wanted))
        program.callers_index.prime()
        return Application(
            program, self._config, self._config.policy, self._root, tuple(self._documents.values())
        )

    def _lower(self, name: str) -> Module | None:
        from cl_lint.program import Module
        from cl_lint.syntax import lower

        source = self._files[name]
        if source.text is None:
            return None
        self._checked.add(name)
        tree = parse(source.text)
        if isinstance(tree, Problem):
            self._problems[name] = tree
            return None
        return Module(lower(tree, name, source.text))

    def problems(self) -> dict[str, Problem]:
        """Why files could not be assessed, by name; files that were not lowered are validated."""
        for name, source in self._files.items():
            if name not in self._checked and source.text is not None:
                self._checked.add(name)
                problem = valid(source.text)
                if problem is not None:
                    self._problems[name] = problem
        return self._problems

    def texts(self) -> dict[str, str]:
        """The texts of all readable files, by name."""
        return {name: f.text for name, f in self._files.items() if f.text is not None}

    def document_texts(self) -> dict[str, str]:
        """The texts of the registration files, by name, with their secrets masked."""
        if not self._documents:
            return {}
        from cl_lint.deployment import masked

        return {name: masked(document) for name, document in self._documents.items()}
