from session import PrefixSession


class Rooms:
    def __init__(self) -> None:
        self.http = PrefixSession("https://chat.eu.api.mitel.io/2017-09-01")

    def create(self, name: str) -> str:
        return self.http.post("/conversations", json={"name": name}).json()["conversationId"]
