"""The technology stack of an application, read from the files that declare it; nothing of it is ever run."""

from cl_lint.stack.facts import Declaration, Dependency, Pin, PythonVersion, Stack, Unread
from cl_lint.stack.reading import read_stack

__all__ = ["Declaration", "Dependency", "Pin", "PythonVersion", "Stack", "Unread", "read_stack"]
