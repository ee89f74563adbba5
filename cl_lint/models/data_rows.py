"""Rows about reading data files."""

from __future__ import annotations

from dataclasses import dataclass

from .rows import Row


@dataclass(frozen=True)
class DataReader(Row):
    """A function that gives the data of a file: its first argument is the file, its path or its text;
    `format` is "toml", "json", "yaml" or "env"."""

    format: str


DATA_TABLES: dict[str, type[Row]] = {"data_reader": DataReader}
