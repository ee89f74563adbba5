import requests
from loguru import logger


def user(user_id: str, token: str) -> dict | None:
    answer = requests.get(
        f"https://admin.us.api.mitel.io/2017-09-01/users/{user_id}",
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    if not answer.ok:
        logger.error("user {}: {} {} {}", user_id, answer.status_code, answer.text, dict(answer.headers))
        return None
    return answer.json()
