# case: kind=server level=self-assessed
# expects: CL301
import requests
from opnieuw import retry


# four calls in a minute, but each wait is drawn from zero upwards
@retry(  # !CL301
    retry_on_exceptions=(requests.ConnectionError, requests.Timeout),
    max_calls_total=4,
    retry_window_after_first_call_in_seconds=60,
)
def account(account_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()
