"""A small desk phone for Windows and macOS."""

__version__ = "0.6"
