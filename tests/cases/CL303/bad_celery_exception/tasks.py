import requests

from celeryapp import app


@app.task(  # !CL304
    autoretry_for=(Exception,),  # !CL303
    max_retries=3,
    default_retry_delay=30,
)
def mirror(account_id: str, headers: dict[str, str]) -> list[dict]:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()["_embedded"]["items"]
