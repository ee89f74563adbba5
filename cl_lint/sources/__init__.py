"""Finding, reading and parsing source files: any bytes, any size, any name."""

from cl_lint.sources.discovery import MissingPathError, discover, relative_name
from cl_lint.sources.files import Problem, SourceFile, read
from cl_lint.sources.parsing import parse, valid

__all__ = [
    "MissingPathError",
    "Problem",
    "SourceFile",
    "discover",
    "parse",
    "read",
    "relative_name",
    "valid",
]
