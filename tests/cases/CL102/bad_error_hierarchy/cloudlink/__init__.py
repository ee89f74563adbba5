from .errors import ApiError, Conflict, NotFound
from .session import Api

__all__ = ["Api", "ApiError", "Conflict", "NotFound"]
