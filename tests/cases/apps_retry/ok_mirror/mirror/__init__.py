"""Keeps a copy of the contacts of a CloudLink account."""
