import os
from typing import Final

DOMAIN: Final[str] = os.getenv("CLOUD_DOMAIN") or "api.mitel.io"
ADMIN: Final = "https://admin." + DOMAIN
