from http_session import build


def account(account_id: str, headers: dict[str, str]) -> dict:
    resp = build(headers).get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", timeout=10)
    resp.raise_for_status()
    return resp.json()
