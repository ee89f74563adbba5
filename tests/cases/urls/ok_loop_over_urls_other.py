# case: kind=server level=self-assessed
# expects:
import requests

FEEDS = ("https://news.example.com/feed", "https://status.example.org/feed")
CHAT = "https://chat.api.mitel.io/2017-09-01/conversations/news/messages"


def collect(session: requests.Session) -> None:
    for url in FEEDS:
        for item in session.get(url, timeout=5).json():
            answer = session.post(CHAT, json={"content": item["title"]}, timeout=10)
            answer.raise_for_status()
