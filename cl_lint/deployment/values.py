"""Values that stand for themselves or refer to a variable, and what is right or wrong about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cl_lint.deployment.documents import ENVIRONMENT, REFERENCE, Document
from cl_lint.deployment.facts import load_facts
from cl_lint.deployment.forms import is_undecided, wrong_form
from cl_lint.deployment.json_text import Literal, Node, Number, Text
from cl_lint.deployment.portal import PortalUse
from cl_lint.deployment.remarks import Remark, Verdict
from cl_lint.findings import Confidence, Place, Step

MOST_STEPS = 8  # variables that refer to variables
MOST_CHARACTERS = 100_000


@dataclass(frozen=True)
class Setting:
    """All that one file is examined against: the files together, the portal, the hosts of the API."""

    documents: Sequence[Document]
    portal: PortalUse
    hosts: Sequence[str]

    @property
    def has_environment(self) -> bool:
        return any(each.kind == ENVIRONMENT for each in self.documents)

    def lookup(self, name: str) -> str | None:
        """The value of an enabled variable, with its own references filled in; None where it is unknown."""
        return self._resolved(name, ())

    def filled(self, value: str) -> str | None:
        """`value` with all references filled in; None where one is unknown."""
        return self._filled(value, ())

    @cached_property
    def _values(self) -> dict[str, str]:
        # As in Postman: an environment comes before the collection, the last of equal names counts.
        ranked = sorted(self.documents, key=lambda each: each.kind == ENVIRONMENT)
        enabled = (each for document in ranked for each in document.variables if each.is_enabled)
        return {each.key.value: plain(each.value) for each in enabled}

    @cached_property
    def _known(self) -> dict[str, str | None]:
        return {}

    def _resolved(self, name: str, trail: tuple[str, ...]) -> str | None:
        if name not in self._known:
            value = self._values.get(name)
            if value is None or name in trail or len(trail) > MOST_STEPS:
                return None
            self._known[name] = self._filled(value, (*trail, name))
        return self._known[name]

    def _filled(self, value: str, trail: tuple[str, ...]) -> str | None:
        position, parts, length = 0, [], len(value)
        for found in REFERENCE.finditer(value):
            filled = self._resolved(found[1], trail)
            length += len(filled or "")
            # Variables of variables may grow without bound.
            if filled is None or length > MOST_CHARACTERS:
                return None
            parts += [value[position : found.start()], filled]
            position = found.end()
        return "".join(parts) + value[position:]


@dataclass
class Remarks:
    """Collects what there is to say about one file."""

    document: Document
    all: list[Remark] = field(default_factory=list)

    def breach(
        self,
        place: Place,
        message: str,
        remedy: str = "",
        confidence: Confidence = Confidence.HIGH,
        trace: tuple[Step, ...] = (),
    ) -> None:
        self.all.append(Remark(Verdict.BREACH, place, message, remedy, confidence, trace))

    def kept(self, place: Place, message: str, trace: tuple[Step, ...] = ()) -> None:
        self.all.append(Remark(Verdict.KEPT, place, message, trace=trace))

    def unknown(self, place: Place, message: str) -> None:
        self.all.append(Remark(Verdict.UNKNOWN, place, message))


def plain(value: Node | None) -> str:
    """A value as Postman fills it in."""
    if isinstance(value, Text):
        return value.value
    if isinstance(value, Number):
        return value.written
    if isinstance(value, Literal) and value.value is not None:
        return str(value.value).lower()
    return ""


def judge_value(
    setting: Setting, remarks: Remarks, label: str, what: str, form: str, value: Node | None, at: Place
) -> None:
    """Say whether the value called `label`, at `at`, is filled in and has its form. `what` explains it."""
    text = plain(value)
    shown = f"{label} ({what})"
    if isinstance(value, Literal) and value.value is not None and form != "text":
        remarks.breach(at, f"{shown} is no text")
        return
    if not text.strip():
        remarks.breach(at, f"{shown} is not filled in")
        return
    filled = setting.filled(text)
    if filled is None:
        _refer(setting, remarks, label, text, at)
    elif filled != text and _is_judged_elsewhere(form, text):
        remarks.kept(at, f"{label} is taken from the environment")
    elif load_facts().is_placeholder(filled):
        remarks.breach(at, f"{shown} still holds a placeholder")
    elif problem := wrong_form(form, filled, setting.hosts):
        remarks.breach(at, f"{shown} {problem}")
    elif is_undecided(form, filled):
        remarks.unknown(at, f"{label} is filled in, but is no GUID, as client ids are")
    else:
        remarks.kept(at, f"{label} is filled in")


def _is_judged_elsewhere(form: str, text: str) -> bool:
    """Whether the value is but a reference to a variable that must have this form itself."""
    found = REFERENCE.fullmatch(text.strip())
    variable = load_facts().variable(found[1]) if found else None
    return variable is not None and variable.form == form


def _refer(setting: Setting, remarks: Remarks, label: str, text: str, at: Place) -> None:
    missing = ", ".join(f"{{{{{name}}}}}" for name in unknown_names(setting, text))
    known = [name for name in unknown_names(setting, text) if load_facts().variable(name)]
    if known and not setting.has_environment:
        remarks.kept(at, f"{label} is taken from the environment")
    elif known:
        return  # said where the environment lacks it
    else:
        remarks.unknown(at, f"{label} is filled in from {missing}, which is not in these files")


def unknown_names(setting: Setting, text: str) -> Iterator[str]:
    """The variables in `text` whose value is not known."""
    for found in REFERENCE.finditer(text):
        if setting.lookup(found[1]) is None:
            yield found[1]
