import platform
import uuid

import requests

_session_id = uuid.uuid4().hex


def call(method: str, path: str, token: str, **more) -> dict:
    headers = {
        "Authorization": f"Bearer {token}",
        "x-mitel-app": f"app=Bell/0.3;platform={platform.system()}/{platform.release()};session-id={_session_id}",
    }
    answer = requests.request(
        method, "https://chat.api.mitel.io/2017-09-01" + path, headers=headers, timeout=10, **more
    )
    answer.raise_for_status()
    return answer.json()
