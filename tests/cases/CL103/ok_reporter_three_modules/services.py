from base import Service


class Admin(Service):
    def block(self, user_id):
        return self.call("PATCH", f"/users/{user_id}", "block", user_id, json={"blocked": True}) is not None


class Presence(Service):
    name = "presence"

    def clear(self, user_id):
        return self.call("DELETE", f"/presentities/{user_id}", "clear presence", user_id=user_id) is not None
