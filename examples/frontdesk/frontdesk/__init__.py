"""The telephone side of a hotel's front desk."""

__version__ = "3.1.0"
