"""The configuration in force, as values that can be printed, each with the place it is from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cl_lint.config import Config
from cl_lint.policy import Policy
from cl_lint.reports.escaping import escape

DEFAULT = "default"


@dataclass(frozen=True)
class Setting:
    """One key, its value as JSON and TOML can hold it (None: not set), and where it was given."""

    key: str
    value: Any
    origin: str


def settings(config: Config) -> tuple[Setting, ...]:
    """Every key in force, in the order of the documentation; keys of the policy as `policy.max-retries`."""
    return tuple(
        Setting(key, value, config.origins.get(key, DEFAULT))
        for key, value in (*_values(config), *_policy(config.policy))
    )


def _values(config: Config) -> Iterator[tuple[str, Any]]:
    yield "required-version", config.required_version or None
    yield "level", config.level
    yield "kind", config.kind
    yield "client-id-issued", config.client_id_issued
    yield "select", sorted(config.select) or ["ALL"]
    yield "ignore", sorted(config.ignore)
    yield "exclude", list(config.exclude)
    yield "min-confidence", config.min_confidence.value
    yield "fail-on", "never" if config.fail_on is None else config.fail_on.value
    yield "webhook-justification", config.webhook_justification or None
    yield "models", [str(path) for path in config.models]
    yield "baseline", None if config.baseline is None else str(config.baseline)
    yield "attestations", None if config.attestations is None else str(config.attestations)
    yield "per-file-ignores", {pattern: sorted(codes) for pattern, codes in config.per_file_ignores}
    yield (
        "waivers",
        [
            {"rule": w.rule, "path": w.path, "reason": w.reason, "by": w.by, "expires": w.expires.isoformat()}
            for w in config.waivers
        ],
    )


def _policy(policy: Policy) -> Iterator[tuple[str, Any]]:
    for name in Policy.setting_names():
        value = getattr(policy, name.replace("-", "_"))
        yield f"policy.{name}", list(value) if isinstance(value, tuple) else value


def as_json(config: Config) -> str:
    """One JSON object: the file, and each key with value and origin."""
    document = {
        "file": None if config.file is None else str(config.file),
        "settings": {s.key: {"value": s.value, "origin": s.origin} for s in settings(config)},
    }
    return json.dumps(document, indent=2) + "\n"


def as_toml(config: Config, base: Path) -> str:
    """A `cl-lint.toml` that means the same, with the origin of each key as a comment; keys that have no
    value stand in comments. Files are shown relative to the folder `base` where they lie below it."""
    lines = [f"# {_shown(str(config.file), base) if config.file else 'no configuration file was found'}"]
    tables: list[str] = []
    rows = [(s.key, s.value, _shown(s.origin, base)) for s in settings(config)]
    for key, value, origin in rows:
        if key == "per-file-ignores":
            tables += _table(key, {_quoted(p): codes for p, codes in value.items()}, origin)
        elif key == "waivers":
            for waiver in value:
                tables += _table("[waivers]", waiver, origin)
        elif not key.startswith("policy."):
            lines.append(f"{_line(key, value):<40}  # {origin}")
    tables += ["", "[policy]"]
    for key, value, origin in rows:
        if key.startswith("policy."):
            tables.append(f"{_line(key.removeprefix('policy.'), value)}  # {origin}")
    return "\n".join([*lines, *tables]) + "\n"


def _table(name: str, rows: Mapping[str, Any], origin: str) -> list[str]:
    if not rows:
        return []
    return ["", f"[{name}]  # {origin}", *(_line(key, value) for key, value in rows.items())]


def _line(key: str, value: object) -> str:
    return f"# {key} is not set" if value is None else f"{key} = {_toml(value)}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return repr(value)


def _quoted(text: str) -> str:
    # A text in JSON is one in TOML; what a terminal may obey or not show is escaped besides.
    return "".join(
        char if char.isprintable() else _escaped(char) for char in json.dumps(text, ensure_ascii=False)
    )


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _shown(origin: str, base: Path) -> str:
    path = Path(origin)
    return escape(path.relative_to(base).as_posix() if base in path.parents else origin)
