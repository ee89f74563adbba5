"""The configuration in force, as a report shows it."""

from __future__ import annotations

from pathlib import Path

from cl_lint.config import Config
from cl_lint.policy import Policy
from cl_lint.reports.secrets import mask_shapes
from cl_lint.reports.self_assessment.document import Setting


def settings_of(config: Config, root: Path) -> tuple[Setting, ...]:
    """Every key in force; files are named relative to `root`, those outside by their name alone."""
    values: dict[str, object] = {
        "level": config.level,
        "kind": config.kind,
        "client-id-issued": config.client_id_issued,
        "select": sorted(config.select) or ["ALL"],
        "ignore": sorted(config.ignore),
        "exclude": list(config.exclude),
        "per-file-ignores": [
            f"{pattern}: {', '.join(sorted(codes))}" for pattern, codes in config.per_file_ignores
        ],
        "min-confidence": config.min_confidence.value,
        "fail-on": "never" if config.fail_on is None else config.fail_on.value,
        "webhook-justification": mask_shapes(config.webhook_justification),
        "models": [_name(path, root) for path in config.models],
        "waivers": [
            mask_shapes(f"{each.rule} in {each.path} by {each.by} until {each.expires}: {each.reason}")
            for each in config.waivers
        ],
        "baseline": "" if config.baseline is None else _name(config.baseline, root),
        "attestations": "" if config.attestations is None else _name(config.attestations, root),
    }
    for name in Policy.setting_names():
        value = getattr(config.policy, name.replace("-", "_"))
        values[f"policy.{name}"] = list(value) if isinstance(value, tuple) else value
    return tuple(Setting(key, value) for key, value in values.items())


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if root in path.parents else path.name
