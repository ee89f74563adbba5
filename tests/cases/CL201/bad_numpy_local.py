# case: kind=server level=self-assessed
# expects: CL201
import json
import pathlib
from datetime import datetime

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
    taken = np.datetime64(datetime.now(), "s")  # !CL201
    target.write_text(json.dumps({"time": np.datetime_as_string(taken), "busy": float(states.mean())}))
