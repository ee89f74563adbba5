# case: kind=server level=self-assessed
# expects: CL101
import httpx

HOSTS = ("https://admin.us.api.mitel.io", "https://admin.eu.api.mitel.io", "https://admin.ap.api.mitel.io")


def home_region(account_id: str, headers: dict[str, str]) -> str | None:
    """The first region that knows the account."""
    last_error: Exception | None = None
    for host in HOSTS:
        try:
            httpx.get(f"{host}/2017-09-01/accounts/{account_id}", headers=headers).raise_for_status()
        except httpx.HTTPError as exc:  # !CL101
            last_error = exc
            continue
        return host
    return None
