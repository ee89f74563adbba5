from net import session


def contacts(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = session(headers).get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts", timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
