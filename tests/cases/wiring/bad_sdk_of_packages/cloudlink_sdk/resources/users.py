from ..config import Service
from .base import Resource


class Users(Resource):
    service = Service.ADMIN
    path = "users"

    def get(self, user_id):
        return self._get(user_id)

    def all(self):
        token = None
        while True:
            page = self._get(**({"$skiptoken": token} if token else {}))
            yield from page["_embedded"]["items"]
            token = page.get("nextToken")
            if token is None:
                return
