"""The body of the request that enables an application for an account."""

from __future__ import annotations

from cl_lint.deployment.documents import Document
from cl_lint.deployment.facts import BodyMember, load_facts
from cl_lint.deployment.forms import wrong_redirect
from cl_lint.deployment.json_text import Array, Literal, Member, Node, Object, Reference, Text
from cl_lint.deployment.values import Remarks, Setting, judge_value, plain, unknown_names

DELETE = "Delete redirectUris from the body: it is for applications that use the authentication portal."
PROVIDE = (
    "List the https addresses to which users return from the portal; without the portal, delete the list."
)


def examine_body(body: Object, document: Document, setting: Setting, remarks: Remarks) -> None:
    """Say what is right and wrong about the body, which may stand inside a string of `document`."""
    for wanted in load_facts().members:
        found = _member(body, wanted.key, document, remarks)
        if found is None:
            remarks.breach(document.head_of(body), f"the body lacks {wanted.key} ({wanted.what})")
        else:
            _judge(wanted, found.value, document, setting, remarks)
    _redirects(body, document, setting, remarks)


def _member(body: Object, key: str, document: Document, remarks: Remarks) -> Member | None:
    found = body.member(key)
    if found is None:
        found = next((each for each in body.members if each.key.value.lower() == key.lower()), None)
        if found is not None:
            message = f"{found.key.value} is not what the API reads: the name is {key}"
            remarks.breach(document.place_of(found.key), message, f"Spell it {key}.")
    return found


def _judge(wanted: BodyMember, value: Node, document: Document, setting: Setting, remarks: Remarks) -> None:
    place, label = document.place_of(value), wanted.key
    if wanted.form == "true":
        _switched_on(wanted, value, document, remarks)
    elif isinstance(value, Reference):
        message = f"{label} stands without quotes: with the value filled in, the body is no JSON"
        remarks.breach(place, message, f'Write "{label}": "{{{{{value.name}}}}}", with quotes.')
    elif isinstance(value, (Array, Object)):
        remarks.breach(place, f"{label} ({wanted.what}) is no text")
    else:
        judge_value(setting, remarks, label, wanted.what, wanted.form, value, place)


def _switched_on(wanted: BodyMember, value: Node, document: Document, remarks: Remarks) -> None:
    place = document.place_of(value)
    if isinstance(value, Reference) or (isinstance(value, Literal) and value.value is True):
        remarks.kept(place, f"{wanted.key} is true")
    elif isinstance(value, Literal) and value.value is False:
        message = f"{wanted.key} is false: the application would not be enabled"
        remarks.breach(place, message, f'Write "{wanted.key}": true.')
    else:
        remarks.breach(place, f"{wanted.key} ({wanted.what}) is neither true nor false")


def _redirects(body: Object, document: Document, setting: Setting, remarks: Remarks) -> None:
    """The list of addresses is there exactly where the application uses the portal."""
    key, portal = load_facts().portal_member, setting.portal
    found = _member(body, key, document, remarks)
    if found is None:
        _absent(body, document, setting, remarks)
        return
    place = document.place_of(found.key)
    if portal.used is False:
        message = f"{key} is given, but the application does not use the portal: {portal.reason}"
        remarks.breach(place, message, DELETE, portal.confidence, portal.trace)
        return
    if isinstance(found.value, Array):
        before = len(remarks.all)
        _addresses(found.value, document, setting, remarks)
        if portal.used is None and len(remarks.all) > before:
            remarks.unknown(place, f"whether {key} belongs here: {portal.reason}")
    elif isinstance(found.value, Reference):
        remarks.unknown(document.place_of(found.value), f"{key} is filled in from {{{{{found.value.name}}}}}")
    else:
        remarks.breach(document.place_of(found.value), f"{key} is no list", PROVIDE)


def _absent(body: Object, document: Document, setting: Setting, remarks: Remarks) -> None:
    key, portal, place = load_facts().portal_member, setting.portal, document.head_of(body)
    if portal.used:
        message = f"{key} is missing, but the application uses the portal: {portal.reason}"
        remarks.breach(place, message, PROVIDE, portal.confidence, portal.trace)
    elif portal.used is None:
        remarks.unknown(place, f"whether {key} may be missing: {portal.reason}")
    else:
        remarks.kept(place, f"{key} is left out, as the portal is not used: {portal.reason}")


def _addresses(listed: Array, document: Document, setting: Setting, remarks: Remarks) -> None:
    key = load_facts().portal_member
    if not listed.items:
        remarks.breach(document.place_of(listed), f"{key} is empty", PROVIDE)
    for item in listed.items:
        place = document.place_of(item)
        filled = setting.filled(item.value) if isinstance(item, Text) else None
        if isinstance(item, Reference):
            remarks.breach(
                place, "the redirect address stands without quotes, so the body is no JSON", PROVIDE
            )
        elif not isinstance(item, Text):
            remarks.breach(place, f"{plain(item) or 'this'} is no redirect address", PROVIDE)
        elif filled is None:
            names = ", ".join(unknown_names(setting, item.value))
            remarks.unknown(place, f"the redirect address is filled in from {names}")
        elif not filled.strip():
            remarks.breach(place, "the redirect address is not filled in", PROVIDE)
        elif load_facts().is_placeholder(filled):
            remarks.breach(place, "the redirect address is still a placeholder", PROVIDE)
        elif problem := wrong_redirect(filled):
            remarks.breach(place, f"the redirect address {problem}", PROVIDE)
        else:
            remarks.kept(place, "the redirect address is https and not local")
