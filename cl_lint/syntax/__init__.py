"""From source text to summaries: positions, scopes, values."""

from .lower import lower

__all__ = ["lower"]
