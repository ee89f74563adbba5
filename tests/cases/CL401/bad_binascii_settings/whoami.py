import binascii
import json

from settings import settings


def principal() -> str:
    unsigned, _signature = settings.access_token.rsplit(".", 1)
    payload = unsigned.rsplit(".", 1)[-1]
    raw = binascii.a2b_base64(payload + "===")  # !CL401
    return json.loads(raw)["principalId"]
