from .calls import Calls
from .users import Users

__all__ = ["Calls", "Users"]
