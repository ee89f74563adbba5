# case: kind=server level=self-assessed
# expects:
import contextlib
import logging

import requests

log = logging.getLogger(__name__)


def weather(city):
    """The forecast is a nicety: no answer, no forecast."""
    try:
        answer = requests.get("https://api.open-meteo.com/v1/forecast", params={"name": city}, timeout=3)
        answer.raise_for_status()
    except requests.RequestException:
        return None
    return answer.json()["daily"]


def morning_post(conversation_id, city, headers):
    text = "Good morning!"
    if forecast := weather(city):
        text += f" {forecast['temperature_2m_max'][0]} degrees today."
    answer = requests.post(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"content": text},
        headers=headers,
        timeout=10,
    )
    answer.raise_for_status()
    with contextlib.suppress(KeyError):
        log.info("posted as %s", answer.json()["messageId"])
