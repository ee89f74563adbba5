# case: kind=unknown level=self-assessed
# expects: CL501
import aiohttp
from textual.app import App


class Ticker(App):
    behind_proxy = False

    async def subscribe(self, session: aiohttp.ClientSession, user_id: str) -> str:
        body = {
            "applicationId": "ticker",
            "deviceId": "ticker-1",
            "topic": "platform-api-conversations",
            "subjectFilter": user_id,
            "transport": "webhook" if self.behind_proxy else "websocket",  # !CL501
        }
        async with session.post(
            "https://notifications.api.mitel.io/2017-09-01/subscriptions", json=body
        ) as reply:
            reply.raise_for_status()
            return (await reply.json())["subscriptionId"]
