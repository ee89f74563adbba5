from .client import Client
from .config import Environment
from .errors import CloudLinkError, NotFound, RateLimited

__all__ = ["Client", "CloudLinkError", "Environment", "NotFound", "RateLimited"]
