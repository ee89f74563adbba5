from __future__ import annotations

import os
from typing import Final, NamedTuple


class CloudLink(NamedTuple):
    region: str
    account: str
    client_id: str

    @classmethod
    def from_env(cls) -> CloudLink:
        env = os.environ
        return cls(env.get("CL_REGION", "eu"), env["CL_ACCOUNT"], env["CL_CLIENT_ID"])

    def base(self, service: str) -> str:
        return f"https://{service}.{self.region}.api.mitel.io/2017-09-01"


RETRYABLE: Final = (408, 429, 503, 504, 598, 599)
