from typing import Final

GRANT: Final = "CLIENT_CREDENTIALS"
REALM: Final[str] = "https://authentication.us.api.mitel.io/2017-09-01"
