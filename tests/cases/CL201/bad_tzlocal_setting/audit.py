import datetime
import logging

import requests

import settings

log = logging.getLogger("audit")


class Audit:
    zone = settings.ZONE

    def _now(self) -> str:
        return datetime.datetime.now(tz=self.zone).isoformat()  # !CL201

    def lock(self, session: requests.Session, user_id: str) -> None:
        resp = session.put(f"{settings.API}/users/{user_id}", json={"locked": True}, timeout=10)
        resp.raise_for_status()
        log.warning("user locked", extra={"user": user_id, "lockedAt": self._now()})
