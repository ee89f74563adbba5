"""The files of a project: read, told apart by what they can matter for, lowered on demand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from cl_lint.config import Config
from cl_lint.findings import Confidence
from cl_lint.sources import Problem, ProjectData, SourceFile, discover, parse, read, take, valid
from cl_lint.store import SummaryStore

if TYPE_CHECKING:
    from cl_lint.concepts.application import Application
    from cl_lint.deployment import Document
    from cl_lint.models import Models
    from cl_lint.program import Module
    from cl_lint.stack import Stack

HINTS = (b"mitel", b"cloudlink")
REGISTRATION = "CL603"


class Project:
    """Reads every file once. A file is lowered when the analysis asks for it, and only if the
    application is about CloudLink at all; the others are only checked to be valid."""

    def __init__(
        self,
        paths: Sequence[Path],
        config: Config,
        root: Path,
        progress: Callable[[int, int], None] | None,
        overlay: Mapping[Path, bytes] = MappingProxyType({}),
        store: SummaryStore | None = None,
    ) -> None:
        self._store = store or SummaryStore()
        self._kept = self._store.files(root)
        self._config = config
        self._root = root
        self._progress = progress
        self._files: dict[str, SourceFile] = {}
        self._problems: dict[str, Problem] = {}
        self._checked: set[str] = set()
        self._done = self._wanted = 0  # files lowered, and those to lower at once
        for path in discover(paths, root, config.exclude, overlay):
            source = take(path, root, overlay[path]) if path in overlay else read(path, root)
            self._files[source.name] = source
            if source.problem is not None:
                self._problems[source.name] = source.problem
        self._data = ProjectData(root, (n for n in self._files if not n.endswith(".json")))
        self._documents = self._take_documents(paths)
        self._kept.forget_others(self._files)
        self.names = (*self._files, *self._documents)

    def _take_documents(self, paths: Sequence[Path]) -> dict[str, Document]:
        """The files that register the application; only the rule about them reads any JSON."""
        from cl_lint.catalog import load_catalog

        for name in [name for name in self._files if name.lower().endswith(".json")]:
            del self._files[name]  # named by the user, and no Python
            self._problems.pop(name, None)
        is_judged = self._config.level in load_catalog().rules[REGISTRATION].levels
        if not is_judged or not self._config.selects(REGISTRATION):
            return {}
        from cl_lint.deployment.finding import find_documents

        is_cloudlink = self._names_cloudlink()
        documents, problems = find_documents(
            paths, self._root, self._config.exclude, is_cloudlink=is_cloudlink
        )
        self._problems.update(problems)
        return documents

    def uses_cloudlink(self) -> bool:
        """Whether any file names the vendor, its platform or a configured host, or is a registration."""
        return bool(self._documents) or self._names_cloudlink()

    def _names_cloudlink(self) -> bool:
        hosts = tuple(word.lower().encode() for word in (*self._config.hosts, *self._data_words))
        return any(any(w in f.data.lower() for w in (*HINTS, *hosts)) for f in self._files.values())

    @cached_property
    def _data_words(self) -> tuple[str, ...]:
        """The names of the data files and variables by which a source may mean the API."""
        return self._data.words((*(hint.decode() for hint in HINTS), *self._config.hosts))

    def application(self) -> Application:
        """The program of all files that can matter, linked."""
        from cl_lint.concepts.application import Application
        from cl_lint.program import Program
        from cl_lint.relevance import relevant

        models = self._store.models(self._config.models)
        readable = {n: f.data for n, f in self._files.items() if f.text is not None}
        program = Program(readable, lambda name: self._lower(name, models), models, self._data)
        unsure = self._config.min_confidence is Confidence.LOW
        words = (*self._config.hosts, *self._data_words)
        wanted = sorted(relevant(readable, models, words, everywhere=unsure))
        self._wanted = len(wanted)
        for self._done, name in enumerate(wanted, 1):
            program.table.module(name)
            self.report_progress()
        program.callers_index.prime()
        return Application(
            program, self._config, self._config.policy, self._root, tuple(self._documents.values())
        )

    def report_progress(self) -> None:
        """Tell who wants to know how many files are done; that may raise to give up."""
        if self._progress is not None:
            self._progress(self._done, self._wanted)

    def _lower(self, name: str, models: Models) -> Module | None:
        source = self._files[name]
        if source.text is None:
            return None
        text = source.text
        self._checked.add(name)
        found = self._kept.module(name, source.data, models, lambda: _lowered(name, text, models))
        if isinstance(found, Problem):
            self._problems[name] = found
            return None
        return found

    def problems(self) -> dict[str, Problem]:
        """Why files could not be assessed, by name; files that were not lowered are validated."""
        for name, source in self._files.items():
            text = source.text
            if name not in self._checked and text is not None:
                self._checked.add(name)
                problem = self._kept.problem(name, source.data, partial(valid, text))
                if problem is not None:
                    self._problems[name] = problem
        return self._problems

    def unreadable(self) -> dict[str, Problem]:
        """Why files have no text that could be looked into, by name."""
        return {name: f.problem for name, f in self._files.items() if f.problem is not None}

    def texts(self) -> dict[str, str]:
        """The texts of all readable files, by name; those of registration files with their secrets masked."""
        texts = {name: f.text for name, f in self._files.items() if f.text is not None}
        if self._documents:
            from cl_lint.deployment import masked

            texts.update((name, masked(document)) for name, document in self._documents.items())
        return texts

    def stack(self) -> Stack:
        """The technology stack that the files of the root declare, and what of it the source imports."""
        from cl_lint.models import load_models
        from cl_lint.stack import read_stack

        sources = {name: source.data for name, source in self._files.items()}
        return read_stack(self._root, sources, self._config.exclude, load_models(self._config.models))


def _lowered(name: str, text: str, models: Models) -> Module | Problem:
    from cl_lint.program import Module
    from cl_lint.syntax import lower

    tree = parse(text)
    return tree if isinstance(tree, Problem) else Module(lower(tree, name, text), models)
