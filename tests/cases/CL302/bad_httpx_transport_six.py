# case: kind=server level=self-assessed
# expects: CL301 CL302
import httpx

RETRIES = 6


class Api(httpx.Client):
    def __init__(self, token: str) -> None:
        super().__init__(
            base_url="https://chat.api.mitel.io/2017-09-01",
            headers={"Authorization": f"Bearer {token}"},
            transport=httpx.HTTPTransport(retries=RETRIES),  # !CL301 CL302
        )

    def conversation(self, conversation_id: str) -> dict:
        resp = self.get(f"/conversations/{conversation_id}")
        resp.raise_for_status()
        return resp.json()
