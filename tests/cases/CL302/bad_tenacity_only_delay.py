# case: kind=server level=self-assessed
# expects: CL302
import requests
import tenacity


def send(conversation_id: str, text: str, headers: dict[str, str]) -> str:
    for attempt in tenacity.Retrying(
        retry=tenacity.retry_if_exception_type((requests.ConnectionError, requests.Timeout)),
        wait=tenacity.wait_random(min=2, max=4),
        stop=tenacity.stop_after_delay(60),  # 60 s / 2 s  # !CL302
        reraise=True,
    ):
        with attempt:
            resp = requests.post(
                f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
                json={"content": text},
                headers=headers,
                timeout=10,
            )
            resp.raise_for_status()
            return resp.json()["messageId"]
    raise AssertionError
