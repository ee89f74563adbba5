"""`cl-lint rules`."""

from __future__ import annotations

import json

import click

from cl_lint.catalog import CatalogError, load_catalog
from cl_lint.cli import Failure
from cl_lint.cli.output import write
from cl_lint.cli.rule import facts


@click.command("rules")
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
def command(output_format: str) -> None:
    """List the rules."""
    try:
        rules = list(load_catalog().rules.values())
    except CatalogError as error:
        raise Failure(str(error)) from error
    if output_format == "json":
        write(json.dumps([facts(rule) for rule in rules], indent=2) + "\n")
        return
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        write(f"{rule.code}  {rule.name:<{width}}  {rule.severity.value:<7}  {rule.title}\n")
