"""The version, in the one place where the package and its metadata read it."""

VERSION = "0.1.0"
