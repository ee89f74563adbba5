import pandas as pd
import requests

from columns import stamped


def export(account_id: str, target: str, headers: dict[str, str]) -> None:
    resp = requests.get(
        f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/clients", headers=headers, timeout=10
    )
    resp.raise_for_status()
    stamped(pd.DataFrame(resp.json()["_embedded"]["items"])).to_csv(target)
