"""`cl-lint config`."""

from __future__ import annotations

from pathlib import Path

import click

from cl_lint.catalog import CatalogError
from cl_lint.cli import Failure
from cl_lint.cli.output import write
from cl_lint.config import ConfigError, load_config


@click.command("config")
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option(
    "--config", "file", type=click.Path(path_type=Path), metavar="FILE", help="Show this configuration file."
)
@click.option("--output-format", type=click.Choice(("text", "json")), default="text", show_default=True)
def command(path: Path, file: Path | None, output_format: str) -> None:
    """Show the configuration in force for the folder or file PATH, and where each key is from."""
    from cl_lint.config_view import as_json, as_toml

    if not path.exists():
        raise Failure(f"{path}: no such file or folder")
    try:
        config = load_config(path, file)
    except (ConfigError, CatalogError) as error:
        raise Failure(str(error)) from error
    write(as_json(config) if output_format == "json" else as_toml(config, Path.cwd()))
