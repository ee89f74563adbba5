from desk.protocol import PUSH, SOCKET
from desk.rest import Rest


class Watch:
    def __init__(self, token: str) -> None:
        self._rest = Rest("notifications", token)

    def presence(self, user_id: str) -> dict:
        return self._rest.post(
            "/subscriptions", transport=SOCKET, topic="platform-api-presence", subjectFilter=user_id
        )

    def calls(self, user_id: str, address: str) -> dict:
        return self._rest.post(  # !CL501
            "/subscriptions",
            transport=PUSH,
            deviceId=address,
            topic="platform-api-media",
            subjectFilter=user_id,
        )
