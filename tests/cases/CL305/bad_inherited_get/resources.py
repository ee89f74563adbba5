from base import Resource


class Accounts(Resource):
    path = "/2017-09-01/accounts"

    def all(self) -> list[dict]:
        return self.get()["_embedded"]["items"]


class Conversations(Resource):
    host = "https://chat.us.api.mitel.io"
    path = "/2017-09-01/conversations"

    def one(self, conversation_id: str) -> dict:
        return self.get("/" + conversation_id)
