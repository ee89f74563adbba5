# case: kind=server level=self-assessed
# expects: CL303 CL304
import requests
from tenacity import retry, stop_after_attempt, wait_exponential


@retry(wait=wait_exponential(multiplier=2, max=30), stop=stop_after_attempt(4), reraise=True)  # !CL303 CL304
def contact(contact_id: str, headers: dict[str, str]) -> dict:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/contacts/{contact_id}", headers=headers, timeout=10
    )
    resp.raise_for_status()
    return resp.json()
