from . import config


class Feed:
    def __init__(self, api, account):
        self.api, self.account = api, account

    def payload(self, topic):
        return {
            "publicationId": topic,
            "subscribedBy": self.account,
            "transport": "webhook",
            "url": "https://desk.example.com/events",
        }

    async def start(self, topic):
        return await self.api.json(  # !CL502
            "POST", "notifications", "subscriptions", json=self.payload(topic)
        )

    async def stop(self, subscription):
        await self.api.send("DELETE", "notifications", "subscriptions", subscription)  # !CL305
