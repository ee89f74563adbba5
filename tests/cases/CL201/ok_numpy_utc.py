# case: kind=server level=self-assessed
# expects:
import json
import pathlib

import numpy as np
import requests


def sample(account_id: str, target: pathlib.Path, headers: dict[str, str]) -> None:
    resp = requests.get(
        f"https://presence.api.mitel.io/2017-09-01/accounts/{account_id}/presences",
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
    states = np.array([item["state"] == "Busy" for item in resp.json()["_embedded"]["items"]])
    taken = np.datetime64("now")
    text = np.datetime_as_string(taken, timezone="UTC")
    target.write_text(json.dumps({"time": text, "busy": float(states.mean())}))
