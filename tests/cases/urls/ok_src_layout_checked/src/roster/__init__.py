from .places import ADMIN as USERS_ROOT
from .places import PAYROLL

__all__ = ["PAYROLL", "USERS_ROOT"]
