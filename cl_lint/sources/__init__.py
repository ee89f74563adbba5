"""Finding, reading and parsing source files: any bytes, any size, any name."""

from cl_lint.sources.data import ProjectData
from cl_lint.sources.discovery import MissingPathError, discover, find_named, is_never_entered, relative_name
from cl_lint.sources.files import Problem, SourceFile, read, take
from cl_lint.sources.parsing import parse, valid

__all__ = [
    "MissingPathError",
    "Problem",
    "ProjectData",
    "SourceFile",
    "discover",
    "find_named",
    "is_never_entered",
    "parse",
    "read",
    "relative_name",
    "take",
    "valid",
]
