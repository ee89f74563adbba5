from .places import ADMIN as USERS_ROOT
from .places import Region

__all__ = ["USERS_ROOT", "Region"]
