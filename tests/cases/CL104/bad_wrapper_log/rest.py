import logging
import uuid

import httpx

log = logging.getLogger(__name__)


class Rest:
    def __init__(self, service: str, token: str) -> None:
        self._client = httpx.Client(
            base_url=f"https://{service}.us.api.mitel.io/2017-09-01",
            headers={
                "Authorization": f"Bearer {token}",
                "x-mitel-app": f"app=Tags/1.1;platform=windows/11;session-id={uuid.uuid4()}",
            },
        )

    def get(self, path: str) -> dict | None:
        answer = self._client.get(path)
        if answer.is_error:
            log.error("%s %s %s", answer.status_code, answer.text, dict(answer.headers))  # !CL104
            return None
        return answer.json()
