from ..config import Service
from .base import Resource


class Calls(Resource):
    service = Service.MEDIA
    path = "calls"

    def hold(self, call_id):
        return self._put(call_id, "hold")
