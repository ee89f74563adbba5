"""All summaries linked into one program: names, classes, calls, values across functions."""

from .evaluate import Program
from .frames import Frame
from .modules import Module, ModuleTable
from .values import (
    Abstract,
    CaughtError,
    ClassKey,
    ClassRef,
    Closure,
    Container,
    External,
    FunctionKey,
    Hole,
    Instance,
    Keywords,
    Known,
    ModuleValue,
    Obj,
    Partial,
    Ref,
    Several,
    Text,
    Unknown,
    Values,
)

__all__ = [
    "Abstract",
    "CaughtError",
    "ClassKey",
    "ClassRef",
    "Closure",
    "Container",
    "External",
    "Frame",
    "FunctionKey",
    "Hole",
    "Instance",
    "Keywords",
    "Known",
    "Module",
    "ModuleTable",
    "ModuleValue",
    "Obj",
    "Partial",
    "Program",
    "Ref",
    "Several",
    "Text",
    "Unknown",
    "Values",
]
