"""How exceptions print: their own text, what reaches `Exception.__init__`, what a failure's error says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..models.rows import Error
from ..program import CaughtError, ClassRef, FunctionKey, Instance, Ref
from ..syntax import summary as s
from .fact import DEPTH, NOTHING, Fact, Facts

if TYPE_CHECKING:
    from .application import Application
    from .facts import FactFinder


class ExceptionFacts:
    """The facts in the texts of exceptions, for one finder of facts."""

    def __init__(self, app: Application, finder: FactFinder) -> None:
        self._app = app
        self._program = app.program
        self._finder = finder

    def is_exception(self, cls: object) -> bool:
        from ..program import ClassKey

        assert isinstance(cls, ClassKey)
        rows = self._app.models.rows(Error)
        return any(
            base in rows or base.rsplit(".", 1)[-1].endswith(("Exception", "Error"))
            for base in self._program.classes.external_bases(cls)
        )

    def text(self, value: Instance, depth: int = DEPTH) -> Facts:
        """The facts in the text of a project exception: its `__str__`, else what reaches
        `Exception.__init__`."""
        program = self._program
        key = program.classes.method(value.cls, "__str__")
        if key is not None:
            frame = program.method_frame(key, value)
            return self._finder.all_of(
                [Ref(key.module, v, frame) for v in program.function(key).returns], depth - 1
            )
        return self.arguments(value, depth)

    def arguments(self, value: Instance, depth: int) -> Facts:
        """The facts in the `args` of a project exception."""
        program = self._program
        init = program.classes.method(value.cls, "__init__")
        sites = [value.site] if value.site is not None else program.constructions(value.cls)[:8]
        if init is None:
            found: set[Fact] = set()
            for site in sites:
                for given in program.arguments(site).positional:
                    found |= self._finder.of_given(given, depth - 2)
            return frozenset(found)
        return self._through_init(value, init, depth, sites)

    def _through_init(self, value: Instance, init: FunctionKey, depth: int, sites: list[Ref]) -> Facts:
        program = self._program
        frames = list(program.classes.init_frames(value).values())
        if not frames:
            frames = [program.frames.make(init, site, Instance(value.cls, site)) for site in sites]
        frames = frames or [program.method_frame(init, value)]
        found: set[Fact] = set()
        calls_super = False
        for frame in frames:
            module = frame.function.module
            for vid in program.function(frame.function).calls:
                node = module.values[vid]
                if isinstance(node, s.Call) and program.attr_name(module, node.func) == "__init__":
                    ref = Ref(module, vid, frame)
                    if not program.called_frames(ref):
                        calls_super = True
                        for arg in node.args:
                            found |= self._finder.of(Ref(module, arg.value, frame), depth - 2)
        if not calls_super:
            for site in sites:
                for given in program.arguments(site).positional:
                    found |= self._finder.of_given(given, depth - 2)
        return frozenset(found)

    def of_caught(self, value: CaughtError, depth: int) -> Facts:
        """How a caught exception prints, by what can arrive in its handler."""
        site = self._app.error_sites.of_handler(value.ref)
        found: set[Fact] = set()
        failures = site.failures if site is not None else ()
        for failure in failures:
            found |= self.of_failure(failure, depth)
        if not failures:
            found.add(Fact("error", "other"))
        return frozenset(found)

    def of_failure(self, failure: object, depth: int = DEPTH, traceback: bool = False) -> Facts:
        """How a failure's exception prints; with a traceback, its causes too."""
        from .failures import Failure

        assert isinstance(failure, Failure)
        found: set[Fact] = set()
        library = failure.call.library
        for kind in failure.types:
            if isinstance(kind, ClassRef):
                found |= self.text(Instance(kind.cls, self.site_of(failure, kind)), depth - 1)
                found.add(Fact("error", "project"))
            elif failure.raised is not None:
                found |= self._raised_text(failure.raised, depth)
                found.add(Fact("error", "project"))
            else:
                found.add(Fact("error", f"{failure.mode}:{library}"))
        if traceback and failure.raised is not None and any(m[1] >= 0 for m in failure.passed):
            found.add(Fact("error", f"{failure.mode}:{library}"))
        return frozenset(found)

    def _raised_text(self, raised: Ref, depth: int) -> Facts:
        """The arguments of a built-in or library exception that the program raises."""
        node = raised.module.values[raised.vid]
        if not isinstance(node, s.Call):
            return NOTHING
        return self._finder.all_of((Ref(raised.module, a.value, raised.frame) for a in node.args), depth - 1)

    def site_of(self, failure: object, kind: ClassRef) -> Ref | None:
        from .failures import Failure

        assert isinstance(failure, Failure)
        if failure.raised is None:
            return None
        for value in self._program.eval(failure.raised):
            if isinstance(value, Instance) and value.cls == kind.cls:
                return value.site
        return None
