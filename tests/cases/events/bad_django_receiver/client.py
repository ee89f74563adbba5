import httpx

from . import recv, signals  # noqa: F401  (it subscribes)


def users(client: httpx.Client):
    try:
        resp = client.get("https://admin.api.mitel.io/2017-09-01/users")
        resp.raise_for_status()
    except httpx.HTTPStatusError as exc:
        signals.api_failed.send(sender="users", error=exc)
        return None
    return resp.json()
