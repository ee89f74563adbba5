"""`cl-lint rule`."""

from __future__ import annotations

import sys
from typing import Any

import click

from cl_lint.catalog import CatalogError, Rule, find_rule
from cl_lint.cli import Failure
from cl_lint.cli.completing import complete_rules
from cl_lint.cli.output import write
from cl_lint.reports.colour import wants_colour


@click.command("rule")
@click.argument("name", metavar="CODE|NAME", shell_complete=complete_rules)
@click.option(
    "--output-format", type=click.Choice(("text", "json", "markdown")), default="text", show_default=True
)
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True)
def command(name: str, output_format: str, color: str) -> None:
    """Show the page of a rule, named by its code (CL102) or its name."""
    try:
        rule = find_rule(name)
    except LookupError as error:
        raise Failure(str(error.args[0])) from error
    except CatalogError as error:
        raise Failure(str(error)) from error
    if output_format == "json":
        import json

        write(json.dumps({**facts(rule), "page": rule.text}, indent=2) + "\n")
    elif output_format == "markdown":
        write(rule.page)
    else:
        _show(rule, wants_colour(color, sys.stdout))


def facts(rule: Rule) -> dict[str, Any]:
    """What is fixed about a rule, for programs."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "practice": rule.practice,
        "levels": list(rule.levels),
        "kinds": list(rule.kinds),
        "fix": rule.fix,
        "title": rule.title,
        "remedy": rule.remedy,
    }


def _show(rule: Rule, colour: bool) -> None:
    rows = {
        "severity": rule.severity.value,
        "practice": rule.practice,
        "levels": ", ".join(rule.levels),
        "kinds": ", ".join(rule.kinds),
        "fix": rule.fix,
    }
    head = f"{rule.code} {rule.name}\n\n" + "".join(f"{key:>9}: {value}\n" for key, value in rows.items())
    if colour:
        from rich.console import Console
        from rich.markdown import Markdown

        console = Console(force_terminal=True, legacy_windows=False)
        with console.capture() as capture:
            console.print(Markdown(rule.text))
        write(f"{head}\n{capture.get()}")
    else:
        write(f"{head}\n{rule.text.rstrip()}\n")
