# case: kind=server level=self-assessed
# expects:
import pandas as pd
import requests


def usage(account_id: str, headers: dict[str, str]) -> pd.DataFrame:
    until = pd.Timestamp.utcnow()
    since = until - pd.Timedelta(days=7)
    resp = requests.get(
        "https://media.api.mitel.io/2017-09-01/calls",
        params={"accountId": account_id, "from": since.isoformat(), "to": until.isoformat()},
        headers=headers,
        timeout=60,
    )
    resp.raise_for_status()
    frame = pd.DataFrame(resp.json()["_embedded"]["items"])
    frame["fetched_at"] = pd.Timestamp.now(tz="UTC").isoformat()
    return frame
