# case: kind=server level=self-assessed
# expects: CL302
import requests
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_fixed


@retry(
    retry=retry_if_exception_type(requests.ConnectionError),
    wait=wait_fixed(2),
    stop=stop_after_attempt(3),
    reraise=True,
)
def read(url: str, headers: dict[str, str]) -> dict:
    resp = requests.get(url, headers=headers, timeout=10)
    resp.raise_for_status()
    return resp.json()


def nightly(account_id: str, headers: dict[str, str]) -> dict:
    stubborn = read.retry_with(stop=stop_after_attempt(10))  # !CL302
    return stubborn(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}", headers)
