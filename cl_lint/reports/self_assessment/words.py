"""Words and signs that all formats use alike."""

from __future__ import annotations

from cl_lint.reports.self_assessment.sections import NO, NONE, UNKNOWN, YES

SYMBOLS = {
    "met": "✓",
    "ready": "✓",
    YES: "✓",
    "not met": "✗",
    "not ready": "✗",
    NO: "✗",
    UNKNOWN: "?",
    "needs attestation": "!",
    "expired": "!",
    "unexplained": "!",
    "attested": "✓",
    "waived": "~",
    "not applicable": "-",
    NONE: "-",
}

SPOKEN = {YES: "yes", NO: "no", UNKNOWN: "unknown", NONE: "does not apply"}


def shown_revision(commit: str | None, clean: bool | None, note: str) -> str:
    """The commit, and whether the files are those of it, in words; `note` where git cannot tell."""
    if commit is None:
        return note
    state = {True: "no changes", False: "with changes that are not committed", None: note}
    return f"{commit}, {state[clean]}"


def shown_setting(value: object) -> str:
    """A value of the configuration in one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ", ".join(shown_setting(item) for item in value) or "none"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value) or "not set"
