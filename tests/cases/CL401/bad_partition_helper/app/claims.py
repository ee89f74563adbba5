import base64
import json


def _padded(segment: str) -> bytes:
    return (segment + "=" * (-len(segment) % 4)).encode("ascii")


def middle(compact: str) -> dict:
    _, _, rest = compact.partition(".")
    body, _, _ = rest.partition(".")
    return json.loads(base64.urlsafe_b64decode(_padded(body)))  # !CL401
