# case: kind=server level=self-assessed
# expects: CL301 CL302
import requests
from google.api_core.retry import Retry, if_exception_type

# no count, and every wait is drawn from zero upwards
again = Retry(  # !CL301 CL302
    predicate=if_exception_type(requests.ConnectionError), initial=3.0, maximum=30.0, timeout=120.0
)


@again
def account(account_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()
