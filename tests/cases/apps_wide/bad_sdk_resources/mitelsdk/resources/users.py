from .base import Resource


class Users(Resource):
    service = "admin"
    path = "users"

    def photo(self, ident):
        return self._transport.raw(self.service, f"/users/{ident}/photo").content
