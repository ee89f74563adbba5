# case: kind=server level=self-assessed
# expects:
import requests

HOSTS = {
    "weather": "https://weather.example.com/v1",
    "calendar": "https://calendar.example.com/api",
    "chat": "https://chat.api.mitel.io/2017-09-01",
}


def forecast(place: str) -> dict:
    return requests.get(HOSTS["weather"] + "/now", params={"q": place}, timeout=10).json()


def say(conversation_id: str, place: str, headers: dict[str, str]) -> None:
    answer = requests.post(
        HOSTS["chat"] + f"/conversations/{conversation_id}/messages",
        json={"content": forecast(place)["text"]},
        headers=headers,
        timeout=10,
    )
    answer.raise_for_status()
