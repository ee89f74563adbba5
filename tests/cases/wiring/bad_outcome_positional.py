# expects: CL101
import requests


class Ok:
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value


class Failed:
    __match_args__ = ("status", "text")

    def __init__(self, status, text):
        self.status, self.text = status, text


def ask(path):
    reply = requests.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=9)
    if not reply.ok:
        return Failed(reply.status_code, reply.text)
    return Ok(reply.json())


def user(ident):
    match ask(f"/users/{ident}"):
        case Ok(value):
            return value
        case Failed(404, _):
            return None
        case Failed(_, text):  # !CL101
            return None
