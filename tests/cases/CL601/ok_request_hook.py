# case: kind=server level=self-assessed
# expects:
import httpx


def name_ourselves(request: httpx.Request) -> None:
    request.headers["x-mitel-app"] = "app=Gate/2.0;platform=macos/14;session-id=gate"


http = httpx.Client(event_hooks={"request": [name_ourselves]})


def me(token: str) -> dict:
    answer = http.get(
        "https://admin.api.mitel.io/2017-09-01/users/me", headers={"Authorization": f"Bearer {token}"}
    )
    answer.raise_for_status()
    return answer.json()
