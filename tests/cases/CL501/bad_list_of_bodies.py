# case: kind=unknown level=self-assessed
# expects: CL501
import httpx
import toga

TOPICS = [
    {"topic": "platform-api-conversations", "transport": "websocket"},
    {"topic": "platform-api-media", "transport": "webhook", "deviceId": "https://phone.example.com/e"},
]


class Phone(toga.App):
    async def follow(self, http: httpx.AsyncClient, user_id: str) -> None:
        for wish in TOPICS:
            answer = await http.post(  # !CL501
                "https://notifications.us.api.mitel.io/2017-09-01/subscriptions",
                json={**wish, "applicationId": "phone", "subjectFilter": user_id},
            )
            answer.raise_for_status()
