from .client import Client
from .errors import CloudLinkError

__all__ = ["Client", "CloudLinkError"]
