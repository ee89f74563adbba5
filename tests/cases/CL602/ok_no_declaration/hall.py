import requests


def users(token: str, account_id: str) -> dict:
    answer = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/users",
        headers={"Authorization": f"Bearer {token}", "x-mitel-app": "app=Hall/1.0;session-id=hall"},
        timeout=10,
    )
    if not answer.ok:
        raise RuntimeError(f"{answer.status_code} {answer.text}")
    return answer.json()
