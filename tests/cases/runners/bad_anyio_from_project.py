# case: kind=server level=self-assessed
# expects: CL101
import anyio
import anyio.to_thread
import requests

URL = "https://notifications.api.mitel.io/2017-09-01/topics"


def load(headers):
    reply = requests.get(URL, headers=headers, timeout=5)
    reply.raise_for_status()
    return reply.json()


async def topics(headers):
    topics = None
    with anyio.move_on_after(10):
        try:
            topics = await anyio.to_thread.run_sync(load, headers)
        except Exception:  # !CL101
            topics = []
    return topics
