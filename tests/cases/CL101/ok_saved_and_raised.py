# case: kind=server level=self-assessed
# expects:
import httpx

HOSTS = ("https://admin.us.api.mitel.io", "https://admin.eu.api.mitel.io", "https://admin.ap.api.mitel.io")


class NoRegion(Exception):
    pass


def home_region(account_id: str, headers: dict[str, str]) -> str:
    """The first region that knows the account."""
    errors: list[Exception] = []
    for host in HOSTS:
        try:
            httpx.get(f"{host}/2017-09-01/accounts/{account_id}", headers=headers).raise_for_status()
        except httpx.HTTPError as exc:
            errors.append(exc)
            continue
        return host
    raise NoRegion(account_id, errors)
