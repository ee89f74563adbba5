from .base import Resource


class Calls(Resource):
    service = "media"
    path = "calls"

    def hang_up(self, call_id):
        self._transport.send(self.service, "PUT", f"/calls/{call_id}", json={"action": "hangup"})
