from .calls import Calls
from .users import Users
