from __future__ import annotations

import os
from typing import NamedTuple


class CloudLink(NamedTuple):
    region: str
    account: str

    @classmethod
    def from_env(cls) -> CloudLink:
        env = os.environ
        return cls(env.get("CL_REGION", "eu"), env["CL_ACCOUNT"])

    def base(self, service: str) -> str:
        return f"https://{service}.{self.region}.api.mitel.io/2017-09-01"
