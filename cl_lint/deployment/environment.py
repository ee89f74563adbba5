"""The variables of the environment: all there, switched on, filled in; secrets left empty."""

from __future__ import annotations

from collections.abc import Sequence

from cl_lint.deployment.documents import REFERENCE, Document, Variable
from cl_lint.deployment.facts import Variable as Wanted
from cl_lint.deployment.facts import load_facts
from cl_lint.deployment.json_text import Array
from cl_lint.deployment.values import Remarks, Setting, judge_value, plain
from cl_lint.findings import Place

KEEP_OUT = "Leave the value empty in the file, and enter it in Postman as current value only."


def examine_environment(document: Document, setting: Setting) -> Remarks:
    remarks = Remarks(document)
    for wanted in load_facts().variables:
        entries = [each for each in document.variables if each.key.value == wanted.key]
        enabled = [each for each in entries if each.is_enabled]
        if enabled:
            _judge(document, setting, remarks, wanted, enabled[-1])
        elif entries:
            place = document.place_of(entries[-1].key)
            remarks.breach(place, f"{wanted.key} ({wanted.what}) is switched off", "Enable the variable.")
        elif not wanted.is_optional:
            _missing(document, remarks, wanted)
    return remarks


def _judge(
    document: Document, setting: Setting, remarks: Remarks, wanted: Wanted, variable: Variable
) -> None:
    place = _value_place(document, variable)
    if not wanted.is_secret:
        judge_value(setting, remarks, wanted.key, wanted.what, wanted.form, variable.value, place)
        return
    value = plain(variable.value)
    if not value.strip():
        remarks.kept(place, f"{wanted.key} is empty, as a secret in an export should be")
    elif not REFERENCE.sub("", value).strip():
        remarks.kept(place, f"{wanted.key} is only referred to")
    elif load_facts().is_placeholder(value):
        remarks.breach(place, f"{wanted.key} ({wanted.what}) still holds a placeholder", KEEP_OUT)
    # Whatever else it holds is a secret, and reported as one.


def _value_place(document: Document, variable: Variable) -> Place:
    return document.place_of(variable.value if variable.value is not None else variable.key)


def _missing(document: Document, remarks: Remarks, wanted: Wanted) -> None:
    listed = document.root.get("values")
    assert isinstance(listed, Array)  # else the file is no environment
    similar = _similar(wanted.key, document.variables)
    if similar is None:
        remarks.breach(document.head_of(listed), f"the environment lacks {wanted.key} ({wanted.what})")
    else:
        message = f"the environment lacks {wanted.key} ({wanted.what}); it has {similar.key.value}"
        remarks.breach(document.place_of(similar.key), message, f"Name the variable {wanted.key}.")


def _similar(key: str, variables: Sequence[Variable]) -> Variable | None:
    def folded(text: str) -> str:
        return "".join(char for char in text.lower() if char.isalnum())

    return next((each for each in variables if folded(each.key.value) == folded(key)), None)
