# case: kind=server level=self-assessed
# expects:
import base64
import json
import os

import requests


def at_least(version: str, major: int, minor: int) -> bool:
    found = version.split(".")
    return (int(found[0]), int(found[1])) >= (major, minor)


def report(token: str, path: str) -> dict:
    """Send a voice note; the tail of its name tells the format."""
    _stem, _, suffix = path.rpartition(".")
    with open(path, "rb") as note:
        content = base64.b64encode(note.read()).decode("ascii")
    answer = requests.post(
        "https://chat.api.mitel.io/2017-09-01/conversations/7/messages",
        headers={"Authorization": f"Bearer {token}"},
        data=json.dumps({"contentType": suffix, "content": content}),
        timeout=30,
    )
    answer.raise_for_status()
    return json.loads(answer.text)


if __name__ == "__main__":
    assert at_least(requests.__version__, 2, 20)
    report(os.environ["TOKEN"], "door.ogg")
