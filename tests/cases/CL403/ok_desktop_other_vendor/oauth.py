import httpx


def token(url: str, **fields: str) -> str:
    answer = httpx.post(url, data=fields)
    answer.raise_for_status()
    return answer.json()["access_token"]
