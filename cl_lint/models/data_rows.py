"""Rows about reading data files and the environment."""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class DataReader(Row):
    """A function that gives the data of a file: its first argument is the file, its path or its text;
    `format` is "toml", "json", "yaml" or "env"."""

    format: str


@dataclass(frozen=True)
class EnvironmentReader(Row):
    """A function that gives the value of the environment variable that its first argument names."""


DATA_TABLES: dict[str, type[Row]] = {"data_reader": DataReader, "environment_reader": EnvironmentReader}
