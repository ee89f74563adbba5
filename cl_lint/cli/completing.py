"""What the shell may complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes and names of rules that go on as what was typed behind the last comma."""
    from click.shell_completion import CompletionItem

    from cl_lint.catalog import load_catalog

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{word}", help=rule.title)
        for rule in load_catalog().rules.values()
        for word in (rule.code, rule.name)
        if word.lower().startswith(last.strip().lower())
    ]
