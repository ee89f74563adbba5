# case: kind=server level=self-assessed
# expects: CL202
import httpx
from whenever import Instant


def take_note(http: httpx.Client, account_id: str, text: str) -> None:
    resp = http.post(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/notes",
        json={"text": text, "createdOn": Instant.now().format_rfc2822()},  # !CL202
    )
    resp.raise_for_status()
