import logging
import uuid

import httpx

log = logging.getLogger(__name__)


class Rest:
    def __init__(self, service: str, token: str, account_id: str) -> None:
        self.account_id = account_id
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
            who = {"accountId": self.account_id}
            log.error("%s %s %s %s", answer.status_code, answer.text, dict(answer.headers), who)
            return None
        return answer.json()
