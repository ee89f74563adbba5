import logging

from .accounts import account

logging.getLogger(__name__).addHandler(logging.NullHandler())

__all__ = ["account"]
