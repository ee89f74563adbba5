# case: kind=server level=self-assessed
# expects:
import time

import requests


def weather(city: str) -> str:
    # not a CloudLink service
    while True:
        try:
            resp = requests.get("https://weather.example.com/v1/now", params={"city": city}, timeout=3)
            resp.raise_for_status()
            return resp.json()["text"]
        except requests.RequestException:
            time.sleep(1)


def tell(conversation_id: str, city: str, headers: dict[str, str]) -> None:
    resp = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": weather(city)},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
